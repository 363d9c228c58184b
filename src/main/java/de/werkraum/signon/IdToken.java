package de.werkraum.signon;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;

/** What is to be checked of an ID token beside its signature, issuer, audience and times (OpenID Connect Core 1.0, 3.1.3.7). Pure. */
final class IdToken {
    /** Asymmetric ones, which the library knows. Neither none nor those whose secret a public key could be taken for. */
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    /** As the standard bounds it, in ASCII characters. */
    private static final int SUBJECT = 255;

    private IdToken() {}

    /** Before its signature is looked at: what it says about how it is signed. */
    static void checkHead(String token) {
        String[] parts = token.split("\\.", -1);
        require(parts.length == 3, "it is not signed");
        JsonObject head = head(parts[0]);
        require(
                head.getValue("alg") instanceof String algorithm && ALGORITHMS.contains(algorithm),
                "it is signed by " + head.getValue("alg"));
        require(!head.containsKey("crit"), "its head demands what nobody here knows");
    }

    private static JsonObject head(String part) {
        try {
            return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(part)));
        } catch (DecodeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("its head can't be read", e);
        }
    }

    /** What its claims must say beside what the library looks at. */
    static void checkClaims(JsonObject claims, String client, String nonce) {
        require(claims.getValue("exp") instanceof Number, "it never ends");
        require(claims.getValue("iat") instanceof Number, "it doesn't say when it was made");
        require(claims.getValue("nonce") instanceof String given && same(given, nonce), "it is for another sign-on");
        Object party = claims.getValue("azp");
        boolean several = claims.getValue("aud") instanceof JsonArray audiences && audiences.size() > 1;
        require(party == null ? !several : party.equals(client), "it was made for another client");
        require(
                claims.getValue("sub") instanceof String subject && !subject.isBlank() && subject.length() <= SUBJECT,
                "it doesn't say who it is about");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
