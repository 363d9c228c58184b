package de.werkraum;

import de.werkraum.access.Ids;
import de.werkraum.access.JoinCodes;
import de.werkraum.access.Secrets;
import de.werkraum.bridge.Bridge;
import de.werkraum.cluster.Settings;
import de.werkraum.event.Returning;
import de.werkraum.hook.Courier;
import de.werkraum.journal.Journal;
import de.werkraum.metrics.Metrics;
import de.werkraum.outside.Outside;
import de.werkraum.pace.Aside;
import de.werkraum.plan.Templates;
import de.werkraum.poll.LoadedPolls;
import de.werkraum.press.Press;
import de.werkraum.room.Founding;
import de.werkraum.room.Homes;
import de.werkraum.room.Plans;
import de.werkraum.room.Room;
import de.werkraum.room.RoomLoader;
import de.werkraum.room.Rooms;
import de.werkraum.room.Services;
import de.werkraum.store.Database;
import de.werkraum.store.HookQueue;
import de.werkraum.store.Stores;
import de.werkraum.web.Parts;
import de.werkraum.web.WebServer;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Trees;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A running server: composed top to bottom, ended bottom to top. */
public final class Werkraum {
    private static final Logger LOG = Logger.getLogger(Werkraum.class.getName());

    private final Vertx vertx;
    private final Config config;
    private final Database database;
    private final Journal journal;
    private final Rooms rooms;
    private final @Nullable Bridge bridge;
    private final Press press;
    private final int port;
    private final Greeting greeting;
    private final List<WebServer> servers;

    /**
     * What the first start has to tell.
     *
     * @param organiserKey the generated key, to be shown once; null if there was one
     * @param demo the codes of the demo workshop; null if there is none
     */
    public record Greeting(@Nullable String organiserKey, @Nullable Demo demo) {}

    private Werkraum(
            Vertx vertx,
            Config config,
            Database database,
            Journal journal,
            Rooms rooms,
            @Nullable Bridge bridge,
            Press press,
            int port,
            Greeting greeting,
            List<WebServer> servers) {
        this.vertx = vertx;
        this.config = config;
        this.database = database;
        this.journal = journal;
        this.rooms = rooms;
        this.bridge = bridge;
        this.press = press;
        this.port = port;
        this.greeting = greeting;
        this.servers = servers;
    }

