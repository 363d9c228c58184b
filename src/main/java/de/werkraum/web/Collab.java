package de.werkraum.web;

import de.werkraum.Config;
import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.problem.Problem;
import de.werkraum.room.Rooms;
import de.werkraum.wire.Session;
import de.werkraum.wire.YWebSocket;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /collab/{room}}: the room's WebSocket. It stands before the router, whose sockets are wrapped in a way that hides the channel.
 */
final class Collab {
    static final String PATH = "/collab/";

    private final Context loop;
    private final Gate gate;
    private final Door door;
    private final Guests guests;
    private final Ledger ledger;
    private final Rooms rooms;
    private final Limits limits;
    private final @Nullable URI publicUrl;
    private final Set<Socket> sockets = new HashSet<>();
    private final Refusals refusals;
    private final Leftover leftover = new Leftover();
    private boolean ending;

    Collab(
            Context loop,
            Gate gate,
            Door door,
            Guests guests,
            Ledger ledger,
            Refusals refusals,
            Rooms rooms,
            Config config) {
        this.loop = loop;
        this.gate = gate;
        this.door = door;
        this.guests = guests;
        this.ledger = ledger;
        this.refusals = refusals;
        this.rooms = rooms;
        limits = config.limits();
        publicUrl = config.publicUrl();
    }

    /** Says goodbye to all sockets and takes no more; completes when the goodbyes are sent. */
    Future<Void> end() {
        ending = true;
        List<Future<Void>> sent = new ArrayList<>();
        Set.copyOf(sockets).forEach(socket -> sent.add(socket.end()));
        return Future.join(sent).mapEmpty();
    }

    /** Upgrades a request or refuses it with problem+json. */
    void connect(HttpServerRequest request) {
        request.pause();
        allowed(request)
                .compose(this::inTime)
                .onSuccess(caller -> upgrade(request, caller))
                .onFailure(failure -> {
                    request.resume();
                    door.refuse(request, failure);
                });
    }

    /** One that was given up meanwhile has no end that would be heard any more. */
    private void upgrade(HttpServerRequest request, Caller caller) {
        if (request.response().closed()) {
            return;
        }
        request.toWebSocket().onSuccess(socket -> {
            guests.entered(request.connection());
            enter(socket, caller, request);
        });
    }

    /** Whoever was refused for good again and again gets in late. */
    private Future<Caller> inTime(Caller caller) {
        return refusals.pass(loop.owner(), caller.id()).map(caller);
    }

    private Future<Caller> allowed(HttpServerRequest request) {
        if (!Door.sameSite(request, publicUrl)) {
            return Future.failedFuture(door.foreignOrigin(request));
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            return Future.failedFuture(Problem.badRequest("This address speaks WebSocket."));
        }
        // What follows the room says nothing: browsers hold a WebSocket to a place that failed back by itself, and to
        // another place they don't.
        UUID room = Ids.parse(request.path().substring(PATH.length()).split("/", 2)[0])
                .orElse(null);
        // An address that is no id: still the token first, then existence.
        return room == null
                ? gate.claims(request)
                        .compose(claims -> Future.failedFuture(Problem.notFound("There is no such room.")))
                : gate.member(request, room);
    }

    private void enter(ServerWebSocket websocket, Caller caller, HttpServerRequest request) {
        Session.Kind kind = "1".equals(request.getParam("events")) ? Session.Kind.SYNC_AND_EVENTS : Session.Kind.SYNC;
        Entering entering = new Entering();
        UUID member = caller.id();
        Socket socket = new Socket(
                websocket,
                YWebSocket.DIALECT,
                loop,
                limits,
                door.metrics(),
                ledger,
                member,
                entering::receive,
                code -> refusals.closed(member, code));
        socket.shed(leftover);
        websocket.closeHandler(closed -> {
            sockets.remove(socket);
            socket.ended();
            entering.close();
        });
        if (ending) {
            socket.end();
            return;
        }
        if (websocket.isClosed()) {
            socket.ended();
            return;
        }
        sockets.add(socket);
        caller.enter(rooms, socket, kind)
                .onSuccess(session -> loop.runOnContext(there -> entering.entered(session)))
                .onFailure(failure -> socket.goodbye(Entering.refusal(failure)));
    }
}
