package de.werkraum.web;

import de.werkraum.Config;
import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.access.JoinCodes;
import de.werkraum.access.Secrets;
import de.werkraum.bridge.Bridge;
import de.werkraum.cluster.Settings;
import de.werkraum.event.Gathering;
import de.werkraum.event.Material;
import de.werkraum.event.Plenary;
import de.werkraum.event.StatusLinks;
import de.werkraum.export.Exports;
import de.werkraum.handover.HandOver;
import de.werkraum.hook.Courier;
import de.werkraum.metrics.Metrics;
import de.werkraum.plan.Templates;
import de.werkraum.problem.Problem;
import de.werkraum.room.Entrance;
import de.werkraum.room.Founding;
import de.werkraum.room.Plans;
import de.werkraum.room.Rooms;
import de.werkraum.store.Database;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Serves HTTP and WebSockets on one event loop; several instances share the port, so that sockets spread over the loops. */
public final class WebServer extends VerticleBase {
    /** Vert.x' word for: some free port, the same for all instances. */
    private static final int ANY_PORT = -1;

    /** The threads that documents are made on. */
    private static final String EXPORTING = "werkraum-exports";

    private final Parts parts;
    /** Whether it serves the other servers, which pass on what came to them. */
    private final boolean inner;

    private HttpServer server;
    private Collab collab;
    private Providers providers;
    private Visits visits;

    /** What the routes need. */
    public record Parts(
            Config config,
            Clock clock,
            Database database,
            Stores stores,
            Doors doors,
            Ids ids,
            JoinCodes codes,
            Templates templates,
            Founding founding,
            Rooms rooms,
            Entrance entrance,
            @Nullable Bridge bridge,
            Plans plans,
            Exports exports,
            WrongCodes wrongCodes,
            Acts acts,
            Ledger ledger,
            Refusals refusals,
            AtomicInteger connections,
            Map<UUID, Visit> visits,
            Boards boards,
            Walls walls,
            Strangers strangers,
            ImportDesk desk,
            HandOver handOver,
            Secrets secrets,
            Courier courier,
            Keys keyring,
            Acts feedPace,
            Acts statusPace,
            WrongCodes wrongFeeds,
            Results results,
            Pages pages,
            Metrics metrics) {

        /** With the counts of what is limited, which all instances share. */
        public static Parts of(
                Vertx vertx,
                Config config,
                Clock clock,
                Database database,
                Stores stores,
                Doors doors,
                Templates templates,
                Founding founding,
                Rooms rooms,
                Entrance entrance,
                @Nullable Bridge bridge,
                Plans plans,
                Exports exports,
                Secrets secrets,
                Courier courier,
                Metrics metrics) {
            Ledger ledger = new Ledger(config.limits().messages(), System::nanoTime);
            metrics.gauge(
                    "werkraum_partial_bytes", "Bytes of WebSocket messages that are not whole yet.", ledger::held);
            Map<UUID, Visit> visits = new ConcurrentHashMap<>();
            metrics.gauge("werkraum_visits", "Connections without a WebSocket.", visits::size);
            Boards boards = new Boards(
                    stores, new Errands(rooms, stores, bridge, config.limits().texts()), clock);
            return new Parts(
                    config,
                    clock,
                    database,
                    stores,
                    doors,
                    founding.ids(),
                    founding.codes(),
                    templates,
                    founding,
                    rooms,
                    entrance,
                    bridge,
                    plans,
                    exports,
                    wrong(config),
                    new Acts(vertx, config.limits().requests(), System::nanoTime),
                    ledger,
                    new Refusals(System::nanoTime, config.limits().connections().refusedSeconds()),
                    new AtomicInteger(),
                    visits,
                    boards,
                    new Walls(stores, boards, clock, config.joinUrl()),
                    new Strangers(System::nanoTime),
                    new ImportDesk(vertx, config.limits().imports()),
                    new HandOver(
                            vertx,
                            config.exporting().handoverHosts(),
                            config.limits().handover()),
                    secrets,
                    courier,
                    new Keys(stores.keys(), clock, wrong(config)),
                    pace(vertx, config.limits().secrets().feedsPerSecond(), config),
                    pace(vertx, config.limits().afterwards().statusPerSecond(), config),
                    wrong(config),
                    resultsOf(vertx, config, clock, stores, plans, exports),
                    Pages.read(),
                    metrics);
        }

        private Errands errands() {
            return new Errands(rooms, stores, bridge, config.limits().texts());
        }

        /** Answers what other servers, if there are any, have to do in rooms of this one. */
        public Future<Void> answer() {
            Bridge others = bridge;
            return others == null ? Future.succeededFuture() : others.answer(errands()::hear);
        }
    }

