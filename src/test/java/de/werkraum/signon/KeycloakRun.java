package de.werkraum.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Keycloak;
import de.werkraum.support.OidcProvider;
import de.werkraum.support.SignOnWalk;
import de.werkraum.support.TestServer;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The README's five lines with a real Keycloak, by {@code mvn -Pkeycloak verify}: groups, roles, a secret with signs in it, signing off. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KeycloakRun {
    private static final String PUBLIC = "https://werkraum.example";

    @Test
    void peopleOfAKeycloakSignOnAndOff() {
        try (Keycloak keycloak = Keycloak.start();
                TestServer server = TestServer.start(
                        Map.of(),
                        Map.of(
                                "WERKRAUM_PUBLIC_URL",
                                PUBLIC,
                                "WERKRAUM_OIDC_ISSUER",
                                keycloak.issuer().toString(),
                                "WERKRAUM_OIDC_CLIENT_ID",
                                OidcProvider.CLIENT,
                                "WERKRAUM_OIDC_CLIENT_SECRET",
                                OidcProvider.SECRET,
                                "WERKRAUM_OIDC_ORGANISERS",
                                "groups=/werkraum/organisers",
                                "WERKRAUM_OIDC_MODERATORS",
                                "realm_access.roles=leitung"))) {
            SignOnWalk walk = new SignOnWalk(server.base());
            JsonNode anna = walk.signOn("anna");
            assertEquals("organiser", anna.get("role").asText());
            assertEquals("Anna Organisatorin", anna.get("name").asText());
            Api.of(server.base()).as(anna.get("token").asText()).get("/rooms").expect(200);

            JsonNode mona = new SignOnWalk(server.base()).signOn("mona");
            assertEquals("moderator", mona.get("role").asText());
            Api.of(server.base())
                    .as(mona.get("token").asText())
                    .post("/rooms", Api.object("title", "Monas Raum"))
                    .expect(201);

            String back = walk.visit(URI.create(anna.get("logout").asText()));
            assertTrue(back.startsWith(PUBLIC + "/login.html"), back);
        }
    }
}