    /**
     * Starts a server; completes when requests are served.
     *
     * <p>Opening the database blocks, so this must not be called from an event loop.
     */
    public static Future<Werkraum> start(Config config) {
        // PostgreSQL takes half of a start, and mostly lets wait: what needs no database is made meanwhile.
        CompletableFuture<Ready> ready = CompletableFuture.supplyAsync(Ready::made);
        CompletableFuture<Joining> loops;
        Settings settings = config.cluster();
        try {
            loops = settings == null
                    ? CompletableFuture.supplyAsync(Joining::alone)
                    : CompletableFuture.completedFuture(Joining.join(settings));
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
        Database database;
        try {
            database = settings == null
                    ? Database.open(
                            () -> loops.join().vertx(),
                            config.databaseUrl(),
                            config.dataFolder(),
                            config.databaseConnections())
                    : loops.join().open(config);
        } catch (RuntimeException e) {
            loops.join().vertx().close();
            return Future.failedFuture(e);
        }
        Joining joining = loops.join();
        // A promise of no event loop: after a failure there is none left to complete it on.
        Promise<Werkraum> started = Promise.promise();
        compose(joining, config, database, ready.join())
                .onSuccess(started::complete)
                .onFailure(failure -> new Thread(() -> {
                            database.close();
                            joining.vertx().close();
                            started.fail(failure);
                        })
                        .start());
        return started.future();
    }

    /** What a server needs and can be made before there is a database. */
    private record Ready(Metrics metrics, Templates templates) {
        static Ready made() {
            return new Ready(new Metrics(), Templates.load(text -> Trees.plain(Json.decodeValue(text))));
        }
    }

    private static Future<Werkraum> compose(Joining joining, Config config, Database database, Ready ready) {
        Vertx vertx = joining.vertx();
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        Stores stores = Stores.of(database.pool());
        Founding founding = new Founding(stores, new Ids(), new JoinCodes(), clock);
        Metrics metrics = ready.metrics();
        Templates templates = ready.templates();
        int cores = Runtime.getRuntime().availableProcessors();
        AtomicReference<@Nullable Rooms> born = new AtomicReference<>();

        return loops(vertx, cores + 1).compose(loops -> {
            List<Context> roomLoops = loops.subList(0, cores);
            // On one core a loop of its own would gain nothing, and every edit would wake it.
            Context home = loops.get(cores == 1 ? 0 : cores);
            Journal journal = new Journal(vertx, home, stores.plans(), config.limits(), metrics, new Watch(born));
            database.whenReconnected(journal::look);
            AtomicLong waiting = new AtomicLong();
            Aside aside = new Aside(vertx, Math.max(2, cores / 2));
            Custody custody = new Custody(born, journal, stores);
            Bridge bridge = joining.bridge(home, database, custody);
            Homes homes = bridge == null ? Homes.ALL : bridge.homes();
            Services services = new Services(
                    vertx, clock, config.limits(), config.joinUrl(), stores, journal, aside, homes, waiting, metrics);
            Rooms rooms = new RoomLoader(services).rooms(roomLoops);
            born.set(rooms);
            watch(metrics, rooms, journal, waiting);
            Plans plans = new Plans(
                    rooms,
                    stores.plans(),
                    new LoadedPolls(stores.polls()),
                    config.limits().plans(),
                    aside);
            Future<Void> joined = bridge == null
                    ? Future.succeededFuture()
                    : joining.start(bridge, rooms, roomLoops, config.limits(), metrics);
            Future<Void> reached = joined.compose(in -> database.reached());
            return reached.compose(in -> Opened.by(vertx, config, stores)).compose(opened -> {
                Courier courier = courier(vertx, config, clock, database, stores, opened.secrets(), metrics);
                Press press = Documents.press(vertx, config);
                Parts parts = Parts.of(
                        vertx,
                        config,
                        clock,
                        database,
                        stores,
                        opened.doors(),
                        templates,
                        founding,
                        rooms,
                        bridge == null ? rooms : bridge,
                        bridge,
                        plans,
                        press,
                        opened.secrets(),
                        courier,
                        metrics);
                return demo(config, stores, founding, templates).compose(demo -> custody.wakePolls()
                        .compose(awake -> parts.answer())
                        .compose(awake -> serve(roomLoops, parts))
                        .onSuccess(served -> {
                            new Retention(vertx, clock, stores, rooms, config).start();
                            courier.start();
                            new Returning(vertx, stores, rooms, plans).start();
                        })
                        .map(served -> new Werkraum(
                                vertx,
                                config,
                                database,
                                journal,
                                rooms,
                                bridge,
                                press,
                                served.get(0).port(),
                                new Greeting(opened.key(), demo.orElse(null)),
                                served)));
            });
        });
    }

    private static Courier courier(
            Vertx vertx,
            Config config,
            Clock clock,
            Database database,
            Stores stores,
            Secrets secrets,
            Metrics metrics) {
        Limits.Hooks limits = config.limits().hooks();
        Outside outside = new Outside(vertx, config.exporting().hookHosts());
        HookQueue queue = new HookQueue(database.pool(), limits.hookAnswers());
        return new Courier(vertx, clock, stores.hooks(), queue, secrets, outside, limits, metrics);
    }

    private static void watch(Metrics metrics, Rooms rooms, Journal journal, AtomicLong waiting) {
        metrics.gauge(
                "werkraum_waiting_bytes",
                "Bytes of messages of members that send faster than their pace.",
                waiting::get);
        metrics.gauge("werkraum_rooms", "Rooms in memory.", rooms::size);
        metrics.gauge("werkraum_journal_updates", "Edits waiting for their commit.", journal::pendingUpdates);
        metrics.gauge("werkraum_journal_bytes", "Bytes of edits waiting for their commit.", journal::pendingBytes);
        metrics.gauge(
                "werkraum_journal_oldest_seconds",
                "How long the oldest edit has waited for its commit.",
                () -> journal.oldestNanos() / 1e9);
    }

    /** Tells all rooms what the journal sees of PostgreSQL. */
    private record Watch(AtomicReference<@Nullable Rooms> born) implements Journal.Watcher {
        @Override
        public void storing(boolean ok) {
            everywhere(room -> room.storage(ok));
        }

        @Override
        public void anotherServer() {
            everywhere(Room::doubt);
        }

        private void everywhere(Consumer<Room> action) {
            Rooms rooms = born.get();
            if (rooms != null) {
                rooms.everywhere(action);
            }
        }
    }

    /** An event loop to live on. */
    private static final class Loop extends VerticleBase {
        Context context() {
            return context;
        }
    }

    private static Future<List<Context>> loops(Vertx vertx, int count) {
        List<Loop> loops = new ArrayList<>();
        List<Future<String>> deployed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Loop loop = new Loop();
            loops.add(loop);
            deployed.add(vertx.deployVerticle(loop));
        }
        return Future.all(deployed)
                .map(done -> loops.stream().map(Loop::context).toList());
    }

