package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.OidcProvider;
import de.werkraum.support.SignOnWalk;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Signing on at a real provider, which is sometimes away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SignOnTest {
    private static final String ACCOUNTS =
            """
            {"anna": {"name": "Anna Organisatorin", "groups": ["/alle", "/werkraum/organisers"], "realm_access": {"roles": ["leitung"]}},
             "otto": {"name": "Otto Niemand", "groups": ["/alle"]}}
            """;

    private final OidcProvider provider = OidcProvider.start(ACCOUNTS, Map.of("OIDC_SECRET", OidcProvider.SECRET));
    private final TestServer server = TestServer.start(Map.of("keysSeconds", 0), settings(provider, Map.of()));

    static Map<String, String> settings(OidcProvider provider, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "WERKRAUM_OIDC_ISSUER",
                provider.issuer().toString(),
                "WERKRAUM_OIDC_CLIENT_ID",
                OidcProvider.CLIENT,
                "WERKRAUM_OIDC_CLIENT_SECRET",
                OidcProvider.SECRET,
                "WERKRAUM_OIDC_ORGANISERS",
                "groups=/werkraum/organisers"));
        settings.putAll(more);
        return settings;
    }

    @AfterAll
    void stop() {
        server.close();
        provider.close();
    }

    private SignOnWalk walk() {
        return new SignOnWalk(server.base());
    }

    @Test
    @Tag("R-10")
    void whoIsNamedByTheProviderBecomesAnOrganiser() {
        JsonNode ways = Api.of(server.base()).get("/login").expect(200);
        assertTrue(ways.get("key").asBoolean());
        assertEquals("127.0.0.1", ways.get("oidc").get("name").asText());

        JsonNode anna = walk().signOn("anna");
        assertEquals("organiser", anna.get("role").asText());
        assertEquals("Anna Organisatorin", anna.get("name").asText());
        assertTrue(anna.get("logout").asText().startsWith(provider.issuer() + "/session/end?id_token_hint="));
        Api organiser = Api.of(server.base()).as(anna.get("token").asText());
        Workshop room = Workshop.open(organiser, Api.object("title", "Ein Raum"));
        organiser.get(room.path()).expect(200);
        organiser.get("/rooms").expect(200);
        server.restart();
        organiser.on(server.base()).get("/rooms").expect(200);
    }

    @Test
    void whoIsNotNamedOpensNothingOfTheOrganisers() {
        JsonNode otto = walk().signOn("otto");
        assertEquals("participant", otto.get("role").asText());
        Api api = Api.of(server.base()).as(otto.get("token").asText());
        api.get("/rooms").problem(401);
        api.post("/rooms", Api.object("title", "Ein Raum")).problem(403);
        api.get(Workshop.open(server.base()).path()).problem(401);
    }

    @Test
    void aCodeCountsOnceAndForWhoeverBegan() {
        JsonNode begun = walk().begin();
        JsonNode another = walk().begin();
        assertNotEquals(begun.get("state"), another.get("state"));
        String code = walk().through(begun, "anna").code();
        assertEquals("signOnOver", walk().end(another, code).problem(401));
        assertEquals("signOnOver", walk().end(begun, "erfunden").problem(401));
        JsonNode again = walk().begin();
        String good = walk().through(again, "anna").code();
        walk().end(again, good).expect(200);
        assertEquals("signOnOver", walk().end(again, good).problem(401));
        Api.of(server.base()).post("/login/oidc", Api.object()).problem(422);
        Api.of(server.base())
                .post("/login/oidc", Api.object("code", "x".repeat(5000), "verifier", "v", "nonce", "n"))
                .problem(422);
    }

    @Test
    void theProviderComesBackToTheBrowserThatAsked() {
        JsonNode begun = walk().begin();
        SignOnWalk.Back back = walk().through(begun, "anna");
        assertEquals(begun.get("state").asText(), back.state());
        assertEquals(begun.get("issuer").asText(), back.issuer());
        assertTrue(begun.get("issRequired").asBoolean());
        String url = begun.get("url").asText();
        assertTrue(url.contains("code_challenge_method=S256") && url.contains("response_mode=fragment"), url);
        assertFalse(url.contains(begun.get("verifier").asText()));
    }

    @Test
    @Tag("R-11")
    void aProviderThatChangesItsKeysOrGoesAwayKeepsOnlyItsOwnPeopleOut() {
        walk().signOn("anna");
        JsonNode begun = walk().begin();
        provider.startAgain();
        assertEquals("signOnOver", walk().end(begun, "verloren").problem(401));
        assertEquals("organiser", walk().signOn("anna").get("role").asText(), "new keys are taken without a restart");

        JsonNode midWay = walk().begin();
        provider.stop();
        assertEquals("providerDown", walk().end(midWay, "code").problem(503));
        Workshop.organiser(server.base()).get("/rooms").expect(200);
        server.restart();
        assertEquals(
                "providerDown",
                Api.of(server.base()).post("/login/oidc/start", Api.object()).problem(503),
                "down since the start");
        provider.startAgain();
        assertEquals("organiser", walk().signOn("anna").get("role").asText());
    }

    @Test
    void claimsMayLieDeepOrBeToldByUserinfoAlone() {
        try (OidcProvider quiet = OidcProvider.start(ACCOUNTS, Map.of("OIDC_USERINFO", "true"));
                TestServer other = TestServer.start(
                        Map.of(),
                        Map.of(
                                "WERKRAUM_OIDC_ISSUER",
                                quiet.issuer() + "/",
                                "WERKRAUM_OIDC_CLIENT_ID",
                                OidcProvider.CLIENT,
                                "WERKRAUM_OIDC_NAME",
                                "Haus-Konto",
                                "WERKRAUM_OIDC_ORGANISERS",
                                "realm_access.roles=leitung"))) {
            SignOnWalk walk = new SignOnWalk(other.base());
            assertEquals("organiser", walk.signOn("anna").get("role").asText());
            JsonNode otto = new SignOnWalk(other.base()).signOn("otto");
            assertEquals("participant", otto.get("role").asText());
            assertEquals("Otto Niemand", otto.get("name").asText());
        }
    }

    @Test
    void aWrongSecretIsForTheOperatorToMend() {
        try (TestServer other =
                TestServer.start(Map.of(), settings(provider, Map.of("WERKRAUM_OIDC_CLIENT_SECRET", "falsch")))) {
            SignOnWalk walk = new SignOnWalk(other.base());
            JsonNode begun = walk.begin();
            String code = walk.through(begun, "anna").code();
            Api.Answer answer = walk.end(begun, code);
            assertEquals("signOnSetup", answer.problem(503));
            assertFalse(answer.body().contains("falsch"));
        }
    }

    @Test
    void aSilentProviderIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                TestServer other = TestServer.start(
                        Map.of("providerSeconds", 1),
                        Map.of(
                                "WERKRAUM_OIDC_ISSUER",
                                "http://127.0.0.1:" + silent.getLocalPort(),
                                "WERKRAUM_OIDC_CLIENT_ID",
                                OidcProvider.CLIENT))) {
            long start = System.nanoTime();
            Api nobody = Api.of(other.base());
            assertEquals(
                    "providerDown",
                    nobody.post("/login/oidc/start", Api.object()).problem(503));
            assertTrue(System.nanoTime() - start < 5_000_000_000L);
            Workshop.organiser(other.base()).get("/rooms").expect(200);
        }
    }

    @Test
    void withoutAProviderThereIsNothingToSignOnAt() {
        try (TestServer plain = TestServer.start()) {
            Api nobody = Api.of(plain.base());
            assertTrue(nobody.get("/login").expect(200).get("oidc").isNull());
            nobody.post("/login/oidc/start", Api.object()).problem(404);
            nobody.post("/login/oidc", Api.object("code", "c", "verifier", "v", "nonce", "n"))
                    .problem(404);
        }
    }

    @Test
    @Tag("R-11")
    void theKeyCanBeSwitchedOffWhereOrganisersSignOn() {
        try (TestServer keyless =
                TestServer.start(Map.of(), settings(provider, Map.of("WERKRAUM_ORGANISER_KEY", "off")))) {
            Api nobody = Api.of(keyless.base());
            assertFalse(nobody.get("/login").expect(200).get("key").asBoolean());
            assertEquals(
                    "keyOff",
                    nobody.post("/login", Api.object("key", Workshop.KEY)).problem(403));
            String anna =
                    new SignOnWalk(keyless.base()).signOn("anna").get("token").asText();
            nobody.as(anna).get("/rooms").expect(200);
        }
    }

    @Test
    @Tag("R-11")
    void whoSwitchesTheKeyOnAgainIsToldOne() {
        String database;
        try (TestServer keyless =
                TestServer.start(Map.of(), settings(provider, Map.of("WERKRAUM_ORGANISER_KEY", "off")))) {
            assertNull(keyless.toldKey());
            database = keyless.databaseUrl();
        }
        try (TestServer server =
                TestServer.start(Map.of(), Map.of("WERKRAUM_ORGANISER_KEY", " ", "DATABASE_URL", database))) {
            Api.of(server.base())
                    .post("/login", Api.object("key", Objects.requireNonNull(server.toldKey())))
                    .expect(200);
        }
    }
}
