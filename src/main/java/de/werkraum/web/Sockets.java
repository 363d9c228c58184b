package de.werkraum.web;

import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The open WebSockets of one address on one event loop. */
final class Sockets {
    private final Set<Socket> open = new HashSet<>();
    private final Leftover leftover = new Leftover();
    private boolean ending;

    /**
     * One more, unless it has ended already or the server ends: then it says goodbye.
     *
     * @param ended hears of its end, if it is one more
     */
    boolean enter(ServerWebSocket websocket, Socket socket, Runnable ended) {
        socket.shed(leftover);
        websocket.closeHandler(closed -> {
            open.remove(socket);
            socket.ended();
            ended.run();
        });
        if (ending) {
            socket.end();
        } else if (websocket.isClosed()) {
            socket.ended();
        } else {
            open.add(socket);
            return true;
        }
        return false;
    }

    /** Says goodbye to all and takes no more; completes when the goodbyes are sent. */
    Future<Void> end() {
        ending = true;
        List<Future<Void>> sent = new ArrayList<>();
        Set.copyOf(open).forEach(socket -> sent.add(socket.end()));
        return Future.join(sent).mapEmpty();
    }
}
