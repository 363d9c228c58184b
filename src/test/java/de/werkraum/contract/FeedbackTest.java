package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What became of a plan that was taken over, told to those whose it was. */
class FeedbackTest extends ServerTest {
    private static JsonNode plan(Workshop room) {
        return room.organiser().get(room.path() + "/plan").expect(200);
    }

    /** A plan of two steps, and a room that has taken it over, changed one, left one out and added another. */
    private Workshop reused(Workshop source) {
        source.organiser()
                .put(
                        source.path() + "/plan",
                        object(
                                "meta",
                                object("authority", "Landkreis Elbe"),
                                "steps",
                                List.of(
                                        object("id", "a", "title", "Antrag kürzen", "rank", "a"),
                                        object("id", "b", "title", "Schulen", "rank", "b"))))
                .expect(200);
        JsonNode exported =
                source.organiser().get(source.path() + "/export/json").expect(200);
        Workshop room = Workshop.open(source.organiser(), object("title", "Hier", "plan", exported));
        ObjectNode plan = (ObjectNode) plan(room);
        ((ObjectNode) plan.get("meta")).put("authority", "Stadt Kronau");
        ((ObjectNode) plan.at("/steps/0")).put("result", "Eine Seite genügt");
        ((ObjectNode) plan.at("/steps/1")).put("status", "dropped");
        plan.withArray("steps")
                .addObject()
                .put("id", "c")
                .put("title", "Postfach")
                .put("rank", "c");
        room.organiser().put(room.path() + "/plan", plan).expect(200);
        return room;
    }

    @Test
    @Tag("F-4")
    void aFileTellsTheSourceWhatBecameOfItsSteps() {
        Workshop source = workshop();
        Workshop room = reused(source);
        JsonNode file = room.organiser().get(room.path() + "/feedback").expect(200);
        assertTrue(file.get("from").asText().startsWith("Stadt Kronau: "), file.toString());
        assertEquals(3, file.get("steps").size(), file.toString());
        assertTrue(file.at("/steps/0/text").asText().contains("Eine Seite genügt"), file.toString());
        String text = room.organiser()
                .get(room.path() + "/feedback?format=md&language=en")
                .body();
        assertTrue(text.startsWith("# Feedback: Stadt Kronau"), text);
        assertTrue(text.contains("## Postfach"), text);
        assertEquals(
                "noSource", source.organiser().get(source.path() + "/feedback").problem(409));
        room.participant("Paula").api().get(room.path() + "/feedback").problem(403);
    }

    @Test
    @Tag("F-5")
    void theSourceReadsItAsCommentsAndIdeasOnce() {
        Workshop source = workshop();
        Workshop room = reused(source);
        JsonNode file = room.organiser().get(room.path() + "/feedback").expect(200);
        Api moderator = source.moderator("Mona").api();
        JsonNode read = moderator.post(source.path() + "/feedback", file).expect(200);
        assertEquals(2, read.get("comments").asInt(), read.toString());
        assertEquals(1, read.get("ideas").asInt(), read.toString());
        assertEquals(read, moderator.post(source.path() + "/feedback", file).expect(200));
        JsonNode steps = plan(source).get("steps");
        assertEquals(3, steps.size(), steps.toString());
        assertEquals(1, steps.at("/0/comments").size(), steps.toString());
        assertTrue(steps.at("/0/comments/0/name").asText().startsWith("Stadt Kronau"), steps.toString());
        assertEquals("Antrag kürzen", steps.at("/0/title").asText());
        assertEquals("idea", steps.at("/2/status").asText());
        assertEquals("Postfach", steps.at("/2/title").asText());
    }

    @Test
    @Tag("F-5")
    void whatIsNoFeedbackChangesNothing() {
        Workshop source = workshop();
        for (Object bad : List.of(
                object(),
                object("feedback", "x", "from", "A", "steps", List.of()),
                object("feedback", NOWHERE, "from", "A", "steps", List.of(object("step", "a", "text", 7))),
                object("feedback", NOWHERE, "from", "A", "steps", 3))) {
            source.organiser().post(source.path() + "/feedback", bad).problem(422);
        }
        source.organiser().patch(source.path(), object("phase", "closed")).expect(200);
        Object good = object("feedback", NOWHERE, "from", "A", "steps", List.of());
        assertEquals(
                "closed",
                source.organiser().post(source.path() + "/feedback", good).problem(409));
    }
}
