package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.RawSocket;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people see of a database that has few connections, or takes no writes for a while. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StrainedDatabaseTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int JOINING = 60;

    private final String url = TestDatabase.url();
    private final String name = url.substring(url.lastIndexOf('/') + 1);
    private final Path folder;

    StrainedDatabaseTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private ServerProcess server(String database) {
        return ServerProcess.start(
                folder,
                Map.of(
                        "DATABASE_URL",
                        database,
                        "WERKRAUM_ORGANISER_KEY",
                        Workshop.KEY,
                        "WERKRAUM_DEMO",
                        "false",
                        "WERKRAUM_PORT",
                        "0"));
    }

    private static int join(ServerProcess server, Workshop room, String who) {
        return Api.of(server.base())
                .post("/join", Api.object("code", room.code("participant"), "name", who))
                .status();
    }

    @Test
    void sixtyJoinAtOnceWithAHandfulOfConnections() {
        String role = name + "_few";
        TestDatabase.execute(url, "drop role if exists " + role);
        TestDatabase.execute(url, "create role " + role + " login password 'geheim' connection limit 6");
        TestDatabase.execute(url, "grant create on database " + name + " to " + role);
        try (ServerProcess server = server(url.replaceFirst("//[^@]*@", "//" + role + ":geheim@"))) {
            Workshop room = Workshop.open(server.base());
            List<CompletableFuture<Integer>> joining = new ArrayList<>();
            for (int i = 0; i < JOINING; i++) {
                joining.add(Api.of(server.base())
                        .sendLater("POST", "/join", Api.object("code", room.code("participant"), "name", "Person " + i))
                        .thenApply(Api.Answer::status));
            }
            List<Integer> answers =
                    joining.stream().map(CompletableFuture::join).toList();
            assertEquals(
                    JOINING, answers.stream().filter(status -> status < 300).count(), answers.toString());
            assertTrue(server.stderr().contains("WERKRAUM_DATABASE_CONNECTIONS"), server.stderr());
        }
    }

    /** Whoever is there is told that nothing is kept, and that it is when it is; whoever comes is told to come again. */
    @Test
    void whoJoinsWhileNothingCanBeWrittenIsToldSo() {
        try (ServerProcess server = server(url);
                Open open = Open.in(server)) {
            Workshop room = open.room();
            int usual = join(server, room, "Anna");
            TestDatabase.execute(url, "alter database " + name + " set default_transaction_read_only = on");
            endSessions();
            Conditions.await("not ready", LIMIT, () -> ready(server) == 503);
            open.writes();
            open.socket().readUntil("the outage", frame -> Open.says(frame, "\"storage\"", "\"ok\":false"));
            for (int i = 0; i < 5; i++) {
                Api.Answer answer = Api.of(server.base())
                        .post("/join", Api.object("code", room.code("participant"), "name", "Ben " + i));
                assertEquals("unavailable", answer.problem(503));
            }
            assertEquals(200, Api.of(server.base()).get("/health/live").status());
            TestDatabase.execute(
                    url, "set transaction read write; alter database " + name + " reset default_transaction_read_only");
            endSessions();
            Conditions.await("ready again", LIMIT, () -> ready(server) == 200);
            Conditions.await("joining again", LIMIT, () -> join(server, room, "Cleo") == usual);
            open.socket().readUntil("that it is kept", frame -> Open.says(frame, "\"saved\"", "\"updates\":1"));
            assertEquals(
                    Open.GOAL,
                    room.organiser()
                            .get(room.path() + "/plan")
                            .expect(200)
                            .get("goal")
                            .asText());
        }
    }

    /** Somebody in a room who writes while nothing can be kept. */
    private record Open(Workshop room, RawSocket socket) implements AutoCloseable {
        static final String GOAL = "Geht weiter";

        static Open in(ServerProcess server) {
            Workshop room = Workshop.open(server.base());
            return new Open(
                    room, RawSocket.enter(room, room.participant("Paula").api()));
        }

        void writes() {
            Doc doc = new Doc();
            socket.send(Message.sync(
                    Message.UPDATE, doc.transact(() -> doc.getText("goal").insert(0, GOAL))));
        }

        static boolean says(RawSocket.Frame frame, String type, String word) {
            return frame.type() == Message.EVENT
                    && Message.decode(frame.payload()) instanceof Message.Event event
                    && event.json().contains(type)
                    && event.json().contains(word);
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private static int ready(ServerProcess server) {
        return Api.of(server.base()).get("/health/ready").status();
    }

    /** As a database that is restarted does. */
    private void endSessions() {
        TestDatabase.execute(
                url,
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    }
}
