package de.werkraum.web;

import de.werkraum.event.Recent;
import de.werkraum.problem.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Somebody who is told how something stands, as Server-Sent Events, once a second at most and when it has changed. */
final class Lookout {
    /** Between two looks. Milliseconds. */
    private static final long BEAT = 1_000;

    /** Events looked at in the same second; those of more are looked at anew. */
    private static final int MOST = 1_000;

    /** Looks without news after which a comment says that the server is there: 15 s. */
    private static final int QUIET = 15;

    /** Looks that a reader may take nothing, as in a room: 30 s. */
    private static final int PATIENCE = 30;

    /** After how long a page comes back that made way for another. Milliseconds. */
    private static final int AGAIN = 30_000;

    /** Statuses that say so for good; anything else may pass. */
    private static final Set<Integer> OVER = Set.of(401, 403, 404);

    private final HttpServerResponse response;
    private final String event;
    private final Supplier<Future<String>> sight;
    private String told = "";
    private int quiet;
    private int stuck;
    private boolean looking;

    private Lookout(HttpServerResponse response, String event, Supplier<Future<String>> sight) {
        this.response = response;
        this.event = event;
        this.sight = sight;
    }

    /** What is seen of events, one look of each for all who look within a second. */
    static Recent<UUID, String> looks(Clock clock) {
        return new Recent<>(clock::millis, BEAT, MOST);
    }

    /**
     * A route that tells how an event stands.
     *
     * @param name what each look is called
     * @param others who looks on already; the oldest make way
     * @param let who may look; asked again every 15 s
     * @param sight how it stands now, as JSON
     */
    static Handler<RoutingContext> route(
            Vertx vertx,
            String name,
            Onlookers others,
            Function<RoutingContext, Future<EventGate.Onlooker>> let,
            Function<UUID, Future<String>> sight) {
        return context -> let.apply(context).onFailure(context::fail).onSuccess(one -> {
            if (Listening.begin(context.response())) {
                new Lookout(
                                context.response(),
                                name,
                                () -> sight.apply(one.event().id()))
                        .begin(vertx, () -> let.apply(context), end -> others.come(one, end));
            }
        });
    }

    /**
     * Begins to tell, until the other side has gone.
     *
     * @param still fails where whoever looks may do so no longer, or there is nothing left to look at
     * @param others takes what ends this look, and gives what is done once when it has ended
     */
    private void begin(Vertx vertx, Supplier<Future<?>> still, UnaryOperator<Runnable> others) {
        Context here = vertx.getOrCreateContext();
        Runnable over = others.apply(() -> here.runOnContext(now -> giveWay()));
        look();
        long timer = vertx.setPeriodic(BEAT, beat -> look());
        long watch = vertx.setPeriodic(QUIET * BEAT, beat -> still.get().onFailure(this::end));
        Handler<Void> stop = gone -> {
            vertx.cancelTimer(watch);
            if (vertx.cancelTimer(timer)) {
                over.run();
            }
        };
        response.closeHandler(stop).endHandler(stop);
    }

    /** A page that is still there comes back later, so that too many of them don't push each other out all the time. */
    private void giveWay() {
        if (gone()) {
            return;
        } else if (response.writeQueueFull()) {
            response.reset();
        } else {
            response.end("retry: " + AGAIN + "\n\n");
        }
    }

    private void end(Throwable failure) {
        if (failure instanceof Problem problem && OVER.contains(problem.status()) && !gone()) {
            response.end();
        }
    }

    private boolean gone() {
        return response.closed() || response.ended();
    }

    /** Tells what is new; a reader that takes nothing is told later, as it stands then, and cut off where it takes nothing for long. */
    private void look() {
        stuck = response.writeQueueFull() ? stuck + 1 : 0;
        if (stuck > PATIENCE && !gone()) {
            response.reset();
        }
        if (looking || gone() || stuck > 0) {
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
