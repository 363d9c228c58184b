package de.werkraum.web;

import de.werkraum.Limits;
import java.util.concurrent.TimeUnit;

/**
 * How long a socket waits for its reader. One answer, such as a whole document, may wait however large it is; what is said meanwhile may not grow beyond a
 * limit, and something must be taken all the time. On the socket's event loop only.
 */
final class Patience {
    private final Limits.Connections limits;
    private long sent;
    private long answers;
    private long taken;
    private long takenAt;

    /** @param now of {@link System#nanoTime}, like all times here */
    Patience(Limits.Connections limits, long now) {
        this.limits = limits;
        takenAt = now;
    }

    /**
     * Bytes were written.
     *
     * @param answers those of them that are for this reader alone
     */
    void sent(long bytes, long answers) {
        sent += bytes;
        this.answers = Math.max(this.answers, answers);
    }

    /**
     * Whether it is over.
     *
     * @param pending bytes that wait; 0 where the reader keeps up
     */
    boolean isOver(long pending, long now) {
        if (pending == 0) {
            answers = 0;
        }
        if (pending == 0 || sent - pending > taken) {
            taken = Math.max(taken, sent - pending);
            takenAt = now;
        }
        return tooMuch(pending) || now - takenAt > TimeUnit.SECONDS.toNanos(limits.stallSeconds());
    }

    /** Whether more waits than may wait for anybody. */
    boolean tooMuch(long pending) {
        return pending - answers > limits.writeQueueBytes();
    }
}
