package de.werkraum.web;

import de.werkraum.store.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code /health/live} and {@code /health/ready}. */
final class HealthRoutes {
    private static final long PING_SECONDS = 2;

    private final Database database;

    HealthRoutes(Database database) {
        this.database = database;
    }

    void mount(Router router) {
        router.get("/health/live").handler(Door.call(context -> Future.succeededFuture(up())));
        router.get("/health/ready").handler(Door.call(context -> database.ping()
                .timeout(PING_SECONDS, TimeUnit.SECONDS)
                .map(done -> up())
                .otherwise(failure -> new Reply(
                        503,
                        Map.of("Content-Type", "application/json"),
                        new JsonObject()
                                .put("status", "down")
                                .put("database", "out of reach")
                                .toBuffer()))));
    }

    private static Reply up() {
        return Reply.ok(new JsonObject().put("status", "up"));
    }
}
