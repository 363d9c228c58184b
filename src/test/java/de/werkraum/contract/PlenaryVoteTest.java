package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the plenary votes on comes back to the steps in the rooms. */
class PlenaryVoteTest extends ServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api organiser = organiser();
    private Congress congress;
    private final List<String> steps = new ArrayList<>();

    /** Two rooms with a step each, collected. */
    @BeforeEach
    void collect() {
        congress = Congress.open(organiser, Congress.bare(organiser), object("title", "Eins"), object("title", "Zwei"));
        for (int i = 0; i < 2; i++) {
            Object step = object("id", "s", "title", "Schritt " + i, "status", "agreed");
            organiser
                    .put(congress.roomPath(i) + "/plan", object("steps", List.of(step)))
                    .expect(200);
        }
        organiser.post(congress.path() + "/collect", object("take", "agreed")).expect(200);
        steps.clear();
        organiser
                .get(congress.plenary() + "/plan")
                .expect(200)
                .get("steps")
                .forEach(step -> steps.add(step.get("id").asText()));
    }

    private List<Api> people(String... organisations) {
        String code = congress.plenaryCode(organiser, "participant");
        List<Api> people = new ArrayList<>();
        for (String organisation : organisations) {
            people.add(nobody().join(object("code", code, "name", "P" + people.size(), "organisation", organisation)));
        }
        return people;
    }

    private JsonNode verdicts(int room) {
        return organiser.get(congress.roomPath(room) + "/plan").expect(200).at("/steps/0/plenary");
    }

    private JsonNode verdict(int room) {
        Conditions.await("the result is back", PATIENCE, () -> verdicts(room).size() > 0);
        return verdicts(room).get(verdicts(room).size() - 1);
    }

    @Test
    @DisplayName("Q-8")
    void thePlaceComesBackToEachRoom() {
        List<Api> people = people("A", "A", "A");
        Object options = List.of(object("step", steps.get(0)), object("step", steps.get(1)), object("label", "Nichts"));
        Object settings = object("budget", 3, "maxPerOption", 3);
        Poll poll = Poll.open(
                organiser,
                congress.plenary(),
                object("question", "Was zuerst?", "method", "dots", "options", options, "settings", settings));
        people.forEach(one -> poll.give(one, 1, 2).expect(200));
        poll.close();
        JsonNode first = verdict(1);
        assertEquals("Platz 1 von 3", first.at("/said/de").asText());
        assertEquals("place 2 of 3", verdict(0).at("/said/en").asText());
        assertEquals("Was zuerst?", first.get("question").asText());
        assertEquals(poll.id(), first.get("poll").asText());
        assertFalse(first.has("byAuthority"));
        String document = organiser.get(congress.roomPath(1) + "/export/md").body();
        assertTrue(document.contains("Plenum: Platz 1 von 3"), document);

        organiser
                .post(poll.path() + "/cancel", object("reason", "Falsche Frage"))
                .expect(200);
        Conditions.await(
                "a cancelled poll says nothing",
                PATIENCE,
                () -> verdicts(0).isEmpty() && verdicts(1).isEmpty());
    }

    private Poll consented(Map<String, Object> settings, String... organisations) {
        List<Api> people = people(organisations);
        Map<String, Object> body = Poll.consent(settings);
        body.put("options", Poll.ofSteps(steps));
        Poll poll = Poll.open(organiser, congress.plenary(), body);
        people.forEach(one -> poll.give(one, "yes", "no").expect(200));
        poll.close();
        return poll;
    }

    @Test
    @DisplayName("Q-8 Q-9")
    void byHeadsAndByAuthorityStandSideBySide() {
        consented(object("byAuthority", true), "A", "A", "A", "B", "B", "B");
        JsonNode verdict = verdict(0);
        assertTrue(verdict.at("/said/de").asText().contains("6"), verdict.toString());
        assertTrue(verdict.at("/byAuthority/de").asText().contains("2"), verdict.toString());
    }

    @Test
    @DisplayName("Q-9")
    void aSmallAuthorityIsShownNowhere() {
        consented(object("byAuthority", true), "A", "A", "A", "B");
        assertFalse(verdict(0).has("byAuthority"), "one ballot of B would be known");
    }

    @Test
    @DisplayName("Q-9")
    void whatIsHiddenComesBackOnceItIsRevealed() {
        Poll poll = consented(object("reveal", "moderator"), "A", "A", "A");
        Poll other = consented(object("minBallots", 5), "A", "A");
        Poll open = consented(object(), "A", "A", "A");
        verdict(0);
        assertEquals(1, verdicts(0).size(), "of three polls one may be seen: " + poll + other + open);
        poll.act("reveal").expect(200);
        Conditions.await("it is revealed", PATIENCE, () -> verdicts(0).size() == 2);
    }
}
