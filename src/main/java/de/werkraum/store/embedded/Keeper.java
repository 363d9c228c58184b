package de.werkraum.store.embedded;

import de.werkraum.problem.StartupException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks after a PostgreSQL of our own: when it is gone without having been asked to go, it is started again, on a thread of its own. It
 * never gives up, since what stands in its way (a full disk, say) may be cleared at any hour; its pauses grow to half a minute.
 */
final class Keeper {
    private static final System.Logger LOG = System.getLogger(Keeper.class.getName());
    /** How soon a death is noticed. A look is one file and one link of /proc. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Of the ten seconds the server's whole end may take. */
    private static final Duration END = Duration.ofSeconds(2);

    private final Postmaster postmaster;
    private final Runnable start;
    private final Thread thread;
    private volatile boolean ended;

    /** @param start starts the server once; throws {@link StartupException} with the reason if it can't */
    Keeper(Postmaster postmaster, Runnable start) {
        this.postmaster = postmaster;
        this.start = start;
        thread = new Thread(this::watch, "werkraum-postgresql");
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    /** From now on PostgreSQL may stop. A start under way is broken off. */
    void end() {
        ended = true;
        thread.interrupt();
        try {
            thread.join(END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!ended) {
            LockSupport.parkNanos(LOOK.toNanos());
            if (!ended && !postmaster.running()) {
                revive();
            }
        }
    }

    private void revive() {
        LOG.log(Level.WARNING, "PostgreSQL has ended by itself or was killed. It is started again.");
        long since = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        for (int tries = 1; !ended; tries++) {
            try {
                start.run();
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
                LOG.log(Level.INFO, "PostgreSQL runs again, {0} ms after that was noticed.", String.valueOf(millis));
                return;
            } catch (StartupException e) {
                if (!ended) {
                    LOG.log(
                            Level.WARNING,
                            "Try {0}: {1} The next one follows in {2} ms.",
                            tries,
                            e.getMessage(),
                            pause.toMillis());
                }
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }
}
