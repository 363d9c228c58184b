package de.werkraum.contract;

import static de.werkraum.support.Api.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may vote can be who is there; and what is opened or closed is what the screen shows. */
class WhoIsThereTest extends ServerTest {
    private static final Map<String, Object> MAJORITY_OF_ALL =
            object("secret", false, "presentOnly", true, "majority", "absolute", "base", "eligible");

    @Test
    @Tag("V-17")
    void absentMembersCountNeitherForQuorumNorForTheMajority() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Workshop.Person otto = workshop.participant("Otto");
        paula.get(workshop.path() + "/polls").expect(200);
        Poll poll = Poll.open(workshop, moderator, Poll.consent(MAJORITY_OF_ALL));
        assertEquals(1, poll.seenBy(moderator).get("eligible").asInt());
        assertEquals("notEligible", poll.say(otto.api(), "no").problem(403));

        otto.api().get(workshop.path() + "/polls").expect(200);
        moderator.post(poll.path() + "/admit", object()).expect(200);
        assertEquals(
                2,
                poll.seenBy(moderator).get("eligible").asInt(),
                "he has asked for something meanwhile, so he is there");
        otto.api().delete(workshop.path() + "/members/" + otto.id());
        poll.say(paula, "yes").expect(200);
        JsonNode closed = poll.close();
        JsonNode result = closed.at("/tally/options/" + poll.options().get(0));
        assertEquals("accepted", result.get("decision").asText());
        assertEquals(1, result.get("needed").asInt());
    }

    @Test
    @Tag("V-17")
    void withoutTheSwitchWhoIsMissingCounts() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        workshop.participant("Paula").api().get(workshop.path() + "/plan").expect(200);
        workshop.participant("Otto");
        Poll poll = Poll.open(workshop, moderator, Poll.consent(object("secret", false)));
        assertEquals(2, poll.seenBy(moderator).get("eligible").asInt());
    }

    @Test
    @Tag("V-18")
    void theScreenFollowsWhatIsOpenedAndClosedUnlessThePlanIsPinned() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        workshop.participant("Paula");
        moderator
                .put(workshop.path() + "/plan", object("steps", List.of(object("title", "Ein Schritt"))))
                .expect(200);
        String step = moderator
                .get(workshop.path() + "/plan")
                .expect(200)
                .at("/steps/0/id")
                .asText();

        spotlight(workshop, step);
        Poll poll = Poll.open(workshop, moderator, Poll.consent(object("secret", false)));
        Conditions.await("the screen follows", Duration.ofSeconds(10), () -> shown(workshop)
                .isNull());
        spotlight(workshop, step);
        poll.close();
        Conditions.await("the screen follows", Duration.ofSeconds(10), () -> shown(workshop)
                .isNull());

        spotlight(workshop, "plan");
        Poll.open(workshop, moderator, Poll.consent(object("secret", false))).close();
        assertTrue(shown(workshop).asText().equals("plan"), "the plan is pinned");
    }

    private static void spotlight(Workshop workshop, String what) {
        workshop.organiser().patch(workshop.path(), object("spotlight", what)).expect(200);
    }

    private static JsonNode shown(Workshop workshop) {
        return workshop.organiser().get(workshop.path()).expect(200).get("spotlight");
    }
}
