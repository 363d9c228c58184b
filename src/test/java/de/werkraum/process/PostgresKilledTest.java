package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.NodeScript;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Signals;
import de.werkraum.support.TestDatabase;
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

/** The embedded PostgreSQL is killed under a running server, which starts it again by itself. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class PostgresKilledTest {
    private static final Map<String, String> PLAIN =
            Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "WERKRAUM_DEMO", "false");
    private static final Duration LONG = Duration.ofSeconds(90);

    private final Path data;

    PostgresKilledTest(@TempDir Path folder) throws Exception {
        data = Files.createDirectories(folder.resolve("data"));
        ServerFolders.lend(data);
    }

    @Test
    void theJournalGoesOnOnceItRunsAgain() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, PLAIN)) {
            Workshop workshop = Workshop.open(server.base());
            String token = workshop.participant("Paula").api().token();
            Map<String, String> environment =
                    Map.of("BASE", server.base().toString(), "ROOM", workshop.id(), "TOKEN", token);
            try (NodeScript writer = NodeScript.start("wire/outage.js", environment)) {
                Conditions.await("saved", LONG, () -> writer.stdout().contains("saved"));
                // without its programs it can't come back before the test has looked
                Path programs = TestDatabase.programs();
                Files.delete(data.resolve(programs.getFileName()));
                long killed = server.postgres();
                Signals.send("KILL", Signals.workingIn(data.resolve("cluster")));
                Conditions.await("clients told", LONG, () -> writer.stdout().contains("unsaved"));
                Conditions.await("not ready", LONG, () -> ready(server) == 503);
                assertEquals(200, Api.of(server.base()).get("/health/live").status());
                Conditions.await("a failed try", LONG, () -> server.stderr().contains("Try 1: "));
                assertEquals(503, ready(server));
                Files.createSymbolicLink(data.resolve(programs.getFileName()), programs);
                Conditions.await("ready again", LONG, () -> ready(server) == 200);
                String[] lines = writer.finish(LONG).strip().split("\n", -1);
                JsonNode account = Api.parse(lines[lines.length - 1]);
                assertEquals(0, account.get("closes").asInt(), "the writer stayed connected: " + account);
                assertEquals(0, account.get("refused").asInt());
                assertNotEquals(killed, server.postgres());
                assertEquals(account.get("written").asInt(), logged(server, workshop.id(), token));
            }
            Conditions.await("told", LONG, () -> server.stderr().contains("runs again"));
            List<String> facts = server.stderr()
                    .lines()
                    .filter(line -> line.contains("It is started again") || line.contains("runs again"))
                    .toList();
            assertEquals(2, facts.size(), server.stderr());
            assertFalse(server.stderr().contains("\tat "), server.stderr());
            server.terminate();
            assertEquals(0, server.exitCode(Duration.ofSeconds(30)));
            assertFalse(Files.exists(data.resolve("cluster/postmaster.pid")), "PostgreSQL still runs");
        }
    }

    @Test
    void manyTimesInARow() {
        try (ServerProcess server = ServerProcess.start(data, PLAIN)) {
            Workshop workshop = Workshop.open(server.base());
            for (int i = 0; i < 3; i++) {
                long killed = server.postgres();
                Signals.send("KILL", List.of(killed));
                Conditions.await(
                        "another one", LONG, () -> server.runningPostgres().orElse(killed) != killed);
                Conditions.await("ready again", LONG, () -> ready(server) == 200);
                workshop.participant("Person " + i).api().get(workshop.path()).expect(200);
            }
            assertTrue(server.running());
        }
    }

    private static int ready(ServerProcess server) {
        return Api.of(server.base()).get("/health/ready").status();
    }

    private static int logged(ServerProcess server, String room, String token) {
        Map<String, String> check =
                Map.of("BASE", server.base().toString(), "ROOM", room, "TOKEN", token, "CHECK", "1");
        return Api.parse(NodeScript.run("wire/saving.js", check, LONG))
                .get("log")
                .size();
    }
}
