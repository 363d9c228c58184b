package de.werkraum.room;

import io.vertx.core.Future;
import java.util.UUID;

/** Which rooms may live in this process, where several share a database. Called on the room's event loop. */
public interface Homes {
    /** A server that is alone: all may. */
    Homes ALL = new Homes() {
        @Override
        public Future<Integer> take(UUID room) {
            return Future.succeededFuture(0);
        }

        @Override
        public void leave(UUID room, int term) {}
    };

    /**
     * A room is to come into memory; whatever is read of it afterwards is all that was committed elsewhere.
     *
     * @return its term; fails where it lives at another server
     */
    Future<Integer> take(UUID room);

    /** A room that was taken under that term has left memory, with everything saved. */
    void leave(UUID room, int term);
}
