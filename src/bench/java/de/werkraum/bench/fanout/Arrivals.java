package de.werkraum.bench.fanout;

import java.util.SplittableRandom;

/**
 * When updates are meant to be sent, and by which writer: exactly so many, and the same ones for the same seed. People don't wait for each
 * other: their updates are a Poisson process (exponential gaps), in which now and then several meet. With even gaps, where the writers take
 * turns, two updates of a room never meet.
 */
final class Arrivals {
    private static final double NANOS = 1e9;

    private final SplittableRandom random;
    private final boolean even;
    private final double gap;
    private final long count;
    private long taken;
    private double due;

    private Arrivals(double perSecond, double seconds, long seed, boolean even) {
        random = new SplittableRandom(seed);
        this.even = even;
        gap = NANOS / perSecond;
        count = Math.round(perSecond * seconds);
        due = even ? 0 : pause();
    }

    /** @param perSecond updates of all writers together */
    static Arrivals random(double perSecond, double seconds, long seed) {
        return new Arrivals(perSecond, seconds, seed, false);
    }

    /** As {@link #random}, with the same gap between any two. */
    static Arrivals even(double perSecond, double seconds) {
        return new Arrivals(perSecond, seconds, 0, true);
    }

    boolean isEmpty() {
        return taken == count;
    }

    /** When the next one is meant to be sent, in nanoseconds after the beginning. */
    long due() {
        return (long) due;
    }

    /** Takes the next one: which of so many writers sends it. */
    int take(int writers) {
        taken++;
        due = even ? taken * gap : due + pause();
        return even ? (int) (taken % writers) : random.nextInt(writers);
    }

    private double pause() {
        return -Math.log(1 - random.nextDouble()) * gap;
    }
}
