package de.werkraum.web;

import de.werkraum.Config;
import de.werkraum.Limits;
import de.werkraum.bridge.Bridge;
import de.werkraum.cluster.Settings;
import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves HTTP and WebSockets on one event loop; several instances share the port, so that sockets spread over the loops. */
public final class WebServer extends VerticleBase {
    /** Vert.x' word for: some free port, the same for all instances. */
    private static final int ANY_PORT = -1;

    private final Parts parts;
    /** Whether it serves the other servers, which pass on what came to them. */
    private final boolean inner;

    private HttpServer server;
    private Collab collab;
    private Providers providers;
    private Visits visits;

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
        Limits limits = parts.limits();
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
        Limits limits = parts.limits();
        Bodies bodies = new Bodies(gate, parts.ledger(), limits.requests(), parts.metrics());
        router.route("/api/v1/*").subRouter(Api.router(vertx, context, parts, gate, bodies));
        new VisitRoutes(vertx, gate, visits, limits.visits()).mount(router, bodies);
        OwnPages own =
                new OwnPages(vertx, parts.pages(), parts.config().dataFolder().resolve(OwnPages.FOLDER));
        own.mount(router);
        parts.pages().mount(router);
        own.mountLast(router);
        router.route().handler(context -> context.fail(Problem.notFound("There is nothing at this address.")));
        return router;
    }
}
