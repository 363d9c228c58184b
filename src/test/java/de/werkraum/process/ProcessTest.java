package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Signals;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProcessTest {
    private static final Map<String, String> KEY = Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY);
    private static final Map<String, String> PLAIN =
            Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "WERKRAUM_DEMO", "false");

    private final Path data;

    ProcessTest(@TempDir Path folder) {
        data = folder.resolve("data");
    }

    /** Unpacked once for all, so that each start takes a second. */
    @BeforeEach
    void lendPrograms() throws IOException {
        Files.createDirectories(data);
        ServerFolders.lend(data);
    }

    @Test
    void firstStartTellsWhereToGoAndLaterStartsKeepWhatIsThere() {
        Set<String> first = new HashSet<>();
        String key;
        try (ServerProcess server = ServerProcess.start(data, Map.of())) {
            String printed = server.stdout();
            assertTrue(printed.startsWith("Werkraum ready: http://127.0.0.1:"), printed);
            assertEquals(1, printed.split("Werkraum ready", -1).length - 1, printed);
            for (String role : List.of("moderator", "participant", "screen")) {
                assertTrue(printed.contains(role), role + " is not greeted: " + printed);
            }
            for (String link : server.links()) {
                assertTrue(link.startsWith(server.base().toString()), link);
                if (link.contains("#")) {
                    first.add(link.substring(server.base().toString().length()));
                }
            }
            assertEquals(3, first.size(), first.toString());
            key = printedKey(server);
            assertTrue(login(server, key));
            assertEquals(200, Api.of(server.base()).get("/health/ready").status());
        }
        try (ServerProcess server = ServerProcess.start(data, Map.of())) {
            String printed = server.stdout();
            assertFalse(printed.contains(key), "the key is told once");
            assertTrue(first.stream().allMatch(printed::contains), printed + " without " + first);
            assertTrue(login(server, key));
        }
        try (ServerProcess server = ServerProcess.start(data, KEY)) {
            JsonNode rooms = Workshop.organiser(server.base()).get("/rooms").expect(200);
            assertEquals(1, rooms.size(), "the demo workshop is there once: " + rooms);
            String code = rooms.get(0).get("joinCode").asText();
            assertTrue(first.stream().anyMatch(link -> link.contains(code)), first + " without " + code);
        }
    }

    @Test
    @Tag("C-5")
    void endsInOrderWhenAsked() {
        try (ServerProcess server = ServerProcess.start(data, PLAIN)) {
            Workshop workshop = Workshop.open(server.base());
            CompletableFuture<Integer> closed = new CompletableFuture<>();
            String token = workshop.participant("Paula").api().token();
            URI collab = URI.create(server.base().toString().replaceFirst("http", "ws") + "/collab/" + workshop.id()
                    + "?token=" + token);
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(collab, new CloseListener(closed))
                    .join();
            long asked = System.nanoTime();
            server.terminate();
            assertEquals(1012, closed.orTimeout(10, TimeUnit.SECONDS).join());
            assertEquals(0, server.exitCode(Duration.ofSeconds(10)));
            assertTrue(Duration.ofNanos(System.nanoTime() - asked).toSeconds() < 10);
            assertTrue(socket.isInputClosed());
            assertFalse(Files.exists(data.resolve("cluster/postmaster.pid")), "PostgreSQL still runs");
        }
    }

    @Test
    void goesOnAfterKillWithItsOwnOrphan() {
        String room;
        long orphan;
        try (ServerProcess server = ServerProcess.start(data, PLAIN)) {
            Workshop workshop = Workshop.open(server.base());
            room = workshop.path();
            orphan = server.postgres();
            server.kill();
            assertTrue(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false), "no orphan to find");
            try (ServerProcess next = ServerProcess.start(data, PLAIN)) {
                assertNotEquals(orphan, next.postgres());
                JsonNode kept = Workshop.organiser(next.base()).get(room).expect(200);
                assertEquals("Ein Raum", kept.get("title").asText());
            }
        }
    }

    @Test
    void keepsTokensAndCodesOverRestarts() {
        String token;
        String path;
        String code;
        try (ServerProcess server = ServerProcess.start(data, PLAIN)) {
            Workshop workshop = Workshop.open(server.base());
            token = workshop.participant("Paula").api().token();
            path = workshop.path();
            code = workshop.code("participant");
        }
        try (ServerProcess server = ServerProcess.start(data, PLAIN)) {
            Api nobody = Api.of(server.base());
            assertEquals(
                    code, nobody.as(token).get(path).expect(200).get("joinCode").asText());
            nobody.post("/join", Api.object("code", code, "name", "Rolf")).expect(200);
            Workshop.organiser(server.base()).get(path).expect(200);
        }
    }

    @Test
    void refusesASecondServerOnOneFolder() {
        try (ServerProcess first = ServerProcess.start(data, PLAIN);
                ServerProcess second = ServerProcess.launch(data, PLAIN)) {
            assertNotEquals(0, second.exitCode(Duration.ofSeconds(30)));
            assertTrue(second.stderr().contains("WERKRAUM_DATA"), second.stderr());
            assertFalse(second.stderr().contains("\tat "), second.stderr());
            assertEquals("", second.stdout());
            assertEquals(200, Api.of(first.base()).get("/health/ready").status());
        }
    }

    @Test
    void usesTheDatabaseItIsToldAndSaysWhenThatIsAway() {
        Map<String, String> environment =
                Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "DATABASE_URL", TestDatabase.url());
        String path;
        try (ServerProcess server = ServerProcess.start(data, environment)) {
            assertFalse(Files.exists(data.resolve("cluster")), "an embedded database beside DATABASE_URL");
            Api organiser = Workshop.organiser(server.base());
            assertEquals(0, organiser.get("/rooms").expect(200).size(), "no demo on a database that is not ours");
            path = Workshop.open(server.base()).path();
        }
        try (ServerProcess server = ServerProcess.start(data, environment)) {
            Workshop.organiser(server.base()).get(path).expect(200);
        }
        Map<String, String> nobody = Map.of("DATABASE_URL", "postgresql://werkraum:geheim@127.0.0.1:1/werkraum");
        try (ServerProcess server = ServerProcess.launch(data, nobody)) {
            assertNotEquals(0, server.exitCode(Duration.ofSeconds(60)));
            assertTrue(server.stderr().contains("127.0.0.1:1"), server.stderr());
            assertFalse(server.stderr().contains("geheim"), server.stderr());
            assertFalse(server.stderr().contains("\tat "), server.stderr());
        }
    }

    @Test
    void isNotReadyWhilePostgresIsAway() {
        try (ServerProcess server = ServerProcess.start(data, PLAIN)) {
            Api nobody = Api.of(server.base());
            assertEquals(200, nobody.get("/health/ready").status());
            List<Long> postgres = Signals.workingIn(data.resolve("cluster"));
            Signals.send("STOP", postgres);
            assertEquals(503, nobody.get("/health/ready").status());
            assertEquals(200, nobody.get("/health/live").status());
            Signals.send("CONT", postgres);
            Conditions.await(
                    "ready again",
                    Duration.ofSeconds(60),
                    () -> nobody.get("/health/ready").status() == 200);
        }
    }

    @Test
    void saysWhatIsWrongWithASetting() {
        for (String[] wrong : List.of(
                new String[] {"WERKRAUM_PORT", "achtzig"},
                new String[] {"WERKRAUM_PUBLIC_URL", "ftp://example"},
                new String[] {"DATABASE_URL", "mysql://a:geheim@b/c"})) {
            try (ServerProcess server = ServerProcess.launch(data, Map.of(wrong[0], wrong[1]))) {
                assertNotEquals(0, server.exitCode(Duration.ofSeconds(30)), wrong[0]);
                assertTrue(server.stderr().contains(wrong[0]), server.stderr());
                assertFalse(server.stderr().contains("\tat "), server.stderr());
                assertFalse(server.stderr().contains("geheim"), server.stderr());
                assertEquals("", server.stdout());
            }
        }
    }

    @Test
    void pointsToDatabaseUrlWhereRootCannotStartPostgres() throws IOException {
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        Map<String, String> noUnshare = Map.of("PATH", data.toString());
        try (ServerProcess server = ServerProcess.launch(data, noUnshare)) {
            if (root) {
                assertNotEquals(0, server.exitCode(Duration.ofSeconds(30)));
                assertTrue(server.stderr().contains("DATABASE_URL"), server.stderr());
                assertFalse(server.stderr().contains("\tat "), server.stderr());
            }
        }
    }

    /** What follows the word "key" in the greeting. */
    private static String printedKey(ServerProcess server) {
        Matcher key = Pattern.compile("key\\s+(\\S+)").matcher(server.stdout());
        assertTrue(key.find(), "no key is printed: " + server.stdout());
        return key.group(1);
    }

    private static boolean login(ServerProcess server, String key) {
        return Api.of(server.base()).post("/login", Api.object("key", key)).status() == 200;
    }

    /** Hears the code the server closes with. */
    private record CloseListener(CompletableFuture<Integer> closed) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
