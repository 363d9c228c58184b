package de.werkraum.room;

import de.werkraum.store.StoredPoll.State;
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

    private final Room room;
    private final RoomLoader services;
    private final Function<LivePoll, Future<Void>> close;
    private final Map<UUID, Long> timers = new HashMap<>();

    PollClock(Room room, RoomLoader services, Function<LivePoll, Future<Void>> close) {
        this.room = room;
        this.services = services;
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
        if (room.state().closed()) {
            start(poll, RETRY_MILLIS);
        } else if (closesAt != null) {
            Instant end = closesAt.plusSeconds(poll.settings().graceSeconds());
            start(poll, Math.max(1, end.toEpochMilli() - room.millis()));
        }
    }

    private void start(LivePoll poll, long delay) {
        UUID id = poll.stored().id();
        timers.put(id, services.vertx().setTimer(delay, timer -> room.context().runOnContext(now -> {
            if (poll.stored().is(State.OPEN)) {
                close.apply(poll).onFailure(failure -> {
                    LOG.log(Level.WARNING, "Poll {0} could not be closed yet: {1}", new Object[] {id, failure.toString()
                    });
                    start(poll, RETRY_MILLIS);
                });
            }
        })));
    }

    void cancel(UUID poll) {
        Long timer = timers.remove(poll);
        if (timer != null) {
            services.vertx().cancelTimer(timer);
        }
    }

    /** Whether some poll waits for its hour. */
    boolean waits() {
        return !timers.isEmpty();
    }

    void stop() {
        timers.values().forEach(services.vertx()::cancelTimer);
        timers.clear();
    }
}