    private static Results resultsOf(
            Vertx vertx, Config config, Clock clock, Stores stores, Plans plans, Exports exports) {
        Limits.Afterwards limits = config.limits().afterwards();
        var gathering = new Gathering(stores, new Material(stores, plans, clock), clock, limits);
        WorkerExecutor worker = vertx.createSharedWorkerExecutor(EXPORTING, ExportRoutes.AT_ONCE);
        return new Results(stores, gathering, exports, worker, clock, limits);
    }

    private static WrongCodes wrong(Config config) {
        return new WrongCodes(config.limits().requests().wrongCodesPerSecond(), System::nanoTime);
    }

    /** A pace of its own for what is asked for by an address alone. */
    private static Acts pace(Vertx vertx, int perSecond, Config config) {
        Limits.Requests usual = config.limits().requests();
        var limits = new Limits.Requests(
                usual.bodyBytes(), usual.anyBodyBytes(), perSecond, usual.bytesPerAct(), usual.wrongCodesPerSecond());
        return new Acts(vertx, limits, System::nanoTime);
    }

    @SuppressWarnings("NullAway.Init") // start() sets them
    public WebServer(Parts parts) {
        this(parts, false);
    }

    @SuppressWarnings("NullAway.Init") // start() sets them
    private WebServer(Parts parts, boolean inner) {
        this.parts = parts;
        this.inner = inner;
    }

    /** One that answers what other servers pass on. */
    public static WebServer inner(Parts parts) {
        return new WebServer(parts, true);
    }

    @Override
    public Future<?> start() {
        Limits limits = parts.config().limits();
        HttpServerOptions options = new HttpServerOptions()
                .setCompressionSupported(true)
                .setHttp2ClearTextEnabled(false)
                .setWebSocketSubProtocols(List.of(Gate.SUBPROTOCOL))
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(limits.messages().offlineBytes())
                .setMaxWebSocketMessageSize(limits.messages().offlineBytes());
        listen(options);
        Config.Tls tls = inner ? null : parts.config().tls();
        Certificates certificates = tls == null ? null : new Certificates(vertx, tls);
        if (certificates != null) {
            certificates.set(options);
        }
        server = vertx.createHttpServer(options);
        Door door = new Door(parts.metrics(), new Headers(parts.config().secure()), parts.strangers());
        Gate gate = new Gate(parts.doors().tokens(), parts.stores(), parts.acts(), parts.keyring());
        Guests guests = new Guests(vertx, limits.connections(), parts.metrics(), parts.connections());
        Upgrade upgrade = new Upgrade(door, guests, parts.config().publicUrl());
        collab = new Collab(context, gate, door, upgrade, parts.ledger(), parts.refusals(), parts.entrance(), limits);
        Admission admission = new Admission(context, gate, parts.refusals(), parts.entrance());
        providers = new Providers(context, upgrade, admission, limits, parts.metrics(), parts.ledger());
        Bridge bridge = parts.bridge();
        visits = new Visits(
                vertx,
                context,
                parts.visits(),
                parts.entrance(),
                limits,
                parts.ledger(),
                door,
                parts.refusals(),
                bridge == null ? 0 : bridge.own());
        Passing passing = passing(gate, door);
        Router router = router(gate, door, passing);
        return server.connectionHandler(guests::arrive)
                .invalidRequestHandler(door::malformed)
                .requestHandler(request -> {
                    guests.asks(request);
                    if (request.path().startsWith(Collab.PATH) && !VisitRoutes.takes(request.path())) {
                        collab.connect(request);
                    } else if (Providers.takes(request.path())) {
                        providers.connect(request);
                    } else if (passing != null) {
                        passing.serve(request, () -> router.handle(request));
                    } else {
                        router.handle(request);
                    }
                })
                .listen()
                .onSuccess(listening -> {
                    if (certificates != null) {
                        certificates.watch(server, limits.upkeep().certificateSeconds());
                    }
                });
    }

