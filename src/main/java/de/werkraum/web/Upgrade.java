package de.werkraum.web;

import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From a request to a WebSocket. It stands before the router, whose sockets are wrapped in a way that hides the channel. */
final class Upgrade {
    private final Door door;
    private final Guests guests;
    private final @Nullable URI publicUrl;

    Upgrade(Door door, Guests guests, @Nullable URI publicUrl) {
        this.door = door;
        this.guests = guests;
        this.publicUrl = publicUrl;
    }

    /** Fails for another site's page, and for what is no request for a WebSocket; who comes is for the caller to look at. */
    Future<HttpServerRequest> begin(HttpServerRequest request) {
        request.pause();
        if (!Door.sameSite(request, publicUrl)) {
            return Future.failedFuture(door.foreignOrigin(request));
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            return Future.failedFuture(Problem.badRequest("This address speaks WebSocket."));
        }
        return Future.succeededFuture(request);
    }

    /** One that was given up meanwhile has no end that would be heard any more. */
    void accept(HttpServerRequest request, Consumer<ServerWebSocket> enter) {
        if (request.response().closed()) {
            return;
        }
        request.toWebSocket().onSuccess(socket -> {
            guests.entered(request.connection());
            enter.accept(socket);
        });
    }

    /** Answers with problem+json. */
    void refuse(HttpServerRequest request, Throwable failure) {
        request.resume();
        door.refuse(request, failure);
    }
}
