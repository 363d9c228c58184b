package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk flips a byte in PostgreSQL's own file: PostgreSQL can't read that row any more, the rest of its room and all others go on. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class DamagedFileTest {
    private static final Map<String, String> PLAIN =
            Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "WERKRAUM_DEMO", "false");
    private static final int LARGE = 40_000;

    @Test
    @Tag("S-13")
    void onlyThatRowIsMissing(@TempDir Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        ServerFolders.lend(data);
        String large = text();
        Workshop room;
        Workshop.Person mona;
        Workshop.Person otto;
        Workshop other;
        Path file;
        try (ServerProcess server = ServerProcess.start(data, PLAIN)) {
            room = Workshop.open(server.base());
            mona = room.moderator("Mona");
            other = Workshop.open(server.base());
            otto = other.moderator("Otto");
            put(mona.api(), room, "title", "Vorher");
            put(mona.api(), room, "goal", large);
            file = data.resolve("cluster").resolve(fileOfLargeUpdates(data));
            server.terminate();
            assertEquals(0, server.exitCode(Duration.ofSeconds(60)));
        }
        try (ServerProcess server = ServerProcess.start(data, PLAIN)) {
            put(Api.of(server.base()).as(mona.api().token()), room, "title", "Nachher");
            server.terminate();
            assertEquals(0, server.exitCode(Duration.ofSeconds(60)));
        }
        flip(file, large.substring(LARGE / 2, LARGE / 2 + 40));
        try (ServerProcess server = ServerProcess.start(data, PLAIN)) {
            Api moderator = Api.of(server.base()).as(mona.api().token());
            JsonNode plan = moderator.get(room.path() + "/plan").expect(200);
            assertEquals("Nachher", plan.get("title").asText(), "what came after the damaged row is there");
            assertEquals("", plan.get("goal").asText());
            put(moderator, room, "title", "Weiter");
            assertEquals(
                    "Weiter",
                    moderator
                            .get(room.path() + "/plan")
                            .expect(200)
                            .get("title")
                            .asText());
            put(Api.of(server.base()).as(otto.api().token()), other, "title", "Hier geht es weiter");
            assertTrue(
                    server.stderr().contains("room " + room.id() + " is damaged: row 3 of plan_update"),
                    server.stderr());
        }
    }

    /** Random letters: PostgreSQL can't compress them, so that they can be found in its file. */
    private static String text() {
        StringBuilder text = new StringBuilder();
        new Random(7).ints(LARGE, 0, 52).forEach(i -> text.append((char) (i < 26 ? 'a' + i : 'A' + i - 26)));
        return text.toString();
    }

    private static void put(Api who, Workshop room, String field, String value) {
        who.put(room.path() + "/plan", Api.object(field, value)).expect(200);
    }

    private static String fileOfLargeUpdates(Path data) throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("cluster/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(data.resolve("password")).strip();
        String url = "postgresql://werkraum:" + password + "@127.0.0.1:" + port + "/werkraum";
        try (Connection connection = TestDatabase.connect(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pg_relation_filepath(reltoastrelid) from pg_class where oid = 'plan_update'::regclass")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void flip(Path file, String marker) throws IOException {
        int at = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).indexOf(marker);
        assertTrue(at > 0, "the text is not in " + file);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            bytes.write(marker.charAt(0) ^ 1);
        }
    }
}