    private void listen(HttpServerOptions options) {
        Settings cluster = parts.config().cluster();
        if (!inner || cluster == null) {
            options.setHost(parts.config().host())
                    .setPort(
                            parts.config().port() == 0
                                    ? ANY_PORT
                                    : parts.config().port());
            return;
        }
        options.setHost(cluster.host()).setPort(cluster.httpPort());
        Settings.Tls tls = cluster.tls();
        if (tls != null) {
            tls.secure(options);
            options.setClientAuth(ClientAuth.REQUIRED);
        }
    }

    /** What passes requests on; null where there is nobody, and for requests that were passed on. */
    private @Nullable Passing passing(Gate gate, Door door) {
        Settings cluster = parts.config().cluster();
        Bridge bridge = parts.bridge();
        return inner || cluster == null || bridge == null ? null : new Passing(vertx, cluster, bridge, gate, door);
    }

    /** Says goodbye to all sockets and takes no more. May be called from any thread. */
    public Future<Void> endSockets() {
        Promise<Void> ended = Promise.promise();
        context.runOnContext(there -> {
            visits.end();
            Future.join(collab.end(), providers.end()).<Void>mapEmpty().onComplete(ended);
        });
        return ended.future();
    }

    /** The port it listens on, once started. */
    public int port() {
        return server.actualPort();
    }

    private Router router(Gate gate, Door door, @Nullable Passing passing) {
        Router router = Router.router(vertx);
        router.route().handler(door::headers);
        router.route("/api/*").handler(door.origin(parts.config().publicUrl()));
        router.route("/collab/*").handler(door.origin(parts.config().publicUrl()));
        router.route().failureHandler(context -> {
            if (passing == null || !passing.again(context)) {
                door.fail(context);
            }
        });
        Bridge bridge = parts.bridge();
        new HealthRoutes(parts.database(), () -> bridge == null || bridge.serving()).mount(router);
        new MetricsRoute(vertx, parts.metrics()).mount(router);
        Limits limits = parts.config().limits();
        Bodies bodies = new Bodies(gate, parts.ledger(), limits.requests(), parts.metrics());
        router.route("/api/v1/*").subRouter(api(gate, bodies));
        new VisitRoutes(vertx, gate, visits, limits.visits()).mount(router, bodies);
        OwnPages own =
                new OwnPages(vertx, parts.pages(), parts.config().dataFolder().resolve(OwnPages.FOLDER));
        own.mount(router);
        parts.pages().mount(router);
        own.mountLast(router);
        router.route().handler(context -> context.fail(Problem.notFound("There is nothing at this address.")));
        return router;
    }

