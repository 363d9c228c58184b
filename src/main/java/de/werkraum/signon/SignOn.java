package de.werkraum.signon;

import de.werkraum.Limits;
import de.werkraum.access.Account;
import de.werkraum.access.AccountIds;
import de.werkraum.access.Role;
import de.werkraum.access.Secrets;
import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Signing on at one provider, from the browser's first step to a person with a role. One for the server. Thread-safe. */
public final class SignOn {
    private static final Logger LOG = Logger.getLogger(SignOn.class.getName());
    /** Bytes of chance in what nobody may guess. */
    private static final int CHANCE = 32;
    /** An ID token longer than this doesn't fit the addresses that servers take; signing off then asks once more. */
    private static final int HINT_CHARS = 6_000;

    private final Registration registration;
    private final Provider provider;
    private final Fetch fetch;
    private final AccountIds ids;
    private final Limits.SignOn limits;
    private final int nameChars;
    private final SecureRandom chance = new SecureRandom();
    private final AtomicInteger underWay = new AtomicInteger();

    /** @param ids of accounts */
    public SignOn(Vertx vertx, Registration registration, AccountIds ids, Limits limits) {
        this.registration = registration;
        this.ids = ids;
        this.limits = limits.signOn();
        nameChars = limits.texts().nameChars();
        fetch = new Fetch(vertx, this.limits);
        provider = new Provider(vertx, registration, this.limits, fetch, System::nanoTime);
    }

    /** What people know the provider by. */
    public String name() {
        return registration.name();
    }

    /** Looks for the provider, so that the operator reads at the start what is wrong. Nothing waits for it. */
    public void look() {
        provider.now()
                .onFailure(failure -> LOG.log(
                        Level.WARNING,
                        "No sign-on as {0} now: {1}. It is tried again whenever somebody signs on.",
                        new Object[] {registration, failure.getMessage()}));
    }

    /** Begins, to come back at that address. */
    public Future<Begun> begin(URI back) {
        return provider.now().map(metadata -> {
            String state = secret();
            String nonce = secret();
            String verifier = secret();
            Map<String, String> asked = new LinkedHashMap<>();
            asked.put("response_type", "code");
            asked.put("client_id", registration.clientId());
            asked.put("redirect_uri", back.toString());
            asked.put("scope", registration.scopes());
            asked.put("state", state);
            asked.put("nonce", nonce);
            asked.put("code_challenge", challenge(verifier));
            asked.put("code_challenge_method", "S256");
            if (metadata.fragment()) {
                asked.put("response_mode", "fragment");
            }
            String url = Form.query(metadata.authorization(), asked);
            return new Begun(url, state, nonce, verifier, metadata.issuer(), metadata.namesItself());
        });
    }

    /** What a browser comes back with. */
    public record Return(String code, String verifier, String nonce, URI back) {}

    /** Ends: who it is, as what. */
    public Future<Person> end(Return from) {
        if (underWay.incrementAndGet() > limits.signOnsAtOnce()) {
            underWay.decrementAndGet();
            return Future.failedFuture(Refusals.busy());
        }
        return provider.any()
                .compose(metadata -> token(metadata, from).compose(tokens -> person(metadata, from, tokens)))
                .onComplete(done -> underWay.decrementAndGet());
    }

