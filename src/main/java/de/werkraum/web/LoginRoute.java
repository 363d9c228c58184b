package de.werkraum.web;

import de.werkraum.access.KeyCheck;
import de.werkraum.problem.Problem;
import de.werkraum.signon.SignOn;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /login}: which ways there are, and the organiser's key for a token. */
final class LoginRoute {
    private static final int KEY_CHARS = 200;

    private final Doors doors;

    LoginRoute(Doors doors) {
        this.doors = doors;
    }

    void mount(Router api) {
        api.get("/login").handler(Door.call(context -> Future.succeededFuture(ways())));
        api.post("/login").handler(Door.call(this::login));
    }

    private Reply ways() {
        SignOn signOn = doors.signOn();
        return Reply.ok(new JsonObject()
                .put("key", doors.keys() != null)
                .put("oidc", signOn == null ? null : new JsonObject().put("name", signOn.name())));
    }

    private Future<Reply> login(RoutingContext context) {
        KeyCheck keys = doors.keys();
        if (keys == null) {
            throw Problem.forbidden("keyOff", "No key opens anything here. Organisers sign on at their provider.");
        }
        Body body = Body.of(context);
        String given = body.text("key", KEY_CHARS);
        body.check();
        return keys.check(given).map(verdict -> switch (verdict) {
            case RIGHT -> Reply.ok(new JsonObject().put("token", doors.tokens().issueOrganiser()));
            case WRONG -> throw Problem.unauthorized("This key is not right.");
            case LATER -> throw Problem.tooMany("Too many logins at once. Please try again in a second.");
        });
    }
}
