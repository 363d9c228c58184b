package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import de.werkraum.support.PlanClient;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a whole run writes to its log: facts as JSON, and nobody's name, token, code or address. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LogTest {
    private static final Map<String, String> JSON = Map.of(
            "WERKRAUM_ORGANISER_KEY",
            Workshop.KEY,
            "WERKRAUM_DEMO",
            "false",
            "WERKRAUM_LOG",
            "json",
            "WERKRAUM_HOOKS_ALLOW",
            "127.0.0.1");

    @Test
    void aRunWithAnOutageNamesNobody(@TempDir Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        ServerFolders.lend(data);
        try (ServerProcess server = ServerProcess.start(data, JSON)) {
            Workshop workshop = Workshop.open(server.base());
            Workshop.Person moderator = workshop.moderator("Metha Moderandin");
            Workshop.Person writer = workshop.participant("Xaver Quendel");
            moderator
                    .api()
                    .patch(workshop.path(), Api.object("phase", "elaborate"))
                    .expect(200);
            try (PlanClient tab = PlanClient.open(writer.api(), workshop.path())) {
                tab.edit(doc -> doc.getText("goal").insert(0, "Geheimes Ziel"));
                tab.send(new byte[] {0, 2, 9});
                Conditions.await("the malformed message ends it", Duration.ofSeconds(30), () -> tab.closedWith() != 0);
            }
            workshop.nobody()
                    .post("/join", Api.object("code", "AAAAAAAA", "name", "Falsch Geraten"))
                    .problem(404);
            List<String> secrets = new ArrayList<>(openDoors(workshop, moderator.api()));
            ProcessHandle.of(server.postgres()).ifPresent(ProcessHandle::destroyForcibly);
            Conditions.await("a line about the outage", Duration.ofSeconds(60), () -> !server.stderr()
                    .isBlank());
            Conditions.await(
                    "it is over",
                    Duration.ofSeconds(60),
                    () -> workshop.nobody().get("/health/ready").status() == 200);
            String log = server.stderr();
            log.lines().forEach(line -> {
                JsonNode fact = Api.parse(line);
                assertTrue(fact.hasNonNull("time") && fact.hasNonNull("level") && fact.hasNonNull("message"), line);
            });
            secrets.addAll(List.of(
                    "Metha",
                    "Xaver",
                    "Falsch",
                    "Geheimes",
                    Workshop.KEY,
                    "eyJ",
                    workshop.code("moderator"),
                    workshop.code("participant"),
                    writer.api().token()));
            for (String secret : secrets) {
                assertFalse(log.contains(secret), secret + " in " + log);
            }
        }
    }

    /** Opens the workshop to a calendar, somebody in charge, a script and a receiver, uses each, also wrongly; what none but they may know. */
    private static List<String> openDoors(Workshop workshop, Api moderator) {
        Api organiser = workshop.organiser();
        Api nobody = workshop.nobody();
        Object step = Api.object("id", "a", "title", "Schritt", "responsible", "IT");
        organiser
                .put(workshop.path() + "/plan", Api.object("steps", List.of(step)))
                .expect(200);
        URI feed = URI.create(moderator
                .post(workshop.path() + "/feeds", Api.object())
                .expect(201)
                .get("url")
                .asText());
        assertEquals(200, nobody.get(feed.getPath()).status());
        nobody.get(feed.getPath() + "x");
        String status = URI.create(moderator
                        .post(workshop.path() + "/status-links", Api.object("responsible", "IT"))
                        .expect(201)
                        .get("url")
                        .asText())
                .getFragment();
        nobody.get("/status/" + status).expect(200);
        nobody.post("/status/" + status, Api.object("step", "none", "status", "done"));
        String event = Congress.bare(organiser, Api.object("title", "Kongress"));
        String key = organiser
                .post("/events/" + event + "/keys", Api.object("name", "Skript", "scope", "read"))
                .expect(201)
                .get("key")
                .asText();
        nobody.as(key).get("/rooms").expect(200);
        nobody.as(key).post("/rooms", Api.object("title", "Neu"));
        JsonNode hook = organiser
                .post("/hooks", Api.object("url", "http://127.0.0.1:9/"))
                .expect(201);
        organiser.patch(workshop.path(), Api.object("title", "Umbenannt")).expect(200);
        Conditions.await(
                "the hook was told, in vain",
                Duration.ofSeconds(30),
                () -> organiser.get("/hooks/" + hook.get("id").asText()).body().contains("\"away\""));
        return List.of(
                feed.getPath().substring(feed.getPath().lastIndexOf('/') + 1),
                status,
                key,
                hook.get("secret").asText());
    }
}
