package de.werkraum.web;

import de.werkraum.store.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@code /health/live} and {@code /health/ready}. */
final class HealthRoutes {
    private static final long PING_SECONDS = 2;

    private final Database database;
    private final BooleanSupplier serving;

    /** @param serving whether this server sees enough of the others to have rooms */
    HealthRoutes(Database database, BooleanSupplier serving) {
        this.database = database;
        this.serving = serving;
    }

    void mount(Router router) {
        router.get("/health/live").handler(Door.call(context -> Future.succeededFuture(up())));
        router.get("/health/ready").handler(Door.call(context -> ready()));
    }

    private Future<Reply> ready() {
        return database.ping()
                .timeout(PING_SECONDS, TimeUnit.SECONDS)
                .map(done -> serving.getAsBoolean() ? up() : down("servers"))
                .otherwise(failure -> down("database"));
    }

    private static Reply down(String what) {
        return new Reply(
                503,
                Map.of("Content-Type", "application/json"),
                new JsonObject().put("status", "down").put(what, "out of reach").toBuffer());
    }

    private static Reply up() {
        return Reply.ok(new JsonObject().put("status", "up"));
    }
}
