package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.OidcProvider;
import de.werkraum.support.TestServer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider says of somebody is believed only if all of it is right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LyingProviderTest {
    private final OidcProvider liar = OidcProvider.liar();
    private final TestServer server = TestServer.start(
            Map.of(),
            Map.of(
                    "WERKRAUM_OIDC_ISSUER",
                    liar.issuer().toString(),
                    "WERKRAUM_OIDC_CLIENT_ID",
                    OidcProvider.CLIENT,
                    "WERKRAUM_OIDC_ORGANISERS",
                    "groups=orga"));

    @AfterAll
    void stop() {
        server.close();
        liar.close();
    }

    private Api.Answer end(String lie) {
        return Api.of(server.base())
                .post("/login/oidc", Api.object("code", lie, "verifier", "v", "nonce", "the-nonce"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"honest", "clock behind", "clock ahead", "two audiences"})
    void theTruthIsBelieved(String code) {
        JsonNode anna = end(code).expect(200);
        assertEquals("organiser", anna.get("role").asText());
        assertEquals("Anna", anna.get("name").asText());
    }

    @ParameterizedTest
    @Tag("R-10")
    @ValueSource(
            strings = {
                "nonce",
                "no nonce",
                "issuer",
                "audience",
                "two audiences without a party",
                "another party",
                "expired",
                "no end",
                "of the future",
                "no subject",
                "blank subject",
                "stranger's key",
                "unknown key",
                "alg none",
                "shared secret",
                "half a token",
                "no jwt"
            })
    void aLieIsRefused(String lie) {
        assertEquals("signOnDoubtful", end(lie).problem(401));
    }

    @Test
    void withoutAnIdTokenNobodyIsAnybody() {
        assertEquals("signOnSetup", end("no token").problem(503));
    }
}
