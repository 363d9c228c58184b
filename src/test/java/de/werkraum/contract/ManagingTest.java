package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What organisers do with whole sessions and events. */
class ManagingTest extends ServerTest {
    private final Api organiser = organiser();

    private Congress congress(String title) {
        return Congress.open(
                organiser,
                Congress.bare(organiser, object("title", title, "date", "2026-03-27", "venue", "Rathaus")),
                object(
                        "title",
                        "E-Akte",
                        "start",
                        "2026-03-27T08:00:00Z",
                        "end",
                        "2026-03-27T09:00:00Z",
                        "moderators",
                        List.of("Mona Moser <mona@example.org>"),
                        "seats",
                        20),
                object("title", "Offen"));
    }

    private JsonNode programme(String event) {
        return organiser.get(event + "/programme").expect(200);
    }

    private static String session(JsonNode programme, int at) {
        return programme.at("/sessions/" + at + "/id").asText();
    }

    @Test
    @Tag("G-12")
    void anEventIsCopiedWithItsProgrammeAndWithoutPeople() {
        Congress congress = congress("Kongress 2026");
        organiser
                .put(
                        congress.path() + "/playlist",
                        object(
                                "entries",
                                List.of(
                                        object("view", "board", "seconds", 33),
                                        object("view", "room", "room", congress.room(0), "seconds", 20))))
                .expect(200);
        Object body = object("title", "Kongress 2027", "date", "2026-03-30");
        Api marked = organiser.under(UUID.randomUUID().toString());
        JsonNode copy = marked.post(congress.path() + "/copy", body).expect(201);
        assertEquals(copy, marked.post(congress.path() + "/copy", body).expect(201), "sent again");
        String event = "/events/" + copy.get("id").asText();
        assertEquals("Rathaus", copy.get("venue").asText());
        assertTrue(copy.get("plenary").isNull());
        JsonNode sessions = programme(event).get("sessions");
        assertEquals(2, sessions.size());
        // the clocks were changed on the 29th
        assertEquals("2026-03-30T07:00:00Z", sessions.at("/0/start").asText());
        assertEquals("2026-03-30T08:00:00Z", sessions.at("/0/end").asText());
        assertEquals(20, sessions.at("/0/seats").asInt());
        assertEquals(0, sessions.at("/0/moderators").size());
        assertTrue(sessions.at("/0/room").isNull());
        JsonNode list = organiser.get(event + "/playlist").expect(200);
        assertEquals(List.of("33"), list.get("entries").findValuesAsText("seconds"));
        JsonNode same = organiser.post(congress.path() + "/copy", object()).expect(201);
        assertEquals("Kongress 2026", same.get("title").asText());
        nobody().join(congress.code(0, "moderator"), "Mona")
                .post(congress.path() + "/copy", body)
                .problem(403);
    }

    @Test
    @Tag("G-13")
    void aSessionMovesWithItsRoomAndWhoIsInIt() {
        Congress from = congress("Hier");
        String to = Congress.bare(organiser, object("title", "Dort"));
        Api mona = nobody().join(from.code(0, "moderator"), "Mona");
        mona.put(from.roomPath(0) + "/plan", object("goal", "Alles digital")).expect(200);
        String path = from.path() + "/sessions/" + session(programme(from.path()), 0) + "/move";
        mona.post(path, object("event", to)).problem(403);
        organiser.post(path, object("event", NOWHERE)).problem(404);
        organiser.post(path, object()).problem(422);
        for (int i = 0; i < 2; i++) {
            JsonNode there = organiser.post(path, object("event", to)).expect(200);
            assertEquals("E-Akte", there.at("/sessions/0/title").asText());
            assertEquals(from.room(0), there.at("/sessions/0/room").asText());
        }
        assertEquals(1, programme(from.path()).get("sessions").size());
        JsonNode room = mona.get(from.roomPath(0)).expect(200);
        assertEquals(to, room.get("event").asText());
        assertEquals(
                "Alles digital",
                mona.get(from.roomPath(0) + "/plan").expect(200).get("goal").asText());
        mona.get("/events/" + to).expect(200);
        mona.get(from.path()).problem(403);
    }

    @Test
    @Tag("G-14")
    void aSessionIsDeletedWithOrWithoutItsRoom() {
        Congress congress = congress("Kongress");
        JsonNode before = programme(congress.path());
        Api mona = nobody().join(congress.code(0, "moderator"), "Mona");
        String first = congress.path() + "/sessions/" + session(before, 0);
        mona.delete(first).problem(403);
        organiser.delete(first).expect(204);
        organiser.delete(first).problem(404);
        mona.get(congress.roomPath(0)).expect(200);
        String code = congress.eventCode(organiser, "organiser");
        String second = congress.path() + "/sessions/" + session(before, 1);
        assertFalse(nobody().join(code, "Olga").delete(second + "?room=true").status() < 300);
        organiser.delete(second + "?room=true").expect(204);
        organiser.get(congress.roomPath(1)).problem(404);
        assertEquals(0, programme(congress.path()).get("sessions").size());
    }
}
