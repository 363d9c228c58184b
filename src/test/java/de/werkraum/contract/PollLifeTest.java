package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From draft to closed, and what is refused on the way. */
class PollLifeTest extends ServerTest {
    private static final Map<String, Object> OPEN = object("secret", false);

    @Test
    void aDraftIsForModeratorsOnly() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Poll poll = Poll.draft(workshop, moderator, Poll.consent(OPEN));
        JsonNode draft = poll.seenBy(moderator);
        assertEquals("draft", draft.get("state").asText());
        assertEquals(1, draft.get("options").size(), "none given means the question");
        assertEquals("Machen wir das?", draft.get("options").get(0).get("label").asText());
        paula.get(poll.path()).refused();
        assertEquals(0, paula.get(workshop.path() + "/polls").expect(200).size());
        assertEquals(1, moderator.get(workshop.path() + "/polls").expect(200).size());
        poll.say(paula, "yes").refused();
        poll.act("close").problem(409);
        moderator.patch(poll.path(), object("question", "Anders?")).expect(200);
        assertEquals("Anders?", poll.seenBy(moderator).get("question").asText());
        assertTrue(moderator.delete(poll.path()).status() < 300);
        moderator.get(poll.path()).problem(404);
    }

    @Test
    @Tag("V-1")
    @Tag("V-7")
    void openedVotedClosedCounted() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Api otto = workshop.participant("Otto").api();
        Api screen = workshop.viewer("Leinwand").api();
        Poll poll = Poll.draft(workshop, moderator, Poll.consent(OPEN));
        JsonNode opened = poll.act("open").expect(200);
        assertEquals("open", opened.get("state").asText());
        assertEquals(2, opened.get("eligible").asInt(), "participants only");
        poll.act("open").problem(409);
        assertTrue(moderator.delete(poll.path()).status() == 409);
        poll.say(paula, "yes").expect(200);
        poll.say(paula, "no").expect(200);
        poll.say(otto, "yes").expect(200);
        poll.say(moderator, "yes").problem(403);
        poll.say(screen, "yes").problem(403);
        JsonNode mine = poll.seenBy(paula).get("mine");
        assertEquals("no", mine.get("choices").get(poll.options().get(0)).asText());
        for (Api who : List.of(moderator, paula, screen)) {
            JsonNode seen = poll.seenBy(who);
            assertFalse(seen.hasNonNull("tally"), "hidden until closed: " + seen);
            assertFalse(seen.hasNonNull("ballots"), "hidden until closed: " + seen);
            assertEquals(2, seen.get("cast").asInt());
        }
        assertFalse(poll.seenBy(screen).hasNonNull("mine"));
        JsonNode closed = poll.close();
        assertEquals("closed", closed.get("state").asText());
        JsonNode result = closed.get("tally").get("options").get(poll.options().get(0));
        assertEquals(
                List.of(1, 1, 0),
                List.of(
                        result.get("yes").asInt(),
                        result.get("no").asInt(),
                        result.get("abstain").asInt()));
        assertEquals("rejected", result.get("decision").asText());
        assertEquals(2, result.get("needed").asInt());
        assertEquals(1, result.get("missing").asInt());
        assertFalse(result.get("sentence").get("de").asText().isBlank());
        assertFalse(result.get("sentence").get("en").asText().isBlank());
        assertEquals(2, closed.get("ballots").size());
        JsonNode seen = poll.seenBy(screen);
        assertEquals(closed.get("tally"), seen.get("tally"));
        assertEquals("pollNotOpen", poll.say(otto, "no").problem(409));
        poll.act("open").problem(409);
        poll.act("close").problem(409);
        assertTrue(moderator.delete(poll.path()).status() == 409);
        moderator.patch(poll.path(), object("question", "Nachträglich?")).problem(409);
    }

    @Test
    @Tag("V-6")
    void refusedLateBallotSaysWhetherOneHasVoted() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Api otto = workshop.participant("Otto").api();
        Poll poll = Poll.open(workshop, moderator, Poll.consent(OPEN));
        poll.say(paula, "yes").expect(200);
        poll.close();
        assertTrue(poll.say(paula, "yes").expect(409).get("voted").asBoolean());
        assertFalse(poll.say(otto, "yes").expect(409).get("voted").asBoolean());
    }

    @Test
    void dotsRankTieAndTop() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api[] people = new Api[5];
        for (int i = 0; i < people.length; i++) {
            people[i] = workshop.participant("Person " + i).api();
        }
        Poll poll = Poll.open(
                workshop, moderator, Poll.dots(4, object("secret", false, "budget", 4, "maxPerOption", 1, "top", 2)));
        List<String> o = poll.options();
        // 5 3 3 1: each dot from another person
        poll.cast(people[0], object(o.get(0), 1, o.get(1), 1, o.get(2), 1, o.get(3), 1))
                .expect(200);
        poll.cast(people[1], object(o.get(0), 1, o.get(1), 1, o.get(2), 1)).expect(200);
        poll.cast(people[2], object(o.get(0), 1, o.get(1), 1, o.get(2), 1)).expect(200);
        poll.cast(people[3], object(o.get(0), 1)).expect(200);
        poll.cast(people[4], object(o.get(0), 1)).expect(200);
        JsonNode options = poll.close().get("tally").get("options");
        int[] dots = {5, 3, 3, 1};
        int[] ranks = {1, 2, 2, 4};
        String[] selected = {"yes", "tie", "tie", "no"};
        for (int i = 0; i < 4; i++) {
            JsonNode option = options.get(o.get(i));
            assertEquals(dots[i], option.get("dots").asInt());
            assertEquals(dots[i], option.get("supporters").asInt());
            assertEquals(ranks[i], option.get("rank").asInt());
            assertEquals(i == 1 || i == 2, option.get("tie").asBoolean());
            assertEquals(selected[i], option.get("selected").asText());
        }
        JsonNode runoff = moderator
                .post(poll.path() + "/runoff", object("options", List.of(o.get(1), o.get(2))))
                .expect(201);
        assertEquals("draft", runoff.get("state").asText());
        assertEquals(poll.id(), runoff.get("origin").asText());
        assertEquals(2, runoff.get("options").size());
        JsonNode repeat = poll.act("repeat").expect(201);
        assertEquals(4, repeat.get("options").size());
        assertNotEquals(poll.id(), repeat.get("id").asText());
    }

    @Test
    @Tag("V-1")
    void cancelledWithAReasonItStaysAndItsBallotsGo() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Poll poll = Poll.open(workshop, moderator, Poll.consent(OPEN));
        poll.say(paula, "yes").expect(200);
        moderator.post(poll.path() + "/cancel", object()).problem(422);
        JsonNode cancelled = moderator
                .post(poll.path() + "/cancel", object("reason", "Frage unklar"))
                .expect(200);
        assertEquals("cancelled", cancelled.get("state").asText());
        JsonNode seen = poll.seenBy(paula);
        assertEquals("cancelled", seen.get("state").asText());
        assertFalse(seen.hasNonNull("ballots"));
        assertFalse(seen.hasNonNull("tally"));
        poll.say(paula, "no").problem(409);
        poll.act("close").problem(409);
        moderator.post(poll.path() + "/cancel", object("reason", "noch einmal")).problem(409);
    }

    @Test
    @Tag("V-4")
    void nobodyToVoteNobodyToAsk() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Poll poll = Poll.draft(workshop, moderator, Poll.consent(OPEN));
        assertEquals("noVoters", poll.act("open").problem(409));
        assertEquals("draft", poll.seenBy(moderator).get("state").asText());
        Poll own = Poll.draft(workshop, moderator, Poll.consent(object("secret", false, "moderatorsVote", true)));
        assertEquals(1, own.act("open").expect(200).get("eligible").asInt());
        own.say(moderator, "yes").expect(200);
    }

    @Test
    @Tag("V-4")
    void theElectorateIsFrozenUntilNewcomersAreAdmitted() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Workshop.Person paula = workshop.participant("Paula");
        Poll poll = Poll.open(workshop, moderator, Poll.consent(OPEN));
        Workshop.Person late = workshop.participant("Lara");
        assertEquals("notEligible", poll.say(late.api(), "yes").problem(403));
        JsonNode missing = moderator.get(poll.path() + "/missing").expect(200);
        assertTrue(
                missing.toString().contains(paula.id()) && !missing.toString().contains(late.id()), missing.toString());
        poll.act("admit").expect(200);
        poll.say(late.api(), "yes").expect(200);
        assertEquals(2, poll.seenBy(moderator).get("eligible").asInt());
        assertFalse(
                moderator.get(poll.path() + "/missing").expect(200).toString().contains(late.id()));
        moderator.delete(workshop.path() + "/members/" + late.id());
        JsonNode closed = poll.close();
        assertEquals(0, closed.get("cast").asInt(), "a removed member's ballot is gone");
        assertEquals(1, closed.get("eligible").asInt());
        assertFalse(closed.get("tally").get("valid").asBoolean());
        assertEquals("noBallots", closed.get("tally").get("reason").asText());
    }

    @Test
    void closesByItselfAtItsTime() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Poll poll = Poll.open(workshop, moderator, Poll.consent(object("secret", false, "grace", 0)));
        poll.say(paula, "yes").expect(200);
        moderator
                .patch(
                        poll.path(),
                        object("closesAt", Instant.now().plusSeconds(2).toString()))
                .expect(200);
        Conditions.await(
                "the end",
                Duration.ofSeconds(30),
                () -> poll.seenBy(paula).get("state").asText().equals("closed"));
        assertEquals(
                "accepted",
                poll.seenBy(paula)
                        .get("tally")
                        .get("options")
                        .get(poll.options().get(0))
                        .get("decision")
                        .asText());
    }

    @Test
    void closingTheRoomClosesItsPolls() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Poll poll = Poll.open(workshop, moderator, Poll.consent(OPEN));
        poll.say(paula, "yes").expect(200);
        moderator.patch(workshop.path(), object("phase", "closed")).expect(200);
        JsonNode closed = poll.seenBy(paula);
        assertEquals("closed", closed.get("state").asText());
        assertEquals(1, closed.get("cast").asInt());
        poll.say(paula, "no").problem(409);
    }

    @Test
    @Tag("V-9")
    void theBudgetMayBeRaisedNeverLowered() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Poll poll =
                Poll.open(workshop, moderator, Poll.dots(4, object("secret", false, "budget", 2, "maxPerOption", 3)));
        Map<String, Object> three = object(poll.options().get(0), 3);
        assertEquals("overBudget", poll.cast(paula, three).problem(422));
        moderator.patch(poll.path(), object("settings", object("budget", 1))).refused();
        moderator.patch(poll.path(), object("budget", 3)).expect(200);
        poll.cast(paula, three).expect(200);
        assertEquals(3, poll.seenBy(moderator).get("settings").get("budget").asInt());
    }

    @Test
    @Tag("V-8")
    void theQuorumDecidesWhetherItCounts() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        for (int i = 0; i < 4; i++) {
            workshop.participant("Person " + i);
        }
        Poll poll = Poll.open(
                workshop,
                moderator,
                Poll.consent(object("secret", false, "quorum", object("of", "cast", "share", "1/2"))));
        poll.say(paula, "yes").expect(200);
        JsonNode tally = poll.close().get("tally");
        assertFalse(tally.get("valid").asBoolean());
        assertEquals("quorum", tally.get("reason").asText());
        JsonNode option = tally.get("options").get(poll.options().get(0));
        assertEquals(1, option.get("yes").asInt());
        assertEquals("none", option.get("decision").asText());
    }

    @Test
    @Tag("V-2")
    void badPollsAreNotMade() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        String path = workshop.path() + "/polls";
        List<Map<String, Object>> one = List.of(object("label", "A"));
        List<Map<String, Object>> two = List.of(object("label", "A"), object("label", "B"));
        List<Map<String, Object>> bad = List.of(
                object("question", "", "method", "consent"),
                object("question", "x".repeat(301), "method", "consent"),
                object("question", "Gut?", "method", "würfeln"),
                object("question", "Gut?"),
                object("question", "Gut?", "method", "dots", "options", one),
                object("question", "Gut?", "method", "dots"),
                object("question", "Gut?", "method", "dots", "options", List.of(object(), object("label", "B"))),
                object(
                        "question",
                        "Gut?",
                        "method",
                        "dots",
                        "options",
                        List.of(object("step", NOWHERE), object("label", "B"))),
                object("question", "Gut?", "method", "dots", "options", two, "settings", object("budget", 0)),
                object("question", "Gut?", "method", "dots", "options", two, "settings", object("budget", "viel")),
                object("question", "Gut?", "method", "consent", "settings", object("secret", "ja")),
                object("question", "Gut?", "method", "consent", "settings", object("minBallots", 1)),
                object("question", "Gut?", "method", "consent", "settings", object("majority", "1/2")),
                object("question", "Gut?", "method", "consent", "settings", object("majority", "3/2")),
                object(
                        "question",
                        "Gut?",
                        "method",
                        "consent",
                        "settings",
                        object("majority", "simple", "base", "eligible")),
                object("question", "Gut?", "method", "consent", "settings", object("reveal", "nie")),
                object("question", "Gut?", "method", "consent", "settings", object("grace", 11)),
                object("question", "Gut?", "method", "consent", "settings", object("quorum", object("of", "present"))),
                object(
                        "question",
                        "Gut?",
                        "method",
                        "consent",
                        "options",
                        Collections.nCopies(101, object("label", "A"))));
        for (Map<String, Object> body : bad) {
            moderator.post(path, body).problem(422);
        }
        assertEquals(0, moderator.get(path).expect(200).size());
    }
}
