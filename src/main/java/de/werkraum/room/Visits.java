package de.werkraum.room;

import de.werkraum.store.RoomStore;
import de.werkraum.wire.Scope;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Notes when somebody was last in a room, for the retention of personal data. On the room's event loop only. */
final class Visits {
    private static final Logger LOG = Logger.getLogger(Visits.class.getName());
    /** How exactly it is known; retention counts days. */
    private static final long NOTED_MILLIS = 3_600_000;

    private final Scope scope;
    private final RoomStore store;
    private long notedAt;

    Visits(Scope scope, RoomStore store) {
        this.scope = scope;
        this.store = store;
    }

    /** Somebody comes. */
    void note() {
        if (scope.millis() - notedAt > NOTED_MILLIS) {
            notedAt = scope.millis();
            store.entered(scope.id(), scope.now())
                    .onFailure(failure -> LOG.log(Level.WARNING, "Visit of room {0} not noted: {1}", new Object[] {
                        scope.id(), failure.toString()
                    }));
        }
    }
}
