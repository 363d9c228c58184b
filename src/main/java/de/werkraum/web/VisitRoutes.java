package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Claims;
import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code /collab/:room/visits}: the room's connection where no WebSocket gets through. */
final class VisitRoutes {
    /** What proxies leave open in silence, all that were tried. */
    private static final int LONGEST_WAIT_SECONDS = 25;

    private final Vertx vertx;
    private final Gate gate;
    private final Visits visits;
    private final Limits.Visits limits;

    VisitRoutes(Vertx vertx, Gate gate, Visits visits, Limits.Visits limits) {
        this.vertx = vertx;
        this.gate = gate;
        this.visits = visits;
        this.limits = limits;
    }

    /** Whether this is not the WebSocket's address, though it begins like that. */
    static boolean takes(String path) {
        return path.startsWith(Collab.PATH) && path.indexOf("/visits", Collab.PATH.length()) > 0;
    }

    void mount(Router router, Bodies bodies) {
        router.route("/collab/*").handler(bodies::pass);
        router.route("/collab/*").handler(BodyHandler.create(false).setBodyLimit(limits.postBytes()));
        router.post("/collab/:room/visits").handler(Door.call(this::begin));
        router.post("/collab/:room/visits/:visit").handler(Door.call(this::speak));
        router.get("/collab/:room/visits/:visit").handler(this::listen);
        router.delete("/collab/:room/visits/:visit").handler(Door.call(this::leave));
    }

    private Future<Reply> begin(RoutingContext context) {
        return gate.member(context)
                .compose(visits::begin)
                .map(visit -> Reply.created(
                        new JsonObject().put("visit", visit.id().toString()).put("next", 0)));
    }

    /** The token is looked at, the member no more: whoever is removed has its visits closed, as its sockets. */
    private Future<Visit> visit(RoutingContext context) {
        UUID room = Gate.id(context, "room");
        UUID visit = Gate.id(context, "visit");
        return gate.claims(context).map(claims -> find(room, visit, claims));
    }

    private Visit find(UUID room, UUID visit, Claims claims) {
        if (!claims.opens(room)) {
            throw Problem.forbidden("otherRoom", "The token belongs to another room.");
        }
        return visits.find(visit, room, claims);
    }

    private Future<Reply> speak(RoutingContext context) {
        return visit(context).compose(visit -> {
            Body body = Body.of(context);
            Upstream.Pieces pieces = pieces(body);
            long arrived = number(body, "ack");
            body.check();
            Promise<Long> next = Promise.promise();
            visit.loop().runOnContext(there -> visit.speak(pieces, arrived).onComplete(next));
            return next.future().map(number -> Reply.ok(new JsonObject().put("next", number)));
        });
    }

    private Upstream.Pieces pieces(Body body) {
        List<byte[]> pieces = new ArrayList<>();
        Object messages = body.json().getValue("messages");
        if (messages instanceof JsonArray list && list.size() <= limits.postMessages()) {
            for (Object message : list) {
                pieces.add(bytes(message, body));
            }
        } else {
            body.wrong("messages", "must be a list of at most " + limits.postMessages());
        }
        return new Upstream.Pieces(number(body, "from"), pieces, body.bool("more", false));
    }

    private static byte[] bytes(@Nullable Object message, Body body) {
        if (message instanceof String text) {
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                // told below, like what is no text
            }
        }
        body.wrong("messages", "must hold Base64 only");
        return new byte[0];
    }

    private static long number(Body body, String name) {
        Object value = body.json().getValue(name, 0);
        if ((value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >= 0) {
            return ((Number) value).longValue();
        }
        body.wrong(name, "must be a whole number");
        return 0;
    }

    private void listen(RoutingContext context) {
        visit(context).onFailure(context::fail).onSuccess(visit -> {
            try {
                long after = Query.whole(context, "after", 0, Integer.MAX_VALUE, 0);
                listen(context, visit, after, Query.whole(context, "wait", 0, LONGEST_WAIT_SECONDS, -1));
            } catch (Problem e) {
                context.fail(e);
            }
        });
    }

    private void listen(RoutingContext context, Visit visit, long after, int wait) {
        HttpServerResponse response = context.response();
        if (response.closed() || response.ended()) {
            // It was given up while its token was looked at; no handler would hear of its end any more.
            return;
        }
        Downstream down = new Downstream(response, wait >= 0);
        response.exceptionHandler(failure -> {});
        response.closeHandler(closed -> visit.loop().runOnContext(there -> visit.deaf(down)));
        visit.loop().runOnContext(there -> {
            if (!visit.listen(down, after)) {
                vertx.runOnContext(back -> context.fail(Visits.over()));
            } else if (wait >= 0) {
                vertx.setTimer(1 + TimeUnit.SECONDS.toMillis(wait), timer -> visit.beat(down));
            }
        });
    }

    private Future<Reply> leave(RoutingContext context) {
        return visit(context).map(visit -> {
            visit.loop().runOnContext(there -> visit.end());
            return Reply.none();
        });
    }
}
