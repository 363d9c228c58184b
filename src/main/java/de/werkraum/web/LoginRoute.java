package de.werkraum.web;

import de.werkraum.access.KeyCheck;
import de.werkraum.access.Tokens;
import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /login}: the organiser's key for a token. */
final class LoginRoute {
    private static final int KEY_CHARS = 200;

    private final Tokens tokens;
    private final KeyCheck keys;

    LoginRoute(Tokens tokens, KeyCheck keys) {
        this.tokens = tokens;
        this.keys = keys;
    }

    void mount(Router api) {
        api.post("/login").handler(Door.call(this::login));
    }

    private Future<Reply> login(RoutingContext context) {
        Body body = Body.of(context);
        String given = body.text("key", KEY_CHARS);
        body.check();
        return keys.check(given).map(verdict -> switch (verdict) {
            case RIGHT -> Reply.ok(new JsonObject().put("token", tokens.issueOrganiser()));
            case WRONG -> throw Problem.unauthorized("This key is not right.");
            case LATER -> throw Problem.tooMany("Too many logins at once. Please try again in a second.");
        });
    }
}
