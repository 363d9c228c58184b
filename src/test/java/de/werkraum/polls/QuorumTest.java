package de.werkraum.polls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A quorum of ballots cast is judged at closing, whatever was met before. */
class QuorumTest extends PollServer {
    @ParameterizedTest(name = "{0} of 4 with a count of {1}")
    @CsvSource({"2, 3, none", "3, 3, accepted", "4, 3, accepted", "0, 3, none", "1, 1, accepted"})
    @Tag("V-8")
    void aCountOfBallots(int cast, int count, String decision) {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 4);
        Question question = Question.draft(
                room,
                moderator,
                "consent",
                0,
                object("secret", false, "reveal", "live", "quorum", object("of", "cast", "count", count)));
        assertTrue(
                question.act("open").expect(200).get("quorumMet").asBoolean(),
                "only one of those present can be missed");
        people.subList(0, cast)
                .forEach(person -> question.say(person.api(), "yes").expect(200));
        boolean met = cast >= count;
        JsonNode tally = question.close().get("tally");
        assertEquals(met, tally.get("valid").asBoolean());
        assertEquals(
                met ? "" : cast == 0 ? "noBallots" : "quorum",
                tally.path("reason").asText());
        assertEquals(cast, tally.at("/options/" + question.option() + "/yes").asInt(), "numbers are shown");
        assertEquals(
                decision,
                tally.at("/options/" + question.option() + "/decision").asText());
        String sentence = tally.at("/sentence/de").asText();
        assertEquals(!met && cast > 0, sentence.contains("beschlussfähig"), sentence);
        assertEquals(cast == 0, sentence.toLowerCase(Locale.GERMAN).contains("keine stimmen"), sentence);
    }

    @ParameterizedTest
    @CsvSource({"2, none", "3, accepted"})
    void aRemovedMembersBallotCountsTowardsNoQuorum(int count, String decision) {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 4);
        Question question = Question.consent(
                room, moderator, object("secret", false, "quorum", object("of", "cast", "count", 5 - count)));
        people.subList(0, 3).forEach(person -> question.say(person.api(), "yes").expect(200));
        moderator.delete(room.path() + "/members/" + people.get(0).id());
        JsonNode closed = question.close();
        assertEquals(2, closed.get("cast").asInt());
        assertEquals(3, closed.get("eligible").asInt());
        assertEquals(
                decision,
                closed.at("/tally/options/" + question.option() + "/decision").asText());
    }
}
