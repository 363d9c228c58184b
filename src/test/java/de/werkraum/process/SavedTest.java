package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.NodeScript;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client was told is saved is there after everything was killed. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SavedTest {
    private static final Map<String, String> PLAIN =
            Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "WERKRAUM_DEMO", "false");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Tag("S-9")
    void survivesKill(boolean postgresToo, @TempDir Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        ServerFolders.lend(data);
        String room;
        String token;
        int saved;
        try (ServerProcess server = ServerProcess.start(data, PLAIN)) {
            Workshop workshop = Workshop.open(server.base());
            room = workshop.id();
            token = workshop.participant("Paula").api().token();
            Map<String, String> environment = Map.of("BASE", server.base().toString(), "ROOM", room, "TOKEN", token);
            try (NodeScript writer = NodeScript.start("wire/saving.js", environment)) {
                Conditions.await(
                        "writing", Duration.ofSeconds(30), () -> writer.stdout().contains("going"));
                if (postgresToo) {
                    ProcessHandle.of(server.postgres()).ifPresent(ProcessHandle::destroyForcibly);
                }
                server.kill();
                String[] lines = writer.finish(Duration.ofSeconds(30)).strip().split("\n", -1);
                JsonNode account = Api.parse(lines[lines.length - 1]);
                assertEquals(0, account.get("refused").asInt());
                saved = account.get("updates").asInt();
                assertTrue(saved > 100, "saved while writing: " + account);
            }
            try (ServerProcess next = ServerProcess.start(data, PLAIN)) {
                Map<String, String> check =
                        Map.of("BASE", next.base().toString(), "ROOM", room, "TOKEN", token, "CHECK", "1");
                JsonNode log = Api.parse(NodeScript.run("wire/saving.js", check, Duration.ofSeconds(30)))
                        .get("log");
                assertTrue(log.size() >= saved, "saved " + saved + ", there " + log.size());
                for (int i = 0; i < log.size(); i++) {
                    assertEquals(i, log.get(i).asInt());
                }
            }
        }
    }
}