    private static Future<Optional<Demo>> demo(Config config, Stores stores, Founding founding, Templates templates) {
        return config.demo() ? Demo.found(stores, founding, templates) : Future.succeededFuture(Optional.empty());
    }

    /** One instance on each loop of the rooms, all on one port: what a room's own loop has accepted needs no other thread. */
    private static Future<List<WebServer>> serve(List<Context> loops, Parts parts) {
        List<WebServer> servers = new ArrayList<>();
        List<Future<Void>> listening = new ArrayList<>();
        for (Context loop : loops) {
            WebServer server = new WebServer(parts);
            servers.add(server);
            listening.add(deploy(server, loop));
        }
        if (parts.bridge() != null) {
            for (Context loop : loops) {
                WebServer inner = WebServer.inner(parts);
                servers.add(inner);
                listening.add(deploy(inner, loop));
            }
        }
        return Future.all(listening).map(servers);
    }

    private static Future<Void> deploy(WebServer server, Context loop) {
        Promise<Void> deployed = Promise.promise();
        loop.runOnContext(there -> {
            try {
                server.deploy(loop).<Void>mapEmpty().onComplete(deployed);
            } catch (Exception e) {
                deployed.fail(e);
            }
        });
        return deployed.future();
    }

    /** The port that is served. */
    public int port() {
        return port;
    }

    /** What the first start has to tell. */
    public Greeting greeting() {
        return greeting;
    }

    /** Completes if another server has taken over the database: this one can save nothing any more and is to be closed. */
    public Future<Void> replaced() {
        return database.replaced();
    }

    /**
     * Ends in order: says goodbye to all sockets and takes no more, commits what was accepted, stops the database. Blocks at most {@code
     * shutdownSeconds}; not from an event loop.
     */
    public void close() {
        int seconds = config.limits().upkeep().shutdownSeconds();
        Bridge several = bridge;
        if (several != null) {
            several.end();
        }
        try {
            Future.join(servers.stream().map(WebServer::endSockets).toList())
                    .timeout(1, TimeUnit.SECONDS)
                    .transform(told ->
                            rooms.everywhere(room -> room.end(Goodbye.SHUTDOWN)).timeout(1, TimeUnit.SECONDS))
                    .transform(told -> journal.drained().timeout(seconds / 2, TimeUnit.SECONDS))
                    .compose(saved -> several == null ? Future.succeededFuture() : several.left())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "The end was not in order: {0}", String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        press.close();
        database.close();
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(1, TimeUnit.SECONDS)
                .exceptionally(slow -> null)
                .join();
    }
}
