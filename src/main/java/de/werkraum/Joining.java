package de.werkraum;

import de.werkraum.bridge.Bridge;
import de.werkraum.cluster.Cluster;
import de.werkraum.cluster.Settings;
import de.werkraum.metrics.Metrics;
import de.werkraum.problem.StartupException;
import de.werkraum.room.Rooms;
import de.werkraum.store.Allied;
import de.werkraum.store.Database;
import de.werkraum.store.Servers;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How a server begins: alone, or as one of several. Nothing of a cluster is loaded for one that is alone.
 *
 * @param settings how to find the others; null for a server that is alone
 * @param cluster the others; null for a server that is alone
 */
record Joining(Vertx vertx, @Nullable Settings settings, @Nullable Cluster cluster) {
    /** Three that start at the same moment take up to 24 s; whoever takes longer does not find the others. */
    private static final int JOIN_SECONDS = 60;

    private static final long LOOK_MILLIS = 500;

    static Joining alone() {
        return new Joining(Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)), null, null);
    }

    /** Finds the others. Blocks; not from an event loop. */
    static Joining join(Settings settings) {
        try {
            Cluster cluster = Cluster.join(settings)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(JOIN_SECONDS, TimeUnit.SECONDS);
            return new Joining(cluster.vertx(), settings, cluster);
        } catch (TimeoutException e) {
            throw new StartupException("The other servers are not reached within " + JOIN_SECONDS
                    + " s: see WERKRAUM_CLUSTER_MEMBERS, and whether the ports are open.");
        } catch (ExecutionException e) {
            throw new StartupException("WERKRAUM_CLUSTER: this server can't join the others: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException("The start was interrupted.");
        }
    }

    /** The database, as one of several. */
    Database open(Config config) {
        Cluster others = Objects.requireNonNull(cluster);
        Settings known = Objects.requireNonNull(settings);
        int loops = Runtime.getRuntime().availableProcessors();
        return Database.join(
                vertx,
                Objects.requireNonNull(config.databaseUrl()),
                config.databaseConnections(),
                new Allied(others.node(), known.http(), loops, Bridge.LANGUAGE));
    }

    /** Null for a server that is alone. */
    @Nullable
    Bridge bridge(Context loop, Database database, Bridge.Keeper keeper) {
        int own = database.number();
        return cluster == null ? null : new Bridge(cluster, loop, new Servers(database.pool(), own), own, keeper);
    }

    /** Completes when all others that use the database are seen: never are two halves of the servers served side by side. */
    Future<Void> start(Bridge bridge, Rooms rooms, List<Context> loops, Limits limits, Metrics metrics) {
        Promise<Void> joined = Promise.promise();
        bridge.start(rooms, loops, limits, metrics)
                .onFailure(joined::fail)
                .onSuccess(hears -> await(bridge, System.nanoTime(), joined));
        return joined.future();
    }

    private void await(Bridge bridge, long since, Promise<Void> joined) {
        List<Integer> unseen = bridge.unseen();
        if (unseen.isEmpty()) {
            String foreign = bridge.foreign();
            if (foreign == null) {
                bridge.joined().onComplete(joined);
            } else {
                joined.fail(new StartupException(foreign));
            }
        } else if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(JOIN_SECONDS)) {
            joined.fail(
                    new StartupException("Servers " + unseen + " use the same database and are not reached from here:"
                            + " see WERKRAUM_CLUSTER_MEMBERS, and whether the ports are open."));
        } else {
            vertx.setTimer(LOOK_MILLIS, timer -> await(bridge, since, joined));
        }
    }
}
