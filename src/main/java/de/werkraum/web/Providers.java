package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.metrics.Metrics;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashSet;
import java.util.Set;

/** {@code GET /hocuspocus}: the WebSocket of Hocuspocus providers, one for any documents, which are rooms by their ids. */
final class Providers {
    private static final String PATH = "/hocuspocus";
    private static final long LOOK_MILLIS = 1_000;

    private final Context loop;
    private final Upgrade upgrade;
    private final Admission admission;
    private final Limits limits;
    private final Metrics metrics;
    private final Ledger ledger;
    private final Sockets sockets = new Sockets();
    private final Spoken spoken = new Spoken();
    private final Set<Desk> desks = new HashSet<>();

    Providers(Context loop, Upgrade upgrade, Admission admission, Limits limits, Metrics metrics, Ledger ledger) {
        this.loop = loop;
        this.upgrade = upgrade;
        this.admission = admission;
        this.limits = limits;
        this.metrics = metrics;
        this.ledger = ledger;
        loop.owner().setPeriodic(LOOK_MILLIS, timer -> look());
    }

    /** Whether this is their address. */
    static boolean takes(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /** Upgrades a request or refuses it with problem+json; tokens come later, or with the address for all documents. */
    void connect(HttpServerRequest request) {
        upgrade.begin(request)
                .onSuccess(ready -> upgrade.accept(ready, socket -> enter(socket, ready)))
                .onFailure(failure -> upgrade.refuse(request, failure));
    }

    private void enter(ServerWebSocket websocket, HttpServerRequest request) {
        String token = Gate.token(request).orElse("");
        Desk desk = new Desk(websocket, loop, limits, metrics, ledger, admission, spoken, token);
        desks.add(desk);
        boolean entered = sockets.enter(websocket, desk.socket(), () -> end(desk));
        if (!entered) {
            end(desk);
        }
    }

    private void end(Desk desk) {
        desks.remove(desk);
        desk.ended();
    }

    private void look() {
        long now = System.nanoTime();
        Set.copyOf(desks).forEach(desk -> desk.look(now));
        spoken.tidy();
    }

    /** Says goodbye to all sockets and takes no more; completes when the goodbyes are sent. */
    Future<Void> end() {
        return sockets.end();
    }
}
