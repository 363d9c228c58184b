package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys of events, for scripts. */
class EventKeyTest extends ServerTest {
    private final Api organiser = organiser();

    private String event(String title) {
        return Congress.bare(organiser, object("title", title));
    }

    private Workshop room(String event) {
        return Workshop.open(organiser, object("title", "Raum", "event", event));
    }

    private JsonNode key(String event, String scope) {
        return organiser
                .post("/events/" + event + "/keys", object("name", "Skript", "scope", scope))
                .expect(201);
    }

    private Api by(JsonNode key) {
        return nobody().as(key.get("key").asText());
    }

    @Test
    @Tag("EK-2")
    void oneThatReadsSeesWhatAScreenSees() {
        String event = event("Kongress");
        Workshop room = room(event);
        Api script = by(key(event, "read"));
        assertEquals(
                "Kongress",
                script.get("/events/" + event).expect(200).get("title").asText());
        JsonNode rooms = script.get("/rooms").expect(200);
        assertEquals(1, rooms.size());
        assertFalse(rooms.get(0).has("codes"));
        assertFalse(script.get(room.path()).expect(200).has("codes"));
        script.get(room.path() + "/plan").expect(200);
        Api moderator = room.moderator("Mona").api();
        Poll poll = Poll.draft(room, moderator, Poll.consent(object()));
        assertEquals(0, script.get(room.path() + "/polls").expect(200).size(), "no drafts");
        script.get(poll.path()).problem(404);
        for (String path : List.of("/export/md", "/members", "/audit", "/versions", "/export")) {
            script.get(room.path() + path).problem(403);
        }
        assertEquals(
                "keyOnlyReads", script.post("/rooms", object("title", "Neu")).problem(403));
        assertEquals(
                "keyOnlyReads",
                script.patch(room.path(), object("phase", "vote")).problem(403));
        assertEquals("keyOnlyReads", script.put(room.path() + "/plan", object()).problem(403));
    }

    @Test
    @Tag("EK-2")
    @Tag("EK-4")
    void oneThatWritesFoundsRoomsAndTakesDocumentsAwayAndTheLogNamesIt() {
        String event = event("Kongress");
        Api script = by(key(event, "write"));
        JsonNode room = script.post("/rooms", object("title", "Vom Skript")).expect(201);
        assertEquals(event, room.get("event").asText());
        assertTrue(room.at("/codes/participant").isTextual());
        String path = "/rooms/" + room.get("id").asText();
        script.put(path + "/plan", object("goal", "Ein Ziel")).expect(200);
        script.patch(path, object("phase", "elaborate")).expect(200);
        assertEquals(200, script.get(path + "/export/md").status());
        assertTrue(script.get(path + "/export/md").body().contains("Ein Ziel"));
        JsonNode log = organiser.get(path + "/audit").expect(200);
        log.forEach(entry -> assertEquals("Skript", entry.at("/by/name").asText(), log.toString()));
        assertTrue(log.size() >= 3, log.toString());
        String elsewhere = event("Anderer");
        assertEquals(
                "invalid",
                script.post("/rooms", object("title", "x", "event", elsewhere)).problem(422));
        script.delete(path).problem(403);
        script.post(path + "/codes", object("role", "moderator")).problem(403);
    }

    @Test
    @Tag("EK-2")
    void anotherEventStaysShut() {
        String event = event("Kongress");
        Workshop foreign = room(event("Anderer"));
        Workshop alone = workshop();
        for (String scope : List.of("read", "write")) {
            Api script = by(key(event, scope));
            for (Workshop room : List.of(foreign, alone)) {
                for (String path : List.of("", "/plan", "/polls")) {
                    assertEquals("otherEvent", script.get(room.path() + path).problem(403));
                }
            }
            assertEquals(
                    "otherEvent",
                    script.get("/events/" + foreign.room().get("event").asText())
                            .problem(403));
            assertEquals(0, script.get("/rooms").expect(200).size());
        }
        Api script = by(key(event, "write"));
        assertEquals("otherEvent", script.get(foreign.path() + "/export/md").problem(403));
        assertEquals(
                "otherEvent",
                script.patch(foreign.path(), object("phase", "vote")).problem(403));
    }

