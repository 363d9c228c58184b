package de.werkraum.web;

import de.werkraum.room.Rooms;
import de.werkraum.store.Stores;
import de.werkraum.wire.Goodbye;
import io.vertx.core.Future;
import java.util.UUID;

/** Deletes rooms, with all who are in them. */
record RoomEnding(Stores stores, Rooms rooms) {
    /** Whether there was such a room. */
    Future<Boolean> delete(UUID id) {
        return stores.rooms()
                .delete(id)
                .compose(deleted -> deleted && rooms.inMemory(id)
                        ? rooms.at(id, room -> {
                            room.end(Goodbye.ROOM_DELETED);
                            return Future.succeededFuture(true);
                        })
                        : Future.succeededFuture(deleted));
    }
}
