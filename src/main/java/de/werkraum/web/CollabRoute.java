package de.werkraum.web;

import de.werkraum.Config;
import de.werkraum.access.Ids;
import de.werkraum.room.Problem;
import de.werkraum.room.Rooms;
import de.werkraum.room.Session;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** {@code GET /collab/:room}: the room's WebSocket. */
final class CollabRoute {
    private final Context loop;
    private final Gate gate;
    private final Rooms rooms;
    private final Config.Limits limits;
    private final Set<Socket> sockets = new HashSet<>();
    private boolean ending;

    CollabRoute(Context loop, Gate gate, Rooms rooms, Config.Limits limits) {
        this.loop = loop;
        this.gate = gate;
        this.rooms = rooms;
        this.limits = limits;
    }

    void mount(Router router) {
        router.get("/collab/:room").handler(this::connect);
    }

    /** Says goodbye to all sockets and takes no more; completes when the goodbyes are sent. */
    Future<Void> end() {
        ending = true;
        List<Future<Void>> sent = new ArrayList<>();
        Set.copyOf(sockets).forEach(socket -> sent.add(socket.end()));
        return Future.join(sent).mapEmpty();
    }

    private void connect(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            context.fail(Problem.badRequest("This address speaks WebSocket."));
            return;
        }
        boolean events = "1".equals(request.getParam("events"));
        Future<Caller> allowed = admit(context);
        request.pause();
        allowed.onFailure(failure -> {
            request.resume();
            context.fail(failure);
        });
        allowed.onSuccess(caller -> {
            Future<ServerWebSocket> upgraded = request.toWebSocket();
            upgraded.onSuccess(socket -> enter(socket, caller, events));
        });
    }

    private Future<Caller> admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        UUID room = Ids.parse(context.pathParam("room")).orElse(null);
        if (room != null) {
            return gate.member(request, room);
        }
        // An address that is no id: still the token first, then existence.
        return gate.claims(request).map(claims -> {
            throw Problem.notFound("There is no such room.");
        });
    }

    private void enter(ServerWebSocket websocket, Caller caller, boolean events) {
        UUID id = caller.member().room();
        Session.Kind kind = events ? Session.Kind.SYNC_AND_EVENTS : Session.Kind.SYNC;
        Socket socket = new Socket(websocket, loop, limits);
        if (ending) {
            socket.end();
            return;
        }
        sockets.add(socket);
        Future<Session> entered = rooms.at(
                id,
                room -> Future.succeededFuture(room.enter(
                        caller.member(), socket, kind, caller.claims().expires())));
        socket.listen(bytes -> entered.onSuccess(session -> rooms.at(id, room -> {
            room.receive(session, bytes);
            return Future.succeededFuture();
        })));
        websocket.closeHandler(closed -> {
            sockets.remove(socket);
            entered.onSuccess(session -> rooms.at(id, room -> {
                room.leave(session);
                return Future.succeededFuture();
            }));
        });
        entered.onFailure(failure -> socket.close(1011, "the room can't be opened"));
    }
}
