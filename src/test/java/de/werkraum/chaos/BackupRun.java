package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code pg_dump} of a running server, {@code pg_restore} into an empty database, a server on that: everything is there. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BackupRun {
    @Test
    void aDumpHoldsEverything(@TempDir Path folder) {
        assertTrue(OwnPostgres.available(), "Debian's package postgresql-15 is needed");
        try (OwnPostgres postgres = OwnPostgres.in(folder, new Random(1))) {
            Workshop room;
            Api mona;
            List<Workshop.Person> people = new ArrayList<>();
            List<JsonNode> before;
            try (ServerProcess server = ServerProcess.start(folder, environment(postgres.url()))) {
                room = Workshop.open(server.base());
                mona = room.moderator("Mona").api();
                for (int i = 0; i < 5; i++) {
                    people.add(room.participant("Person " + i));
                }
                mona.put(room.path() + "/plan", Api.object("title", "Gesichert", "goal", "Nichts geht verloren"))
                        .expect(200);
                poll(room, mona, people, true, "close");
                poll(room, mona, people, false, "close");
                poll(room, mona, people, true, "");
                before = everything(mona, room);
                postgres.dumpAndRestore("restored");
            }
            try (ServerProcess server = ServerProcess.start(folder, environment(postgres.url("restored")))) {
                Api again = Api.of(server.base()).as(mona.token());
                assertEquals(before, everything(again, room));
                JsonNode open = again.get(room.path() + "/polls").expect(200).get(2);
                Api voter = Api.of(server.base()).as(people.get(0).api().token());
                assertTrue(
                        voter.get(room.path() + "/polls/" + open.get("id").asText())
                                .expect(200)
                                .has("mine"),
                        "an open poll keeps its ballots");
                JsonNode closed = again.post(
                                room.path() + "/polls/" + open.get("id").asText() + "/close", Api.object())
                        .expect(200);
                assertEquals(5, closed.get("cast").asInt());
                Api.of(server.base())
                        .post("/join", Api.object("code", room.code("participant"), "name", "Neu"))
                        .expect(200);
            }
        }
    }

    private static Map<String, String> environment(String url) {
        return Map.of("DATABASE_URL", url, "WERKRAUM_ORGANISER_KEY", Workshop.KEY);
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
        for (String part : List.of("", "/plan", "/polls", "/members")) {
            all.add(api.get(room.path() + part).expect(200));
        }
        return all;
    }
}
