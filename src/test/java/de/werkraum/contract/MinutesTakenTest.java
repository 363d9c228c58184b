package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YType;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.PlanClient;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Minutes that are written along, and what participants take along. */
class MinutesTakenTest extends ServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static String minutes(Api who, Workshop workshop) {
        return who.get(workshop.path() + "/plan").expect(200).get("minutes").asText();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    @Tag("X-15")
    @DisplayName("X-15: phases and results of polls are written into the minutes once, as they happen")
    void whatHappensIsWrittenAlong() {
        Workshop workshop = workshop();
        Api mona = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        mona.patch(workshop.path(), object("phase", "vote")).expect(200);
        mona.patch(workshop.path(), object("phase", "vote")).expect(200);
        Poll poll = Poll.open(workshop, mona, Poll.consent(object("secret", false)));
        poll.say(paula, "yes").expect(200);
        poll.close();
        Conditions.await("the decision", LIMIT, () -> minutes(mona, workshop).contains("Beschluss:"));
        mona.patch(workshop.path(), object("phase", "closed")).expect(200);
        Conditions.await("the end", LIMIT, () -> minutes(mona, workshop).contains("Phase: Geschlossen"));
        String all = minutes(mona, workshop);
        assertEquals(1, count(all, "Phase: Abstimmen"), all);
        assertEquals(1, count(all, "**Beschluss:** Machen wir das? – Angenommen"), all);
    }

    @Test
    @Tag("X-15")
    @DisplayName("X-15: what people agree on is written along once, and not what they passed by or the server set")
    void whatIsAgreedOnIsWrittenAlong() {
        Workshop workshop = workshop();
        Api mona = workshop.moderator("Mona").api();
        Object before = List.of(
                object("id", "a", "title", "Anträge zählen"),
                object("id", "b", "title", "Passant"),
                object("id", "c", "title", "Vom Server"));
        mona.put(workshop.path() + "/plan", object("steps", before)).expect(200);
        Object set = List.of(object("id", "a"), object("id", "b"), object("id", "c", "status", "agreed"));
        mona.put(workshop.path() + "/plan", object("steps", set)).expect(200);
        try (PlanClient client = PlanClient.open(mona, workshop.path())) {
            client.edit(doc -> status(doc, "b", "agreed"));
            client.edit(doc -> status(doc, "b", "idea"));
            client.edit(doc -> status(doc, "a", "agreed"));
            Conditions.await(
                    "the agreement", LIMIT, () -> minutes(mona, workshop).contains("Anträge zählen"));
            client.edit(doc -> status(doc, "a", "proposed"));
            client.edit(doc -> status(doc, "a", "agreed"));
        }
        String all = minutes(mona, workshop);
        assertEquals(1, count(all, " Uhr **Vereinbart:** Anträge zählen"), all);
        assertEquals(1, count(all, "Vereinbart:"), all);
    }

    private static void status(Doc doc, String step, String status) {
        View.map((YType) Objects.requireNonNull(doc.getMap("steps").get(step))).set("status", status);
    }

    @Test
    @Tag("X-15")
    @DisplayName(
            "X-15: a hidden result is not in the minutes before it is shown, and nothing where minutes are not to be taken")
    void whatIsHiddenIsNotWritten() {
        Workshop workshop = workshop();
        Api mona = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Poll poll = Poll.open(workshop, mona, Poll.consent(object("secret", false, "reveal", "moderator")));
        poll.say(paula, "yes").expect(200);
        poll.close();
        mona.patch(workshop.path(), object("phase", "results")).expect(200);
        assertFalse(minutes(mona, workshop).contains("Beschluss"));
        poll.act("reveal").expect(200);
        Conditions.await("the decision", LIMIT, () -> minutes(mona, workshop).contains("Beschluss:"));
        mona.patch(workshop.path(), object("minuting", false, "phase", "collect"))
                .expect(200);
        assertFalse(minutes(mona, workshop).contains("Sammeln"));
    }

    @Test
    @Tag("X-9")
    @DisplayName("X-9: participants take along what the room gives them, once it is closed")
    void participantsTakeAlongWhatTheRoomGivesThem() {
        Workshop workshop = workshop();
        Api mona = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        String md = workshop.path() + "/export/md";
        mona.patch(workshop.path(), object("takeAlong", List.of("doc"))).problem(422);
        mona.patch(workshop.path(), object("takeAlong", List.of("md", "ics"))).expect(200);
        assertEquals(
                "[\"ics\",\"md\"]",
                paula.get(workshop.path()).expect(200).get("takeAlong").toString());
        assertEquals("notModerator", paula.get(md).problem(403));
        mona.patch(workshop.path(), object("phase", "closed")).expect(200);
        assertEquals(200, paula.get(md).status());
        assertEquals("notModerator", paula.get(workshop.path() + "/export/pdf").problem(403));
    }
}
