package de.werkraum.signon;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.util.List;
import java.util.Set;

/**
 * The keys that a provider signs with, at one time. Only public ones: a shared secret among them would let everybody sign who can read them.
 *
 * @param since when they were asked for, in nanoseconds of some clock
 */
record Keys(JWTAuth jwt, boolean none, long since) {
    private static final Set<String> KINDS = Set.of("RSA", "EC", "OKP");

    static Keys of(Vertx vertx, JsonObject set, JWTOptions expected, long since) {
        List<JsonObject> usable = (set.getValue("keys") instanceof JsonArray keys ? keys : new JsonArray())
                .stream()
                        .filter(key -> key instanceof JsonObject object
                                && KINDS.contains(String.valueOf(object.getValue("kty")))
                                && "sig".equals(object.getValue("use", "sig")))
                        .map(key -> withoutCertificate((JsonObject) key))
                        .toList();
        JWTAuthOptions options = new JWTAuthOptions().setJwks(usable).setJWTOptions(expected);
        return new Keys(JWTAuth.create(vertx, options), usable.isEmpty(), since);
    }

    /** A certificate that is not valid on this machine's clock would make its key count for nothing. */
    private static JsonObject withoutCertificate(JsonObject key) {
        JsonObject copy = key.copy();
        copy.remove("x5c");
        return copy;
    }

    /** The claims of a token that one of these keys has signed, for us and not long ago. Without any key nothing is signed. */
    Future<JsonObject> claims(String token) {
        return none
                ? Future.failedFuture("the provider has no keys to sign with")
                : jwt.authenticate(new TokenCredentials(token))
                        .map(user -> user.attributes().getJsonObject("accessToken"));
    }
}