    private Future<JsonObject> token(Metadata metadata, Return from) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", from.code());
        form.put("redirect_uri", from.back().toString());
        form.put("code_verifier", from.verifier());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        String secret = registration.secret();
        if (secret != null && metadata.basic()) {
            headers.put("Authorization", basic(registration.clientId(), secret));
        } else {
            form.put("client_id", registration.clientId());
            if (secret != null) {
                form.put("client_secret", secret);
            }
        }
        return fetch.post(metadata.token(), headers, Form.of(form)).map(answer -> {
            if (answer.ok()) {
                return answer.json();
            }
            Object error = answer.json().getValue("error");
            if ("invalid_grant".equals(error)) {
                throw Refusals.over();
            }
            throw provider.setup("the provider gives no token: " + answer.status() + " " + word(error));
        });
    }

    /** Id and secret are encoded as in a form first (RFC 6749, 2.3.1): a + would be taken for a space. */
    private static String basic(String id, String secret) {
        String both = Form.encoded(id) + ":" + Form.encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
    }

    /** An error code as the standards have them; anything else is not for a log. */
    private static String word(@Nullable Object error) {
        return error instanceof String text && text.matches("[a-z_]{1,40}") ? text : "without a reason";
    }

    private Future<Person> person(Metadata metadata, Return from, JsonObject tokens) {
        if (!(tokens.getValue("id_token") instanceof String idToken)) {
            return Future.failedFuture(provider.setup("the provider gives no ID token"));
        }
        return believed(metadata, from, idToken)
                .compose(claims -> told(metadata, claims, tokens))
                .map(claims -> new Person(account(claims), logout(metadata, from, idToken)));
    }

    /** The claims of an ID token, all of it checked. */
    private Future<JsonObject> believed(Metadata metadata, Return from, String idToken) {
        try {
            IdToken.checkHead(idToken);
        } catch (IllegalArgumentException e) {
            return doubted(e);
        }
        return provider.claims(metadata, idToken)
                .map(claims -> {
                    IdToken.checkClaims(claims, registration.clientId(), from.nonce());
                    return claims;
                })
                .recover(failure -> failure instanceof Problem ? Future.failedFuture(failure) : doubted(failure));
    }

    private Future<JsonObject> doubted(Throwable failure) {
        LOG.log(Level.WARNING, "An ID token for {0} is refused: {1}", new Object[] {registration, failure.getMessage()
        });
        return Future.failedFuture(Refusals.doubtful());
    }

    /** The claims with what only userinfo tells; some providers tell groups and names there alone. */
    private Future<JsonObject> told(Metadata metadata, JsonObject claims, JsonObject tokens) {
        URI userinfo = metadata.userinfo();
        if (userinfo == null || complete(claims) || !(tokens.getValue("access_token") instanceof String accessToken)) {
            return Future.succeededFuture(claims);
        }
        return fetch.get(userinfo, Map.of("Authorization", "Bearer " + accessToken))
                .map(answer -> {
                    boolean same = claims.getValue("sub").equals(answer.json().getValue("sub"));
                    return answer.ok() && same ? answer.json().copy().mergeIn(claims) : claims;
                });
    }

    private boolean complete(JsonObject claims) {
        return mentioned(registration.organisers(), claims)
                && mentioned(registration.moderators(), claims)
                && claims.getValue("name") instanceof String;
    }

    private static boolean mentioned(@Nullable ClaimRule rule, JsonObject claims) {
        return rule == null || rule.mentioned(claims);
    }

    private Account account(JsonObject claims) {
        return new Account(ids.of(claims.getString("iss"), claims.getString("sub")), role(claims), name(claims));
    }

    private Role role(JsonObject claims) {
        if (holds(registration.organisers(), claims)) {
            return Role.ORGANISER;
        }
        return holds(registration.moderators(), claims) ? Role.MODERATOR : Role.PARTICIPANT;
    }

    private static boolean holds(@Nullable ClaimRule rule, JsonObject claims) {
        return rule != null && rule.holds(claims);
    }

    /** As people write it, in one line and as long as names may be; empty where the provider tells none. */
    private String name(JsonObject claims) {
        Object name = claims.getValue("name", claims.getValue("preferred_username"));
        String line = name instanceof String text
                ? text.replaceAll("[\\p{Cc}\\p{Cs}\\p{Cf}\\s]+", " ").strip()
                : "";
        int end = Math.min(nameChars, line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, end)).strip();
    }

    private @Nullable String logout(Metadata metadata, Return from, String idToken) {
        URI address = metadata.logout();
        if (address == null) {
            return null;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        if (idToken.length() <= HINT_CHARS) {
            fields.put("id_token_hint", idToken);
        }
        fields.put("client_id", registration.clientId());
        fields.put("post_logout_redirect_uri", from.back().toString());
        return Form.query(address, fields);
    }

    private String secret() {
        byte[] bytes = new byte[CHANCE];
        chance.nextBytes(bytes);
        return unpadded(bytes);
    }

    private static String challenge(String verifier) {
        return unpadded(Secrets.hash(verifier));
    }

    private static String unpadded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
