package de.werkraum;

import de.werkraum.store.RetentionStore;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Once an hour, erases the personal data of rooms that ended long enough ago. */
record Retention(Vertx vertx, Clock clock, RetentionStore store, int days) {
    private static final Logger LOG = Logger.getLogger(Retention.class.getName());
    private static final long HOUR_MILLIS = 3_600_000;

    void start() {
        erase();
        vertx.setPeriodic(HOUR_MILLIS, timer -> erase());
    }

    private void erase() {
        store.erase(clock.instant().minus(Duration.ofDays(days)))
                .onSuccess(rooms -> {
                    if (rooms > 0) {
                        LOG.log(Level.INFO, "Personal data of {0} rooms erased after {1} days.", new Object[] {
                            rooms, days
                        });
                    }
                })
                .onFailure(failure -> LOG.log(Level.WARNING, "Retention will be tried again: {0}", failure.toString()));
    }
}
