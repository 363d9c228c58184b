package de.werkraum.web;

import de.werkraum.problem.Problem;
import de.werkraum.signon.Begun;
import de.werkraum.signon.Person;
import de.werkraum.signon.SignOn;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** {@code /login/oidc}: signing on at a provider. What the browser keeps on its way is its own; nothing of it is kept here. */
final class SignOnRoutes {
    /** Where people come back from the provider. */
    private static final String BACK = "/login.html";
    /** Codes are some hundred characters long, with some providers two thousand. */
    private static final int CODE_CHARS = 4_096;

    private static final int CHANCE_CHARS = 128;

    private final Doors doors;
    private final @Nullable String publicUrl;

    SignOnRoutes(Doors doors, @Nullable String publicUrl) {
        this.doors = doors;
        this.publicUrl = publicUrl;
    }

    void mount(Router api) {
        api.post("/login/oidc/start").handler(Door.call(this::begin));
        api.post("/login/oidc").handler(Door.call(this::end));
    }

    private Future<Reply> begin(RoutingContext context) {
        return signOn().begin(back(context.request())).map(SignOnRoutes::begun);
    }

    private static Reply begun(Begun begun) {
        return Reply.ok(new JsonObject()
                .put("url", begun.url())
                .put("state", begun.state())
                .put("nonce", begun.nonce())
                .put("verifier", begun.verifier())
                .put("issuer", begun.issuer())
                .put("issRequired", begun.issuerComes()));
    }

    private Future<Reply> end(RoutingContext context) {
        SignOn signOn = signOn();
        Body body = Body.of(context);
        String code = body.text("code", CODE_CHARS);
        String verifier = body.text("verifier", CHANCE_CHARS);
        String nonce = body.text("nonce", CHANCE_CHARS);
        body.check();
        return signOn.end(new SignOn.Return(code, verifier, nonce, back(context.request())))
                .map(this::ended);
    }

    private Reply ended(Person person) {
        return Reply.ok(new JsonObject()
                .put("token", doors.tokens().issue(person.account()))
                .put("role", person.account().role().wire())
                .put("name", person.account().name())
                .put("logout", person.logout()));
    }

    private SignOn signOn() {
        SignOn signOn = doors.signOn();
        if (signOn == null) {
            throw Problem.notFound("Nobody signs on at a provider here.");
        }
        return signOn;
    }

    /** Browsers say by {@code Origin} where their page is from, also where a proxy in between speaks TLS; the door has checked it. */
    private URI back(HttpServerRequest request) {
        if (publicUrl != null) {
            return URI.create(publicUrl + BACK);
        }
        String origin = request.getHeader("Origin");
        try {
            return URI.create((origin == null ? request.scheme() + "://" + request.authority() : origin) + BACK);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The request doesn't say which address it came to.");
        }
    }
}
