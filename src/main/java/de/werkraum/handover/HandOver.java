package de.werkraum.handover;

import de.werkraum.Limits;
import de.werkraum.export.ics.IcsFormat;
import de.werkraum.outside.Outside;
import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands tasks to a calendar on another server, as often as one likes. What was handed over before is found by its UID; nothing else there is
 * looked at. One for the server: all event loops ask it.
 */
public final class HandOver {
    private final Vertx vertx;
    private final HttpClient client;
    private final Outside outside;
    private final Limits.Handover limits;
    private final AtomicInteger running = new AtomicInteger();

    /**
     * For a whole server.
     *
     * @param allowed hosts that may lie in an internal network or have no TLS, since the operator says so
     */
    public HandOver(Vertx vertx, Set<String> allowed, Limits.Handover limits) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient();
        outside = new Outside(vertx, allowed);
        this.limits = limits;
    }

    /** Where to, and as whom. */
    public static final class Destination {
        private final Collection collection;
        private final CalDav.Login login;

        /** Reads what somebody has typed; refuses what is no address. */
        public Destination(String url, String user, String password) {
            collection = Collection.of(url);
            login = new CalDav.Login(user, password);
        }

        /** The server's name. */
        public String host() {
            return collection.host();
        }
    }

    /**
     * Makes the calendar hold these tasks.
     *
     * @param ending of the UIDs of this room's tasks
     */
    public Future<Outcome> run(Destination to, List<IcsFormat.Task> tasks, String ending) {
        if (running.incrementAndGet() > limits.handoversAtOnce()) {
            running.decrementAndGet();
            return Future.failedFuture(
                    Problem.unavailable("Too many plans are being handed over. Please try again shortly."));
        }
        long end = System.nanoTime() + limits.handoverSeconds() * 1_000_000_000L;
        return outside.find(to.collection.at(to.collection.path()), Refusals::of)
                .compose(server -> {
                    var calendar = new CalDav(vertx, client, to.collection, server, to.login, limits);
                    var pass = new Pass(calendar, () -> System.nanoTime() - end > 0);
                    return calendar.look()
                            .compose(there -> calendar.tasks(ending))
                            .compose(there -> vertx.executeBlocking(() -> pass.plan(tasks, there, ending), false))
                            .compose(Pass::run);
                })
                .onComplete(done -> running.decrementAndGet());
    }
}
