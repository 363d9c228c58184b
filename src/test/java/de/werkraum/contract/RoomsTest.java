package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.store.Timer;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RoomsTest extends ServerTest {
    @Test
    void aRoomHasCodesForThreeRoles() {
        Workshop workshop = Workshop.open(server.base(), object("title", "Wohngeld digital", "language", "en"));
        JsonNode room = workshop.room();
        assertEquals("Wohngeld digital", room.get("title").asText());
        assertEquals("en", room.get("language").asText());
        assertEquals("collect", room.get("phase").asText());
        assertFalse(room.get("locked").asBoolean());
        assertEquals("open", room.get("admission").asText());
        assertNotEquals(workshop.code("moderator"), workshop.code("participant"));
        assertNotEquals(workshop.code("viewer"), workshop.code("participant"));
        assertEquals("de", workshop().room().get("language").asText(), "German unless said otherwise");
    }

    @Test
    void codesAreShownToModeratorsOnly() {
        Workshop workshop = workshop();
        JsonNode seen = workshop.moderator("Mona").api().get(workshop.path()).expect(200);
        assertEquals(workshop.code("viewer"), seen.get("codes").get("viewer").asText());
        for (Workshop.Person person :
                new Workshop.Person[] {workshop.participant("Paula"), workshop.viewer("Leinwand")}) {
            JsonNode room = person.api().get(workshop.path()).expect(200);
            assertFalse(room.hasNonNull("codes"), room.toString());
            assertEquals(workshop.code("participant"), room.get("joinCode").asText());
            assertFalse(room.toString().contains(workshop.code("moderator")));
        }
    }

    @Test
    void theModeratorSetsPhaseLockTimerAndAdmission() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        for (String phase : new String[] {"elaborate", "vote", "results", "closed", "collect"}) {
            JsonNode room =
                    moderator.patch(workshop.path(), object("phase", phase)).expect(200);
            assertEquals(phase, room.get("phase").asText());
        }
        Instant before = Instant.now();
        JsonNode timed = moderator
                .patch(workshop.path(), object("timer", object("seconds", 90), "locked", true, "title", "Neu"))
                .expect(200);
        Instant ends = Instant.parse(timed.get("timer").get("endsAt").asText());
        assertTrue(ends.isAfter(before.plusSeconds(85)) && ends.isBefore(before.plusSeconds(120)), ends.toString());
        assertEquals(90, timed.get("timer").get("seconds").asInt());
        JsonNode read = moderator.get(workshop.path()).expect(200);
        assertEquals(timed.get("timer"), read.get("timer"));
        assertTrue(read.get("locked").asBoolean());
        assertEquals("Neu", read.get("title").asText());
        pausedAndResumed(moderator, workshop.path());
        moderator.send("PATCH", workshop.path(), "{\"timer\": null}").expect(200);
        assertTrue(moderator.get(workshop.path()).expect(200).path("timer").isMissingNode()
                || moderator.get(workshop.path()).expect(200).get("timer").isNull());
    }

    private static void pausedAndResumed(Api moderator, String path) {
        JsonNode paused = moderator
                .patch(path, object("timer", object("paused", true)))
                .expect(200)
                .get("timer");
        int left = paused.get("left").asInt();
        assertTrue(
                left > 60
                        && left <= 90
                        && !paused.has("endsAt")
                        && paused.get("seconds").asInt() == 90,
                paused.toString());
        assertEquals(paused, moderator.get(path).expect(200).get("timer"), "it stands still, also as stored");
        assertEquals(
                paused,
                moderator
                        .patch(path, object("timer", object("paused", true)))
                        .expect(200)
                        .get("timer"),
                "pausing twice changes nothing");
        JsonNode longer = moderator
                .patch(path, object("timer", object("seconds", left + 60, "paused", true)))
                .expect(200)
                .get("timer");
        assertEquals(left + 60, longer.get("left").asInt(), "more time leaves it paused");
        Instant before = Instant.now();
        JsonNode resumed = moderator
                .patch(path, object("timer", object("paused", false)))
                .expect(200)
                .get("timer");
        Instant ends = Instant.parse(resumed.get("endsAt").asText());
        assertTrue(!resumed.has("left") && ends.isAfter(before.plusSeconds(left + 58)), resumed.toString());
    }

    @Test
    @Tag("O-3")
    void whereNoTimerIsNothingIsPausedAndOneThatIsOverStaysSo() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        JsonNode none = moderator
                .patch(workshop.path(), object("timer", object("paused", true)))
                .expect(200);
        assertTrue(none.path("timer").isNull() || none.path("timer").isMissingNode(), none.toString());
        Instant now = Instant.parse("2026-11-30T10:00:00Z");
        Timer over = Timer.of(5, now);
        assertEquals(over, over.paused(now.plusSeconds(5)));
        assertEquals(new Timer.Paused(5, 1), over.paused(now.plusMillis(4_001)), "a pause takes nothing away");
    }

    @Test
    void badChangesAreRefusedWhole() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        JsonNode before = withoutNow(moderator.get(workshop.path()).expect(200));
        moderator.patch(workshop.path(), object("phase", "pause")).problem(422);
        moderator.patch(workshop.path(), object("title", "Gut", "locked", "ja")).problem(422);
        moderator.patch(workshop.path(), object("title", "")).problem(422);
        moderator.patch(workshop.path(), object("title", "x".repeat(301))).problem(422);
        moderator.patch(workshop.path(), object("timer", object("seconds", -1))).problem(422);
        moderator.patch(workshop.path(), object("timer", "bald")).problem(422);
        moderator.patch(workshop.path(), object("timer", object())).problem(422);
        moderator.patch(workshop.path(), object("timer", object("paused", 1))).problem(422);
        moderator.patch(workshop.path(), object("admission", "keiner")).problem(422);
        moderator.patch(workshop.path(), object("spotlight", 5)).problem(422);
        assertEquals(before, withoutNow(moderator.get(workshop.path()).expect(200)));
    }

    @Test
    void badRoomsAreNotMade() {
        Api organiser = organiser();
        int before = organiser.get("/rooms").expect(200).size();
        organiser.post("/rooms", object()).problem(422);
        organiser.post("/rooms", object("title", " ")).problem(422);
        organiser.post("/rooms", object("title", "x".repeat(301))).problem(422);
        organiser.post("/rooms", object("title", "Gut", "language", "fr")).problem(422);
        organiser
                .post("/rooms", object("title", "Gut", "template", "unbekannt"))
                .refused();
        organiser.post("/rooms", object("title", List.of("a"))).problem(422);
        assertEquals(before, organiser.get("/rooms").expect(200).size());
    }

    @Test
    @Tag("J-6")
    void aNewCodeStopsTheOldOne() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        String old = workshop.code("participant");
        String fresh = moderator
                .post(workshop.path() + "/codes", object("role", "participant"))
                .expect(201)
                .findValue("code")
                .asText();
        assertNotEquals(old, fresh);
        nobody().post("/join", object("code", old, "name", "Zu spät")).problem(404);
        nobody().post("/join", object("code", fresh, "name", "Rechtzeitig")).expect(200);
        moderator.post(workshop.path() + "/codes", object("role", "organiser")).problem(422);
        moderator
                .post(workshop.path() + "/codes", object("role", "participant", "count", -1))
                .problem(422);
    }

    @Test
    void deletingTakesTheRoomAndItsTokensAway() {
        Workshop workshop = workshop();
        Api paula = workshop.participant("Paula").api();
        workshop.moderator("Mona").api().delete(workshop.path()).problem(403);
        assertTrue(workshop.organiser().delete(workshop.path()).status() < 300);
        workshop.organiser().get(workshop.path()).problem(404);
        int status = paula.get(workshop.path()).status();
        assertTrue(status == 404 || status == 401, "status " + status);
        nobody().post("/join", object("code", workshop.code("participant"), "name", "Otto"))
                .problem(404);
    }

    @Test
    void templatesAreThereInTwoLanguagesAndFillARoom() {
        JsonNode templates = nobody().get("/templates").expect(200);
        assertTrue(templates.size() >= 10, templates.size() + " templates");
        String id = templates.get(0).get("id").asText();
        for (String language : new String[] {"de", "en"}) {
            Workshop workshop =
                    Workshop.open(server.base(), object("title", "Aus Vorlage", "template", id, "language", language));
            Api moderator = workshop.moderator("Mona").api();
            JsonNode plan = moderator.get(workshop.path() + "/plan").expect(200);
            assertTrue(plan.get("steps").size() >= 3, plan.toString());
            String title = templates.get(0).get("title").get(language).asText();
            String told = (language.equals("de") ? "- **Vorlage:** " : "- **Template:** ") + title + "\n";
            String document = moderator.get(workshop.path() + "/export/md").body();
            assertTrue(document.contains(told), told + " is not in " + document);
            for (JsonNode step : plan.get("steps")) {
                assertFalse(step.get("title").asText().isBlank());
            }
        }
    }

    private static JsonNode withoutNow(JsonNode room) {
        ((com.fasterxml.jackson.databind.node.ObjectNode) room).remove("now");
        return room;
    }
}
