package de.werkraum.web;

import de.werkraum.access.OrganiserKey;
import de.werkraum.access.Tokens;
import de.werkraum.room.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code POST /login}: the organiser's key for a token. */
final class LoginRoute {
    /**
     * Checks under way at a time: each takes a core for about 150 ms. Whoever comes on top is told to try again; since checks end all the
     * time, the right key gets through a flood within a few tries.
     */
    private static final int CHECKS = 4;

    private static final int KEY_CHARS = 200;

    private final Vertx vertx;
    private final Tokens tokens;
    private final OrganiserKey key;
    private final AtomicInteger checks = new AtomicInteger();

    LoginRoute(Vertx vertx, Tokens tokens, OrganiserKey key) {
        this.vertx = vertx;
        this.tokens = tokens;
        this.key = key;
    }

    void mount(Router api) {
        api.post("/login").handler(Door.call(this::login));
    }

    private Future<Reply> login(RoutingContext context) {
        Body body = Body.of(context);
        String given = body.text("key", KEY_CHARS);
        body.check();
        if (checks.incrementAndGet() > CHECKS) {
            checks.decrementAndGet();
            throw Problem.tooMany("Too many logins at once. Please try again in a second.");
        }
        return vertx.executeBlocking(() -> key.matches(given), false)
                .onComplete(done -> checks.decrementAndGet())
                .map(right -> {
                    if (!right) {
                        throw Problem.unauthorized("This key is not right.");
                    }
                    return Reply.ok(new JsonObject().put("token", tokens.issueOrganiser()));
                });
    }
}
