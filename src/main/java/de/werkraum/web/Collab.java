package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.room.Entrance;
import de.werkraum.wire.Session;
import de.werkraum.wire.YWebSocket;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.UUID;

/** {@code GET /collab/{room}}: the room's WebSocket. */
final class Collab {
    static final String PATH = "/collab/";

    private final Context loop;
    private final Gate gate;
    private final Door door;
    private final Upgrade upgrade;
    private final Ledger ledger;
    private final Entrance rooms;
    private final Limits limits;
    private final Refusals refusals;
    private final Sockets sockets = new Sockets();

    Collab(
            Context loop,
            Gate gate,
            Door door,
            Upgrade upgrade,
            Ledger ledger,
            Refusals refusals,
            Entrance rooms,
            Limits limits) {
        this.loop = loop;
        this.gate = gate;
        this.door = door;
        this.upgrade = upgrade;
        this.ledger = ledger;
        this.refusals = refusals;
        this.rooms = rooms;
        this.limits = limits;
    }

    /** Says goodbye to all sockets and takes no more; completes when the goodbyes are sent. */
    Future<Void> end() {
        return sockets.end();
    }

    /** Upgrades a request or refuses it with problem+json. */
    void connect(HttpServerRequest request) {
        upgrade.begin(request)
                .compose(this::allowed)
                .compose(this::inTime)
                .onSuccess(caller -> upgrade.accept(request, socket -> enter(socket, caller, request)))
                .onFailure(failure -> upgrade.refuse(request, failure));
    }

    /** Whoever was refused for good again and again gets in late. */
    private Future<Caller> inTime(Caller caller) {
        return refusals.pass(loop.owner(), caller.id()).map(caller);
    }

    /**
     * What follows the room says nothing: browsers hold a WebSocket to a place that failed back by itself, and to another place they don't.
     */
    private Future<Caller> allowed(HttpServerRequest request) {
        String room = request.path().substring(PATH.length()).split("/", 2)[0];
        return gate.claims(request).compose(claims -> gate.member(claims, room));
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
        if (sockets.enter(websocket, socket, entering::close)) {
            caller.enter(rooms, socket, kind)
                    .onSuccess(session -> loop.runOnContext(there -> entering.entered(session)))
                    .onFailure(failure -> socket.goodbye(Entering.refusal(failure)));
        }
    }
}
