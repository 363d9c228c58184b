package de.werkraum.wire;

import de.werkraum.pace.Heart;
import io.vertx.core.Context;

/**
 * An event loop that rooms live on, and how much of its time their writes to sockets take: of the last quarter of a second, as measured, so that
 * it holds on any machine. A quiet loop sends at once; on a busy one it pays to wait a little, since what is said meanwhile leaves with the same
 * write. Read and told on that loop only.
 */
public final class Loop {
    private static final long SLOT_NANOS = 250_000_000;
    /** Below this part of the loop's time there is nothing to be gained. */
    private static final double QUIET = 0.1;
    /** Wait for a loop that did nothing but write: a person takes it for at once. */
    private static final double LONGEST_NANOS = 25_000_000;

    private final Context context;
    private final Heart heart;
    private long slot = System.nanoTime();
    private long worked;
    private long workedBefore;

    public Loop(Context context) {
        this.context = context;
        heart = new Heart(context);
    }

    /** The event loop itself. */
    public Context context() {
        return context;
    }

    /** What beats every second for all that lives on it. */
    public Heart heart() {
        return heart;
    }

    /** Writes took so long, from {@code since} to {@code now} by {@link System#nanoTime}. */
    void wrote(long since, long now) {
        turn(now);
        worked += now - since;
    }

    /** How long the first message after a pause should wait for others, in nanoseconds. */
    long patience(long now) {
        turn(now);
        double passed = (double) (now - slot) / SLOT_NANOS;
        double share = (worked + workedBefore * (1 - passed)) / SLOT_NANOS;
        return share <= QUIET ? 0 : (long) ((share - QUIET) * LONGEST_NANOS);
    }

    private void turn(long now) {
        if (now - slot >= SLOT_NANOS) {
            workedBefore = now - slot >= 2 * SLOT_NANOS ? 0 : worked;
            worked = 0;
            slot = now;
        }
    }
}
