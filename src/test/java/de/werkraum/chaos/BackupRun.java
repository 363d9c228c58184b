package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both ways to a backup that OPERATIONS names, and back: everything is there, open polls go on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BackupRun {
    /** {@code pg_dump} of a running server, {@code pg_restore} into an empty database. */
    @Test
    void aDumpHoldsEverything(@TempDir Path folder) {
        assertTrue(OwnPostgres.available(), "Debian's package postgresql-15 is needed");
        try (OwnPostgres postgres = OwnPostgres.in(folder, new Random(1))) {
            Kept kept;
            try (ServerProcess server = ServerProcess.start(folder, database(postgres.url()))) {
                kept = Kept.fill(server.base());
                postgres.dumpAndRestore("restored");
            }
            try (ServerProcess server = ServerProcess.start(folder, database(postgres.url("restored")))) {
                kept.assertThere(server.base());
            }
        }
    }

    /** The embedded database: a copy of the whole data folder, made while Werkraum is stopped. */
    @Test
    void aCopyOfTheStoppedFolderHoldsEverything(@TempDir Path folder) throws IOException, InterruptedException {
        Path copy = folder.resolve("copy");
        Map<String, String> plain = Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "WERKRAUM_DEMO", "false");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.in(folder)) {
            Kept kept;
            try (ServerProcess server = ServerProcess.start(postgres.data(), plain)) {
                kept = Kept.fill(server.base());
                server.terminate();
                assertEquals(0, server.exitCode(Duration.ofSeconds(30)));
            }
            Process copying = new ProcessBuilder("cp", "-a", postgres.data().toString(), copy.toString()).start();
            assertEquals(0, copying.waitFor());
            try (ServerProcess server = ServerProcess.start(copy, plain)) {
                kept.assertThere(server.base());
            }
        }
    }

    private static Map<String, String> database(String url) {
        return Map.of("DATABASE_URL", url, "WERKRAUM_ORGANISER_KEY", Workshop.KEY);
    }

    /** A room with a bit of everything, and all that its moderator can read of it. */
    private record Kept(Workshop room, Api mona, Api voter, List<JsonNode> before) {
        static Kept fill(URI base) {
            Workshop room = Workshop.open(base);
            Api mona = room.moderator("Mona").api();
            List<Workshop.Person> people = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                people.add(room.participant("Person " + i));
            }
            mona.put(room.path() + "/plan", Api.object("title", "Gesichert", "goal", "Nichts geht verloren"))
                    .expect(200);
            mona.post(room.path() + "/versions", Api.object("name", "Vor der Pause"))
                    .expect(201);
            poll(room, mona, people, true, "close");
            poll(room, mona, people, false, "close");
            poll(room, mona, people, true, "");
            return new Kept(room, mona, people.get(0).api(), everything(mona, room));
        }

        void assertThere(URI base) {
            Api again = mona.on(base);
            assertEquals(before, everything(again, room));
            String open = again.get(room.path() + "/polls")
                    .expect(200)
                    .get(2)
                    .get("id")
                    .asText();
            String poll = room.path() + "/polls/" + open;
            assertTrue(voter.on(base).get(poll).expect(200).has("mine"), "an open poll keeps its ballots");
            JsonNode closed = again.post(poll + "/close", Api.object()).expect(200);
            assertEquals(5, closed.get("cast").asInt());
            Api.of(base)
                    .post("/join", Api.object("code", room.code("participant"), "name", "Neu"))
                    .expect(200);
        }
    }

    private static void poll(Workshop room, Api mona, List<Workshop.Person> people, boolean secret, String act) {
        Map<String, Object> draft = Api.object(
                "question", "Machen wir das?", "method", "consent", "settings", Api.object("secret", secret));
        JsonNode poll = mona.post(room.path() + "/polls", draft).expect(201);
        String path = room.path() + "/polls/" + poll.get("id").asText();
        mona.post(path + "/open", Api.object()).expect(200);
        String option = poll.at("/options/0/id").asText();
        for (Workshop.Person person : people) {
            person.api()
                    .put(path + "/ballot", Api.object("choices", Api.object(option, "yes")))
                    .expect(200);
        }
        if (!act.isEmpty()) {
            mona.post(path + "/" + act, Api.object()).expect(200);
        }
    }

    private static List<JsonNode> everything(Api api, Workshop room) {
        List<JsonNode> all = new ArrayList<>();
        for (String part : List.of("", "/plan", "/polls", "/members", "/versions", "/audit")) {
            all.add(api.get(room.path() + part).expect(200));
        }
        return all;
    }
}
