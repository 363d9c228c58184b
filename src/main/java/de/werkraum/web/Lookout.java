package de.werkraum.web;

import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Somebody who is told how something stands, as Server-Sent Events, once a second at most and when it has changed. */
final class Lookout {
    /** Between two looks. Milliseconds. */
    private static final long BEAT = 1_000;

    /** Looks without news after which a comment says that the server is there: 15 s. */
    private static final int QUIET = 15;

    /** Statuses that say so for good; anything else may pass. */
    private static final Set<Integer> OVER = Set.of(401, 403, 404);

    private final HttpServerResponse response;
    private final String event;
    private final Supplier<Future<String>> sight;
    private String told = "";
    private int quiet;
    private boolean looking;

    private Lookout(HttpServerResponse response, String event, Supplier<Future<String>> sight) {
        this.response = response;
        this.event = event;
        this.sight = sight;
    }

    /**
     * A route that tells how an event stands.
     *
     * @param name what each look is called
     * @param others who looks on already
     * @param let who may look; asked again every 15 s
     * @param sight how it stands now, as JSON
     */
    static Handler<RoutingContext> route(
            Vertx vertx,
            String name,
            Onlookers others,
            Function<RoutingContext, Future<EventGate.Onlooker>> let,
            Function<UUID, Future<String>> sight) {
        return context -> let.apply(context)
                .map(one -> {
                    others.come(one.person());
                    return one;
                })
                .onFailure(context::fail)
                .onSuccess(one -> begin(
                        vertx,
                        context.response(),
                        name,
                        () -> sight.apply(one.event().id()),
                        () -> let.apply(context),
                        () -> others.leave(one.person())));
    }

    /**
     * Begins to tell, until the other side has gone.
     *
     * @param still fails where whoever looks may do so no longer, or there is nothing left to look at
     * @param over done once when it has ended
     */
    private static void begin(
            Vertx vertx,
            HttpServerResponse response,
            String event,
            Supplier<Future<String>> sight,
            Supplier<Future<?>> still,
            Runnable over) {
        if (!Listening.begin(response)) {
            over.run();
            return;
        }
        Lookout lookout = new Lookout(response, event, sight);
        lookout.look();
        long timer = vertx.setPeriodic(BEAT, beat -> lookout.look());
        long watch = vertx.setPeriodic(QUIET * BEAT, beat -> still.get().onFailure(lookout::end));
        Handler<Void> stop = gone -> {
            vertx.cancelTimer(watch);
            if (vertx.cancelTimer(timer)) {
                over.run();
            }
        };
        response.closeHandler(stop).endHandler(stop);
    }

    private void end(Throwable failure) {
        if (failure instanceof Problem problem && OVER.contains(problem.status()) && !gone()) {
            response.end();
        }
    }

    private boolean gone() {
        return response.closed() || response.ended();
    }

    /** Tells what is new; a reader that takes nothing is told later, as it stands then. */
    private void look() {
        if (looking || gone() || response.writeQueueFull()) {
            return;
        }
        looking = true;
        sight.get().onComplete(seen -> {
            looking = false;
            if (gone() || seen.failed()) {
                return;
            }
            if (!seen.result().equals(told)) {
                told = seen.result();
                quiet = 0;
                response.write("event: " + event + "\ndata: " + told + "\n\n");
            } else if (++quiet >= QUIET) {
                quiet = 0;
                response.write(":\n\n");
            }
        });
    }
}
