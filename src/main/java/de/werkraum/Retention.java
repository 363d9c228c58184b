package de.werkraum;

import de.werkraum.room.Rooms;
import de.werkraum.store.PersonalStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Once an hour, erases the people of rooms that ended long enough ago, one room after the other. */
record Retention(Vertx vertx, Clock clock, PersonalStore store, Rooms rooms, int days) {
    private static final Logger LOG = Logger.getLogger(Retention.class.getName());
    private static final long HOUR_MILLIS = 3_600_000;

    void start() {
        erase();
        vertx.setPeriodic(HOUR_MILLIS, timer -> erase());
    }

    private void erase() {
        store.due(clock.instant().minus(Duration.ofDays(days)))
                .compose(due -> all(due).map(due.size()))
                .onSuccess(count -> {
                    if (count > 0) {
                        LOG.log(Level.INFO, "Personal data of {0} rooms erased after {1} days.", new Object[] {
                            count, days
                        });
                    }
                })
                .onFailure(failure -> LOG.log(Level.WARNING, "Retention will be tried again: {0}", failure.toString()));
    }

    private Future<Void> all(List<UUID> due) {
        Future<Void> done = Future.succeededFuture();
        for (UUID id : due) {
            done = done.compose(before -> rooms.at(id, room -> room.personal().eraseAll(room.note(null, "retention"))));
        }
        return done;
    }
}
