package de.werkraum.signon;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, RFC 8414).
 *
 * @param logout where people sign off there, if it has such a place
 * @param basic whether the client's secret goes into the Authorization header; else it goes into the form
 * @param fragment whether it can answer in the address's fragment, which no server on the way sees
 * @param namesItself whether its answers name it ({@code iss}, RFC 9207), so that one without is somebody else's
 */
record Metadata(
        String issuer,
        URI authorization,
        URI token,
        URI keys,
        @Nullable URI userinfo,
        @Nullable URI logout,
        boolean basic,
        boolean fragment,
        boolean namesItself) {

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException with a sentence for the operator if it can't be used, or is about another issuer than the expected one
     */
    static Metadata of(JsonObject json, URI expected) {
        String issuer = text(json, "issuer");
        if (!bare(issuer).equals(bare(expected.toString()))) {
            throw new IllegalArgumentException("the provider calls itself " + issuer);
        }
        JsonArray methods = list(json, "token_endpoint_auth_methods_supported");
        return new Metadata(
                issuer,
                address(json, "authorization_endpoint", expected),
                address(json, "token_endpoint", expected),
                address(json, "jwks_uri", expected),
                json.containsKey("userinfo_endpoint") ? address(json, "userinfo_endpoint", expected) : null,
                json.containsKey("end_session_endpoint") ? address(json, "end_session_endpoint", expected) : null,
                methods.isEmpty() || methods.contains("client_secret_basic"),
                list(json, "response_modes_supported").contains("fragment"),
                Boolean.TRUE.equals(json.getValue("authorization_response_iss_parameter_supported")));
    }

    /** Where an issuer says it. */
    static URI address(URI issuer) {
        return URI.create(bare(issuer.toString()) + "/.well-known/openid-configuration");
    }

    private static String bare(String issuer) {
        return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }

    private static String text(JsonObject json, String name) {
        if (json.getValue(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("the provider doesn't say its " + name);
    }

    private static JsonArray list(JsonObject json, String name) {
        return json.getValue(name) instanceof JsonArray array ? array : new JsonArray();
    }

    /** Without TLS only where the issuer has none either. Browsers are sent there, too, so that nothing but addresses will do. */
    private static URI address(JsonObject json, String name, URI issuer) {
        URI address = URI.create(text(json, name));
        boolean tls = "https".equals(address.getScheme());
        boolean plain = "http".equals(address.getScheme()) && "http".equals(issuer.getScheme());
        if ((!tls && !plain) || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the provider's " + name + " can't be used");
        }
        return address;
    }
}
