package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Api;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Signals;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One database, two servers: one of them steps back. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class TwoServersTest {
    private final Map<String, String> environment =
            Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "DATABASE_URL", TestDatabase.url());
    private final Path data;

    TwoServersTest(@TempDir Path folder) {
        data = folder;
    }

    @Test
    void theSecondIsRefusedWhileTheFirstLives() {
        try (ServerProcess first = ServerProcess.start(data, environment)) {
            Workshop room = Workshop.open(first.base());
            try (ServerProcess second = ServerProcess.launch(data, environment)) {
                assertEquals(1, second.exitCode(Duration.ofMinutes(2)));
                assertTrue(second.stderr().contains("Another Werkraum is using the database"), second.stderr());
                assertFalse(second.stderr().contains("\tat "), second.stderr());
                assertEquals("", second.stdout());
            }
            title(first, room.moderator("Mona").api().token(), room, "Es geht weiter");
        }
    }

    @Test
    void oneThatHungStepsBackWhenItWakes() {
        try (ServerProcess first = ServerProcess.start(data, environment)) {
            Workshop room = Workshop.open(first.base());
            String mona = room.moderator("Mona").api().token();
            title(first, mona, room, "Vom ersten");
            Signals.send("STOP", List.of(first.pid()));
            try (ServerProcess second = ServerProcess.start(data, environment)) {
                assertTrue(second.stderr().contains("shows no sign of life"), second.stderr());
                title(second, mona, room, "Vom zweiten");
                Signals.send("CONT", List.of(first.pid()));
                assertEquals(1, first.exitCode(Duration.ofSeconds(60)));
                assertTrue(first.stderr().contains("Another Werkraum has taken over"), first.stderr());
                title(second, mona, room, "Nochmals vom zweiten");
                second.kill();
            }
            try (ServerProcess third = ServerProcess.start(data, environment)) {
                String kept = Api.of(third.base())
                        .as(mona)
                        .get(room.path() + "/plan")
                        .expect(200)
                        .get("title")
                        .asText();
                assertEquals("Nochmals vom zweiten", kept);
            }
        }
    }

    private static void title(ServerProcess server, String token, Workshop room, String title) {
        Api.of(server.base())
                .as(token)
                .put(room.path() + "/plan", Api.object("title", title))
                .expect(200);
    }
}
