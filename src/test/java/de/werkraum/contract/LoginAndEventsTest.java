package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LoginAndEventsTest extends ServerTest {
    @Test
    void theKeyOpensAndNothingElseDoes() {
        assertTrue(nobody().post("/login", object("key", Workshop.KEY))
                        .expect(200)
                        .get("token")
                        .asText()
                        .length()
                > 40);
        nobody().post("/login", object("key", Workshop.KEY + "x")).problem(401);
        nobody().post("/login", object("key", "")).refused();
        nobody().post("/login", object("key", 17)).refused();
        nobody().post("/login", object()).refused();
    }

    @Test
    void floodingNeverKeepsTheRightKeyOut() {
        List<CompletableFuture<Api.Answer>> wrong = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            wrong.add(nobody().sendLater("POST", "/login", object("key", "falsch" + i)));
        }
        nobody().post("/login", object("key", Workshop.KEY)).expect(200);
        boolean slowed = false;
        for (CompletableFuture<Api.Answer> answer : wrong) {
            int status = answer.join().status();
            assertTrue(status == 401 || status == 429, "status " + status);
            slowed |= status == 429;
        }
        assertTrue(slowed, "200 wrong keys at once were never answered with 429");
    }

    @Test
    void aLoginOutlivesARestart() {
        Api organiser = organiser();
        server.restart();
        nobody().as(organiser.token()).get("/rooms").expect(200);
    }

    @Test
    void anEventGroupsRooms() {
        Api organiser = organiser();
        JsonNode event = organiser
                .post("/events", object("title", "Kongress", "date", "2026-07-04", "venue", "Rathaus"))
                .expect(201);
        String id = event.get("id").asText();
        assertEquals("Kongress", event.get("title").asText());
        assertEquals("2026-07-04", event.get("date").asText());
        assertEquals("Rathaus", event.get("venue").asText());
        Workshop inside = Workshop.open(server.base(), object("title", "Raum 1", "event", id));
        Workshop outside = workshop();
        assertEquals(id, inside.room().get("event").asText());
        Api member = inside.participant("Paula").api();
        assertEquals(
                "Kongress", member.get("/events/" + id).expect(200).get("title").asText());
        outside.participant("Otto").api().get("/events/" + id).problem(403);
        nobody().get("/events/" + id).problem(401);
        member.get("/events").problem(403);
        boolean listed = false;
        for (JsonNode each : organiser.get("/events").expect(200)) {
            listed |= each.get("id").asText().equals(id);
        }
        assertTrue(listed);
    }

    @Test
    void badEventsAreRefusedAndNotKept() {
        Api organiser = organiser();
        int before = organiser.get("/events").expect(200).size();
        organiser.post("/events", object("title", "")).problem(422);
        organiser.post("/events", object("title", "x".repeat(301))).problem(422);
        organiser.post("/events", object("title", 7)).problem(422);
        organiser.post("/events", object("title", "Gut", "date", "4. Juli")).problem(422);
        organiser.post("/events", object("venue", "Rathaus")).problem(422);
        organiser.get("/events/" + NOWHERE).problem(404);
        organiser.get("/events/unsinn").problem(404);
        organiser.post("/rooms", object("title", "Raum", "event", NOWHERE)).refused();
        assertEquals(before, organiser.get("/events").expect(200).size());
        organiser.post("/events", object("title", "x".repeat(300))).expect(201);
    }

    @Test
    void theRightKeyIsToldToNobody() {
        String problem = nobody().post("/login", object("key", "falsch")).body();
        assertFalse(problem.contains(Workshop.KEY));
        assertFalse(problem.contains("falsch"));
    }
}
