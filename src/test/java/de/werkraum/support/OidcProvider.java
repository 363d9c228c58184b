package de.werkraum.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** An OpenID provider in Node: a real one, or one that lies; see {@code src/test/js/oidc}. */
public final class OidcProvider implements AutoCloseable {
    public static final String CLIENT = "werkraum";
    /** With what forms and addresses give a meaning to. */
    public static final String SECRET = "ein+Geheimnis/nur%41fuer=Tests&mehr";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> environment;
    private final String script;
    private NodeScript node;
    private URI issuer;

    private OidcProvider(String script, Map<String, String> environment) {
        this.script = script;
        this.environment = new HashMap<>(environment);
        node = NodeScript.start(script, environment);
        issuer = issuer(node);
    }

    /**
     * A real one.
     *
     * @param accounts as JSON, by the name to sign on with
     * @param settings see the script
     */
    public static OidcProvider start(String accounts, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("OIDC_ACCOUNTS", accounts);
        return new OidcProvider("oidc/provider.js", environment);
    }

    /** One whose ID tokens are wrong as the exchanged code says. */
    public static OidcProvider liar() {
        return new OidcProvider("oidc/liar.js", Map.of());
    }

    private static URI issuer(NodeScript node) {
        Conditions.await(
                "the provider listens",
                Duration.ofSeconds(30),
                () -> node.stdout().endsWith("\n") || !node.running());
        try {
            return URI.create(JSON.readTree(node.stdout()).path("issuer").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(node.finish(Duration.ZERO), e);
        }
    }

    public URI issuer() {
        return issuer;
    }

    /** As nobody who listens there. */
    public void stop() {
        node.close();
    }

    /** At the same address, with new keys and knowing nobody any more. */
    public void startAgain() {
        node.close();
        environment.put("OIDC_PORT", String.valueOf(issuer.getPort()));
        node = NodeScript.start(script, environment);
        issuer = issuer(node);
    }

    @Override
    public void close() {
        node.close();
    }
}
