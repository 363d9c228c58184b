package de.werkraum.poll;

import de.werkraum.store.StoredPoll.State;
import de.werkraum.wire.Scope;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Closes open polls at their hour plus the grace; what fails is tried again. On the room's event loop only. */
final class PollClock {
    private static final Logger LOG = Logger.getLogger(PollClock.class.getName());
    private static final long RETRY_MILLIS = 2_000;

    private final Scope scope;
    private final Venue venue;
    private final Function<LivePoll, Future<Void>> close;
    private final Map<UUID, Long> timers = new HashMap<>();

    PollClock(Scope scope, Venue venue, Function<LivePoll, Future<Void>> close) {
        this.scope = scope;
        this.venue = venue;
        this.close = close;
    }

    /** Sets or moves the hour of a poll; in a closed room an open poll's hour has come. */
    void schedule(LivePoll poll) {
        UUID id = poll.stored().id();
        cancel(id);
        Instant closesAt = poll.stored().closesAt();
        if (!poll.stored().is(State.OPEN)) {
            return;
        }
        if (venue.closed()) {
            start(poll, RETRY_MILLIS);
        } else if (closesAt != null) {
            Instant end = closesAt.plusSeconds(poll.settings().graceSeconds());
            start(poll, Math.max(1, end.toEpochMilli() - scope.millis()));
        }
    }

    private void start(LivePoll poll, long delay) {
        UUID id = poll.stored().id();
        timers.put(id, scope.after(delay, () -> {
            if (poll.stored().is(State.OPEN)) {
                close.apply(poll).onFailure(failure -> {
                    LOG.log(Level.WARNING, "Poll {0} could not be closed yet: {1}", new Object[] {id, failure.toString()
                    });
                    start(poll, RETRY_MILLIS);
                });
            }
        }));
    }

    void cancel(UUID poll) {
        Long timer = timers.remove(poll);
        if (timer != null) {
            scope.cancel(timer);
        }
    }

    /** Whether some poll waits for its hour. */
    boolean waits() {
        return !timers.isEmpty();
    }

    void stop() {
        timers.values().forEach(scope::cancel);
        timers.clear();
    }
}
