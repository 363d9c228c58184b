package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.metrics.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The TCP connections of one event loop, and how long each may take to say something: the head of a request, its body. Whoever is slower
 * is cut, whether silent or trickling. A connection that has become a WebSocket is only counted.
 */
final class Guests {
    private static final long LOOK_MILLIS = 1_000;

    private final Limits.Connections limits;
    private final Metrics metrics;
    private final AtomicInteger count;
    private final Map<HttpConnection, Visit> visits = new HashMap<>();

    /** What a connection is doing: by HTTP/2 several things at once. */
    private static final class Visit {
        private final List<HttpServerRequest> requests = new ArrayList<>(1);
        private long since = System.nanoTime();
        private boolean asked;

        void asks(HttpServerRequest request) {
            requests.removeIf(Visit::answered);
            requests.add(request);
            asked = true;
            since = System.nanoTime();
        }

        private static boolean answered(HttpServerRequest request) {
            return request.isEnded()
                    && (request.response().ended() || request.response().closed());
        }
    }

    /** @param count open connections of all event loops */
    Guests(Vertx vertx, Limits.Connections limits, Metrics metrics, AtomicInteger count) {
        this.limits = limits;
        this.metrics = metrics;
        this.count = count;
        vertx.setPeriodic(LOOK_MILLIS, timer -> look());
    }

    /** A connection is open; one too many is cut. */
    void arrive(HttpConnection connection) {
        connection.closeHandler(closed -> {
            count.decrementAndGet();
            visits.remove(connection);
        });
        visits.put(connection, new Visit());
        if (count.incrementAndGet() > limits.all()) {
            cut(connection, "connections");
        }
    }

    /** The head of a request is there. */
    void asks(HttpServerRequest request) {
        Visit visit = visits.get(request.connection());
        if (visit != null) {
            visit.asks(request);
        }
    }

    /** A connection has become a WebSocket. */
    void entered(HttpConnection connection) {
        visits.remove(connection);
    }

    private void look() {
        long now = System.nanoTime();
        List.copyOf(visits.entrySet()).forEach(entry -> look(entry.getKey(), entry.getValue(), now));
    }

    private void look(HttpConnection connection, Visit visit, long now) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(now - visit.since);
        if (!visit.asked) {
            if (seconds >= limits.headSeconds()) {
                cut(connection, "slowHead");
            }
            return;
        }
        visit.requests.removeIf(Visit::answered);
        if (visit.requests.stream().anyMatch(request -> !request.isEnded())) {
            if (seconds >= limits.bodySeconds()) {
                cut(connection, "slowBody");
            }
        } else if (!visit.requests.isEmpty()) {
            // The server takes its time, or streams.
            visit.since = now;
        } else if (seconds >= limits.keepAliveSeconds()) {
            cut(connection, "keepAlive");
        }
    }

    private void cut(HttpConnection connection, String reason) {
        metrics.goodbye(reason);
        // Nobody waits for the end of a connection whose close handler counts it.
        Future<Void> unused = connection.close();
    }
}
