package de.werkraum.web;

import de.werkraum.store.Stores;
import io.vertx.core.Future;
import java.util.UUID;

/** Deletes rooms, with all who are in them. */
record RoomEnding(Stores stores, Errands errands) {
    /** Whether there was such a room. */
    Future<Boolean> delete(UUID id) {
        // Where it lives is known as long as it is there.
        return errands.ending(id).compose(ending -> stores.rooms()
                .delete(id)
                .compose(deleted -> deleted ? ending.get().map(true) : Future.succeededFuture(false)));
    }
}
