package de.werkraum.web;

import de.werkraum.metrics.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** {@code GET /metrics}: the server's numbers in Prometheus' text format, version 0.0.4. They name nobody, so anybody may read them. */
final class MetricsRoute {
    private static final Map<String, String> TEXT = Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8");

    private final Vertx vertx;
    private final Metrics metrics;

    MetricsRoute(Vertx vertx, Metrics metrics) {
        this.vertx = vertx;
        this.metrics = metrics;
    }

    void mount(Router router) {
        router.get("/metrics").handler(Door.call(this::read));
    }

    private Future<Reply> read(RoutingContext context) {
        return vertx.executeBlocking(metrics::text, false).map(text -> new Reply(200, TEXT, Buffer.buffer(text)));
    }
}
