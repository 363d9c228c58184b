package de.werkraum;

import de.werkraum.event.Forgetting;
import de.werkraum.pace.InTurn;
import de.werkraum.room.Rooms;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Now and then, erases the people of rooms that ended long enough ago, one room after the other. */
record Retention(Vertx vertx, Clock clock, Stores stores, Rooms rooms, Config config) {
    private static final Logger LOG = Logger.getLogger(Retention.class.getName());

    void start() {
        int seconds = config.limits().upkeep().retentionSeconds();
        vertx.setPeriodic(1, TimeUnit.SECONDS.toMillis(seconds), timer -> erase());
    }

    private void erase() {
        int days = config.retentionDays();
        Instant end = before(days);
        later(
                "Old requests are forgotten",
                stores.requests().forget(before(config.limits().upkeep().requestDays())));
        later("Names in programmes are forgotten", stores.sessions().forget(end));
        later("People of old events are forgotten", stores.passes().forget(end));
        later("Status links that ended are forgotten", stores.statusLinks().forget(end));
        stores.personal()
                .due(end)
                .compose(this::all)
                .onSuccess(count -> {
                    if (count > 0) {
                        LOG.log(Level.INFO, "Personal data of {0} rooms erased after {1} days.", new Object[] {
                            count, days
                        });
                    }
                })
                .onFailure(failure -> LOG.log(Level.WARNING, "Retention will be tried again: {0}", failure.toString()));
    }

    private Instant before(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private static void later(String what, Future<?> done) {
        done.onFailure(failure -> LOG.log(Level.WARNING, "{0} later: {1}", new Object[] {what, failure.toString()}));
    }

    /** One room that can't be erased keeps no other from it. Answers how many were. */
    private Future<Integer> all(List<UUID> due) {
        return InTurn.of(due, this::one).map(erased -> Collections.frequency(erased, true));
    }

    private Future<Boolean> one(UUID id) {
        return stores.personal()
                .named(id)
                .compose(members -> new Forgetting(stores, rooms).ahead(id, members))
                .compose(done -> rooms.at(id, room -> room.personal().eraseAll(room.note(null, "retention"))))
                .onFailure(failure ->
                        LOG.log(Level.WARNING, "Personal data of room {0} can''t be erased yet: {1}", new Object[] {
                            id, failure.toString()
                        }))
                .otherwise(false);
    }
}
