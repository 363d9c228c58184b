package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LabelsTest extends ServerTest {
    private static final String STEP = "01890000-0000-7000-8000-000000000001";

    @Test
    @Tag("V-3")
    void aDraftFollowsThePlanAndAnOpenPollDoesNot() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        room.participant("Paula");
        titled(room, moderator, "Formular");
        List<Map<String, Object>> options = List.of(object("step", STEP), object("label", "Anderes"));
        Poll poll = Poll.draft(room, moderator, object("question", "Zuerst?", "method", "dots", "options", options));
        titled(room, moderator, "Antrag");
        assertEquals("Antrag", label(moderator, poll), "a draft is named after the plan");
        moderator.post(poll.path() + "/open", object()).expect(200);
        titled(room, moderator, "Etwas anderes");
        assertEquals("Antrag", label(moderator, poll), "what is voted on stays");
        moderator.post(poll.path() + "/close", object()).expect(200);
        assertEquals("Antrag", label(moderator, poll));
    }

    private static void titled(Workshop room, Api moderator, String title) {
        Map<String, Object> step = object("id", STEP, "title", title);
        moderator
                .put(room.path() + "/plan", object("title", "Plan", "steps", List.of(step)))
                .expect(200);
    }

    private static String label(Api moderator, Poll poll) {
        JsonNode read = moderator.get(poll.path()).expect(200);
        return read.get("options").get(0).get("label").asText();
    }
}