    private Router api(Gate gate, Bodies bodies) {
        Limits limits = parts.config().limits();
        Router api = Router.router(vertx);
        Once once = new Once(parts.stores().requests(), parts.clock());
        Scripts scripts = new Scripts(gate, parts.keyring(), parts.stores(), parts.acts());
        new StreamRoute(vertx, context, gate, parts.entrance()).mount(api);
        api.route().handler(bodies::pass);
        ImportRoutes imports = new ImportRoutes(
                gate,
                parts.stores(),
                parts.rooms(),
                parts.plans(),
                parts.desk(),
                parts.ids(),
                parts.clock(),
                limits.imports());
        imports.mountUpload(api);
        EventGate doors = new EventGate(gate, scripts, parts.stores());
        Errands errands = parts.errands();
        ProgrammeRoutes programmes = programmes(doors, errands);
        new ProgrammeImport(doors, programmes, parts.desk(), parts.ids(), parts.clock(), limits, parts.templates())
                .mountUpload(api);
        api.route()
                .handler(
                        BodyHandler.create(false).setBodyLimit(limits.requests().bodyBytes()));
        api.route().handler(context -> Body.early(context, parts.plans().aside()));
        new OpenApiRoute().mount(api);
        new LoginRoute(parts.doors()).mount(api);
        new SignOnRoutes(parts.doors(), parts.config().joinUrl()).mount(api);
        Passes passes = new Passes(
                doors, parts.doors(), parts.stores(), errands, parts.ids(), parts.clock(), once, limits.events());
        events(api, doors, programmes, errands, once);
        new PassRoutes(
                        doors,
                        parts.stores(),
                        errands,
                        passes,
                        parts.codes(),
                        once,
                        limits.texts(),
                        parts.config().joinUrl())
                .mount(api);
        new AgendaRoutes(doors, parts.stores()).mount(api);
        new BoardRoutes(vertx, doors, parts.stores(), errands, parts.boards(), parts.clock(), limits.texts())
                .mount(api);
        new PlaylistRoutes(vertx, doors, parts.stores(), parts.walls(), parts.clock()).mount(api);
        new RoomRoutes(
                        gate,
                        scripts,
                        parts.stores(),
                        parts.rooms(),
                        errands,
                        parts.founding(),
                        parts.codes(),
                        parts.templates(),
                        parts.config(),
                        once,
                        new Reusing(parts.founding(), parts.desk(), limits.texts()))
                .mount(api);
        new JoinRoute(
                        gate,
                        parts.doors(),
                        parts.stores(),
                        errands,
                        parts.ids(),
                        parts.clock(),
                        limits,
                        parts.wrongCodes(),
                        once,
                        passes)
                .mount(api);
        new AccountRoutes(doors, parts.doors(), parts.stores(), passes).mount(api);
        new AuditRoute(gate, parts.stores().audit()).mount(api);
        new PersonalRoutes(gate, parts.stores(), parts.rooms(), parts.founding(), errands).mount(api);
        new MemberRoutes(gate, parts.stores(), parts.rooms(), parts.founding(), limits.texts()).mount(api);
        imports.mount(api);
        new PlanRoutes(scripts, parts.stores(), parts.rooms(), parts.plans(), parts.ids()).mount(api);
        documents(api, doors, scripts);
        outwards(api, doors, once);
        new VersionRoutes(
                        gate,
                        parts.stores().versions(),
                        parts.rooms(),
                        limits.texts(),
                        once,
                        parts.plans(),
                        parts.desk())
                .mount(api);
        new FeedbackRoutes(
                        gate,
                        parts.stores().versions(),
                        parts.plans(),
                        parts.rooms(),
                        parts.desk(),
                        parts.clock(),
                        limits)
                .mount(api);
        new PollRoutes(gate, scripts, parts.rooms(), limits.texts(), once).mount(api);
        new CardRoutes(gate, parts.rooms(), limits).mount(api);
        api.route().handler(context -> context.fail(Problem.notFound("There is nothing at this address.")));
        return api;
    }

    private ProgrammeRoutes programmes(EventGate doors, Errands errands) {
        return new ProgrammeRoutes(
                doors,
                parts.stores(),
                errands,
                parts.ids(),
                parts.config().limits(),
                parts.templates(),
                parts.config().joinUrl());
    }

