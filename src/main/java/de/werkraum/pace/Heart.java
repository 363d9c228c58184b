package de.werkraum.pace;

import io.vertx.core.Context;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Lets what lives on an event loop do something every second: one timer for all, which go on in turns, between which others of the loop have theirs.
 * On that event loop only.
 */
public final class Heart {
    /** Between two beats. */
    public static final long BEAT_MILLIS = 1_000;
    /** A quiet room takes some microseconds. */
    private static final int A_TURN = 64;

    private static final System.Logger LOG = System.getLogger(Heart.class.getName());

    private final Context loop;
    private final Set<Runnable> parts = new LinkedHashSet<>();
    private long timer;

    public Heart(Context loop) {
        this.loop = loop;
    }

    /** From now on this is done every second. Where it fails, that is logged, and keeps nothing else from its turn. */
    public void add(Runnable part) {
        if (parts.isEmpty()) {
            timer = loop.owner().setPeriodic(BEAT_MILLIS, beat -> loop.runOnContext(now -> beat()));
        }
        parts.add(part);
    }

    /** From now on this is not done any more. */
    public void remove(Runnable part) {
        if (parts.remove(part) && parts.isEmpty()) {
            loop.owner().cancelTimer(timer);
        }
    }

    private void beat() {
        turn(parts.toArray(new Runnable[0]), 0);
    }

    private static void run(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "What is to be done every second failed", e);
        }
    }

    private void turn(Runnable[] all, int from) {
        int end = Math.min(all.length, from + A_TURN);
        for (int i = from; i < end; i++) {
            if (parts.contains(all[i])) {
                run(all[i]);
            }
        }
        if (end < all.length) {
            loop.runOnContext(next -> turn(all, end));
        }
    }
}
