package de.werkraum.support;

import de.werkraum.access.Ids;
import de.werkraum.store.Database;
import de.werkraum.store.SessionStore;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The stores over a database of their own, and an event loop, for parts of a server without the server. */
public final class LiveStores implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final String url = TestDatabase.url();
    private final Database database = Database.open(vertx, url, Path.of("target"), 12);
    private final Stores stores = Stores.of(database.pool());
    private final Context loop = vertx.getOrCreateContext();

    public Vertx vertx() {
        return vertx;
    }

    /** The address of its database. */
    public String url() {
        return url;
    }

    public Stores stores() {
        return stores;
    }

    /** The event loop of whatever is tested. */
    public Context loop() {
        return loop;
    }

    /** A room with an empty plan. */
    public UUID room() {
        UUID room = new Ids().next();
        result(stores.rooms()
                .found(
                        StoredRoom.fresh(room, null, "Ein Raum", "de", Instant.now()),
                        new byte[] {0, 0},
                        Map.of(),
                        null,
                        SessionStore.Purpose.NONE,
                        null));
        execute("delete from plan_update where room = '" + room + "'");
        return room;
    }

    /** Runs SQL; the tables are found without their schema. */
    public void execute(String sql) {
        result(database.pool().query(sql).execute());
    }

    /** The only number that a query gives. */
    public long number(String sql) {
        return result(database.pool().query(sql).execute()).iterator().next().getLong(0);
    }

    /** Does something on the event loop; answers what it answered. */
    public <T> T on(Supplier<T> action) {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.runOnContext(now -> {
            try {
                done.complete(action.get());
            } catch (RuntimeException | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        return done.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** What a future brings. */
    public static <T> T result(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        database.close();
        result(vertx.close());
    }
}
