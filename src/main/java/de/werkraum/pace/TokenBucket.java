package de.werkraum.pace;

/**
 * What somebody may use of something: it refills steadily up to a most. One spending may overdraw it, as the size of a message is known
 * only when it is there; the debt is paid off before anything else is let through. Not thread-safe.
 */
public final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final double most;
    private double left;
    private long at;

    /**
     * Full at the beginning.
     *
     * @param perSecond units that come back in a second
     * @param most units it holds at the most
     * @param now of {@link System#nanoTime}, like all times here
     */
    public TokenBucket(double perSecond, double most, long now) {
        this.perSecond = perSecond;
        this.most = most;
        left = most;
        at = now;
    }

    /** Whether something may be used now. */
    public boolean open(long now) {
        refill(now);
        return left > 0;
    }

    /** Nanoseconds until something may be used. */
    public long pause(long now) {
        refill(now);
        return left > 0 ? 0 : 1 + (long) (-left / perSecond * NANOS_PER_SECOND);
    }

    /** Takes units away, more than there are if need be. */
    public void spend(long units) {
        left -= (double) units;
    }

    /** Whether nothing is used up: then it need not be remembered. */
    public boolean full(long now) {
        refill(now);
        return left >= most;
    }

    private void refill(long now) {
        left = Math.min(most, left + (now - at) * perSecond / NANOS_PER_SECOND);
        at = now;
    }
}