    @Test
    @Tag("EK-3")
    void itEndsAtOnceAndStaysToBeSeen() {
        String event = event("Kongress");
        JsonNode key = key(event, "read");
        Api script = by(key);
        script.get("/rooms").expect(200);
        String path = "/events/" + event + "/keys/" + key.get("id").asText();
        organiser.delete(path).expect(204);
        script.get("/rooms").problem(401);
        organiser.delete(path).expect(204);
        JsonNode listed = organiser.get("/events/" + event + "/keys").expect(200);
        assertTrue(
                listed.at("/0/revokedAt").isTextual() && listed.at("/0/usedAt").isTextual(), listed.toString());
        assertFalse(listed.at("/0").has("key"));
        assertEquals(
                "notFound",
                organiser.delete("/events/" + event + "/keys/" + NOWHERE).problem(404));
        assertEquals("notFound", organiser.get("/events/" + NOWHERE + "/keys").problem(404));
    }

    @Test
    @Tag("EK-1")
    void itIsShownOnceKeptAsAHashAndALostAnswerIsNoLostKey() throws SQLException {
        String event = event("Kongress");
        String mark = UUID.randomUUID().toString();
        String keys = "/events/" + event + "/keys";
        Api marked = organiser.under(mark);
        JsonNode key = marked.post(keys, object("name", "Skript")).expect(201);
        assertEquals(key, marked.post(keys, object("name", "Skript")).expect(201));
        assertEquals(1, organiser.get(keys).expect(200).size());
        String whole = key.get("key").asText();
        assertTrue(whole.startsWith(key.get("prefix").asText()) && whole.startsWith("wrk_"), whole);
        assertFalse(organiser.get(keys).body().contains(whole));
        try (Connection connection = TestDatabase.connect(server.databaseUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select k::text || (select string_agg(r::text, '') from request r) from event_key k")) {
            while (rows.next()) {
                assertFalse(rows.getString(1).contains(whole.substring(12)));
            }
        }
    }

    @Test
    @Tag("EK-3")
    void guessesAreSlowedAndTheRightOneIsNot() {
        String event = event("Kongress");
        Api right = by(key(event, "read"));
        List<CompletableFuture<Api.Answer>> wrong = IntStream.range(0, 300)
                .mapToObj(i -> nobody().as("wrk_" + "A".repeat(39) + (1000 + i)).sendLater("GET", "/rooms", object()))
                .toList();
        right.get("/rooms").expect(200);
        List<Integer> answers = wrong.stream()
                .map(answer -> answer.join().status())
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of(401, 429), answers);
        nobody().as("wrk_kurz").get("/rooms").problem(401);
    }

    @Test
    void whatCannotBeIsRefused() {
        String event = event("Kongress");
        String keys = "/events/" + event + "/keys";
        for (Object body : List.of(
                object(),
                object("name", ""),
                object("name", "x", "scope", "all"),
                object("name", "x", "days", 0),
                object("name", "x", "days", 100_000))) {
            assertEquals("invalid", organiser.post(keys, body).problem(422));
        }
        for (int i = 0; i < 50; i++) {
            key(event, "read");
        }
        assertEquals("tooManyKeys", organiser.post(keys, object("name", "x")).problem(409));
    }

    /** A body beyond what anybody may send is taken from a key that opens the door. */
    @Test
    void aLongPlanIsTaken() {
        String event = event("Kongress");
        Api script = by(key(event, "write"));
        Workshop room = room(event);
        script.put(room.path() + "/plan", object("goal", "lang ".repeat(20_000)))
                .expect(200);
        by(key(event, "read"))
                .put(room.path() + "/plan", object("goal", "lang ".repeat(20_000)))
                .problem(403);
    }
}
