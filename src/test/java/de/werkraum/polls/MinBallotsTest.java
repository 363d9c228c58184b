package de.werkraum.polls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tally of a secret poll never tells a single ballot, neither by itself nor by the difference of two. */
class MinBallotsTest extends PollServer {
    @Test
    void aRunningTallyIsRenewedOnlyAfterThreeFurtherBallotsEvenIfTheServerRestarts() {
        Workshop room = workshop();
        Workshop.Person moderator = room.moderator("Mona");
        List<Workshop.Person> people = people(room, 8);
        Question question = Question.consent(room, moderator.api(), object("reveal", "live", "minBallots", 3));
        int[] shown = {0, 0, 3, 3, 3, 6, 6};
        try (Tab tab = Tab.open(moderator.api(), room.path())) {
            for (int cast = 1; cast <= 4; cast++) {
                question.say(people.get(cast - 1).api(), "yes").expect(200);
                expectShown(tab, question, cast, shown[cast - 1]);
            }
            // Another word of one who has cast is no further member.
            question.say(people.get(0).api(), "no").expect(200);
            question.say(people.get(1).api(), "no").expect(200);
            expectShown(tab, question, 4, 3);
        }
        server.restart();
        Api again = Api.of(server.base()).as(moderator.api().token());
        Question same = new Question(again, question.path(), question.options());
        assertEquals(3, same.seenBy(again).at("/tally/cast").asInt());
        assertEquals(
                3,
                same.seenBy(again)
                        .at("/tally/options/" + same.option() + "/yes")
                        .asInt(),
                "as it was shown");
        try (Tab tab = Tab.open(again, room.path())) {
            for (int cast = 5; cast <= 7; cast++) {
                same.say(Api.of(server.base()).as(people.get(cast - 1).api().token()), "yes")
                        .expect(200);
                expectShown(tab, same, cast, shown[cast - 1]);
            }
        }
        assertEquals(7, same.close().at("/tally/cast").asInt());
    }

    private static void expectShown(Tab tab, Question question, int cast, int shown) {
        JsonNode event = tab.hears(
                "tally",
                heard -> heard.get("cast").asInt() == cast
                        && heard.at("/tally/cast").asInt() == shown);
        assertEquals(shown > 0, event.has("tally"));
        for (JsonNode heard : tab.heard) {
            assertFalse(
                    heard.path("type").asText().equals("tally")
                            && heard.at("/tally/cast").asInt() > shown,
                    "shown too early: " + heard);
        }
        assertEquals(
                shown, question.seenBy(question.moderator()).at("/tally/cast").asInt());
    }

    @Test
    @Tag("V-14")
    void belowTheSmallestNumberNothingIsKeptAndNoActTellsIt() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 4);
        Question question = Question.open(room, moderator, "dots", 3, object("budget", 2, "maxPerOption", 2, "top", 1));
        question.cast(people.get(0).api(), object(question.options().get(0), 1)).expect(200);
        question.cast(people.get(1).api(), object(question.options().get(1), 1)).expect(200);
        assertEquals(
                "minBallots",
                moderator
                        .get(question.path() + "/missing")
                        .expect(200)
                        .get("withheld")
                        .asText());
        JsonNode closed = question.close();
        assertEquals("minBallots", closed.get("withheld").asText());
        assertEquals(2, closed.get("cast").asInt());
        JsonNode missing = moderator.get(question.path() + "/missing").expect(200);
        assertEquals(0, missing.get("missing").size(), "who is missing would tell who has cast");
        // A runoff between the tied ones would tell which are tied.
        assertEquals(422, question.act("runoff").status());
        assertEquals(201, question.act("repeat").status());
        assertEquals(
                "0",
                TestDatabase.ask(
                        server.databaseUrl(),
                        "select num_nonnulls(tally, receipts, ballots, shown_tally) from poll where id = '"
                                + question.id() + "'"));
    }
}
