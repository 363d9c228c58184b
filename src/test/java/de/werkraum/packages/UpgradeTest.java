package de.werkraum.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.PlanClient;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an older version has written is all there under this one. */
class UpgradeTest {
    private static final Path WRITTEN = Path.of("src/test/resources/upgrade/0.1.0.sql");
    private static final String GOAL = "Anträge gehen digital – bis zum Sommer 🌞";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Codes as that version gave them: for one use, for everybody, for moderators. */
    private static final String SINGLE = "RK6TENFM";

    private static final String SHARED = "PY5FC9TC";
    static final String MODERATORS = "D9NBV72C";

    @Test
    void aWorkshopOfTheFirstVersionGoesOn() throws Exception {
        String url = TestDatabase.url();
        write(url);
        // The fixture gets older, and what is in it is not to be erased for that.
        Map<String, String> settings = Map.of("DATABASE_URL", url, "WERKRAUM_RETENTION_DAYS", "36500");
        try (TestServer server = TestServer.start(Map.of(), settings)) {
            JsonNode room =
                    Workshop.organiser(server.base()).get("/rooms").expect(200).get(0);
            assertEquals("Aus Fassung 0.1.0", room.get("title").asText());
            String path = "/rooms/" + room.get("id").asText();
            Api mona = join(server.base(), MODERATORS, "Mona");
            readsAsItDid(mona.get(path + "/plan").expect(200));
            pollsGoOn(mona, path);
            join(server.base(), SHARED, "Dora");
            join(server.base(), SINGLE, "Eva");
            assertEquals(
                    409,
                    Api.of(server.base())
                            .post("/join", Api.object("code", SINGLE, "name", "Noch jemand"))
                            .status());
            edited(mona, path);
            server.restart();
            String goal = mona.on(server.base())
                    .get(path + "/plan")
                    .expect(200)
                    .get("goal")
                    .asText();
            assertEquals("Neu: " + GOAL, goal);
        }
    }

    /** Puts into an empty database what the first version left in one. */
    static void write(String url) throws IOException {
        TestDatabase.execute(url, Files.readString(WRITTEN));
    }

    /** As {@code GET …/plan} answers it. */
    static void readsAsItDid(JsonNode plan) {
        assertEquals(GOAL, plan.get("goal").asText());
        JsonNode step = plan.get("steps").get(0);
        assertEquals("Formular bauen", step.get("title").asText());
        assertEquals("doing", step.get("status").asText());
        assertEquals("2027-03-01", step.get("due").asText());
        assertEquals("Amt 10", step.get("responsible").asText());
        assertEquals("Mit **allen** Feldern", step.get("details").asText().strip());
        assertEquals("Testen", plan.get("steps").get(1).get("title").asText());
    }

    /** The secret one has its result, the open one counts the ballots that were cast before. */
    private static void pollsGoOn(Api mona, String path) {
        for (JsonNode poll : mona.get(path + "/polls").expect(200)) {
            boolean open = poll.get("state").asText().equals("open");
            JsonNode closed = open
                    ? mona.post(path + "/polls/" + poll.get("id").asText() + "/close", Api.object())
                            .expect(200)
                    : poll;
            JsonNode counts = closed.get("tally").get("options").elements().next();
            assertEquals(open ? 2 : 3, closed.get("cast").asInt());
            assertEquals(open ? 1 : 2, counts.get("yes").asInt());
            assertEquals(1, counts.get("no").asInt());
        }
        assertEquals(2, mona.get(path + "/polls").expect(200).size());
    }

    /** New edits rest on the old ones. */
    private static void edited(Api mona, String path) {
        try (PlanClient client = PlanClient.open(mona, path)) {
            client.awaits("the plan", doc -> doc.getText("goal").toString().equals(GOAL));
            client.edit(doc -> doc.getText("goal").insert(0, "Neu: "));
            Conditions.await("the edit", LIMIT, () -> mona.get(path + "/plan")
                    .expect(200)
                    .get("goal")
                    .asText()
                    .startsWith("Neu: "));
        }
    }

    static Api join(URI base, String code, String name) {
        Api nobody = Api.of(base);
        JsonNode joined =
                nobody.post("/join", Api.object("code", code, "name", name)).expect(200);
        return nobody.as(joined.get("token").asText());
    }
}