    /** Events, their programmes, and what is made of these. */
    private void events(Router api, EventGate doors, ProgrammeRoutes programmes, Errands errands, Once once) {
        new EventRoutes(
                        doors,
                        parts.stores(),
                        parts.ids(),
                        parts.clock(),
                        parts.config().limits().texts(),
                        once,
                        new RoomEnding(parts.stores(), errands))
                .mount(api);
        programmes.mount(api);
        new SessionRoutes(
                        doors,
                        parts.stores(),
                        parts.rooms(),
                        programmes,
                        new RoomEnding(parts.stores(), errands),
                        parts.config().limits().events().sessionsPerEvent())
                .mount(api);
        new OpeningRoutes(
                        doors,
                        parts.stores(),
                        parts.founding(),
                        programmes,
                        parts.templates(),
                        parts.clock(),
                        parts.config().joinUrl())
                .mount(api);
        Limits limits = parts.config().limits();
        new CollectRoutes(doors, plenary(), parts.ids(), limits.events(), limits.texts()).mount(api);
    }

    private Plenary plenary() {
        return new Plenary(parts.stores(), parts.rooms(), parts.plans(), parts.clock(), () -> parts.ids()
                .next()
                .toString());
    }

    /** What leaves rooms: documents, and tasks for calendars. */
    private void documents(Router api, EventGate doors, Scripts scripts) {
        Gate gate = doors.gate();
        Material material = new Material(parts.stores(), parts.plans(), parts.clock());
        WorkerExecutor worker = vertx.createSharedWorkerExecutor(EXPORTING, ExportRoutes.AT_ONCE);
        new ExportRoutes(scripts, parts.stores(), material, parts.exports(), worker, parts.founding()).mount(api);
        new HandoverRoute(gate, parts.stores(), material, parts.exports(), worker, parts.handOver(), parts.founding())
                .mount(api);
        Gathering gathering = new Gathering(
                parts.stores(), material, parts.clock(), parts.config().limits().afterwards());
        new EventExportRoute(doors, gathering, parts.exports(), worker).mount(api);
        new ProgressRoute(doors, gathering, worker).mount(api);
        new FeedRoute(
                        parts.stores(),
                        material,
                        parts.exports(),
                        worker,
                        parts.clock(),
                        parts.feedPace(),
                        parts.wrongFeeds(),
                        parts.config().limits().secrets())
                .mount(api);
    }

    /** Reports of whoever is in charge of steps. */
    private void statusLinks(Router api, Gate gate, Addresses addresses, Once once) {
        Limits limits = parts.config().limits();
        new StatusLinkRoutes(
                        gate, parts.stores().statusLinks(), parts.plans(), addresses, parts.founding(), limits, once)
                .mount(api);
        new StatusRoute(
                        parts.stores(),
                        parts.plans(),
                        new StatusLinks(parts.stores(), parts.rooms(), parts.clock(), limits.afterwards()),
                        parts.ids(),
                        parts.clock(),
                        parts.statusPace(),
                        parts.wrongFeeds(),
                        once,
                        limits.afterwards())
                .mount(api);
    }

    /** What other programs are let in by, and told. */
    private void outwards(Router api, EventGate doors, Once once) {
        Limits limits = parts.config().limits();
        Addresses addresses = new Addresses(parts.secrets(), parts.config().publicUrl());
        new HookRoutes(
                        doors.gate(),
                        parts.stores().hooks(),
                        parts.courier(),
                        parts.secrets(),
                        parts.ids(),
                        parts.clock(),
                        limits.hooks(),
                        once)
                .mount(api);
        new FeedRoutes(doors, parts.stores(), addresses, parts.founding(), limits, once).mount(api);
        new PublishRoutes(doors, parts.stores(), addresses, parts.ids(), parts.clock(), once).mount(api);
        statusLinks(api, doors.gate(), addresses, once);
        new ResultRoutes(parts.stores().publications(), parts.results(), parts.wrongFeeds()).mount(api);
        new KeyRoutes(doors, parts.stores(), parts.secrets(), parts.ids(), parts.clock(), limits, once).mount(api);
    }
}
