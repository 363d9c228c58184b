package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.PlanClient;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a whole run writes to its log: facts as JSON, and nobody's name, token, code or address. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LogTest {
    private static final Map<String, String> JSON =
            Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "WERKRAUM_DEMO", "false", "WERKRAUM_LOG", "json");

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
            for (String secret : List.of(
                    "Metha",
                    "Xaver",
                    "Falsch",
                    "Geheimes",
                    Workshop.KEY,
                    "eyJ",
                    workshop.code("moderator"),
                    workshop.code("participant"),
                    writer.api().token())) {
                assertFalse(log.contains(secret), secret + " in " + log);
            }
        }
    }
}
