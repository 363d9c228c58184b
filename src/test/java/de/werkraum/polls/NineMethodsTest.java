package de.werkraum.polls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method from draft to result: two cast over HTTP, two over the WebSocket; everybody is told the same result. */
class NineMethodsTest extends PollServer {
    /**
     * One poll of four people.
     *
     * @param ballots their choices, given the ids of the options
     * @param expected fields of the first option's tally as text
     */
    record Case(
            String method,
            int options,
            Map<String, Object> settings,
            Function<List<String>, List<Object>> ballots,
            Map<String, Object> expected) {
        @Override
        public String toString() {
            return method;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "consent",
                        0,
                        object(),
                        o -> each(
                                object(o.get(0), "yes"),
                                object(o.get(0), "yes"),
                                object(o.get(0), "yes"),
                                object(o.get(0), "no")),
                        object("yes", 3, "no", 1, "abstain", 0, "needed", 2, "missing", 0, "decision", "accepted")),
                new Case(
                        "dots",
                        2,
                        object("budget", 3, "maxPerOption", 2, "top", 1),
                        o -> each(
                                object(o.get(0), 2, o.get(1), 1),
                                object(o.get(0), 2, o.get(1), 0),
                                object(o.get(1), 1),
                                object()),
                        object("dots", 4, "supporters", 2, "rank", 1, "tie", false, "selected", "yes")),
                new Case(
                        "approval",
                        2,
                        object(),
                        o -> each(List.of(o.get(0)), o, List.of("none"), List.of()),
                        object("approvals", 2, "share", "2/3", "rank", 1, "tie", false, "selected", "yes")),
                new Case(
                        "ranking",
                        2,
                        object(),
                        o -> each(o, List.of(o.get(1), o.get(0)), List.of(o.get(0)), List.of()),
                        object("borda", "2", "rank", 1, "tie", false)),
                new Case(
                        "score",
                        1,
                        object("scale", "1-5"),
                        o -> each(
                                object(o.get(0), 5),
                                object(o.get(0), 4),
                                object(o.get(0), 4),
                                object(o.get(0), "unknown")),
                        object("median", "4", "q1", "4", "q3", "5", "count", 3, "spread", "agreed", "rank", 1)),
                new Case(
                        "resistance",
                        1,
                        object(),
                        o -> each(
                                object(o.get(0), 2, o.get(1), 5),
                                object(o.get(0), 0, o.get(1), 5),
                                object(o.get(0), 8, o.get(1), 5),
                                object(o.get(0), 3, o.get(1), 5)),
                        object("sum", 13, "mean", "13/4", "acceptance", "135/2", "high", 1, "rank", 1, "viable", true)),
                new Case(
                        "matrix",
                        1,
                        object(),
                        o -> each(
                                object(o.get(0), object("impact", 5, "effort", 1)),
                                object(o.get(0), object("impact", 4, "effort", 2)),
                                object(o.get(0), object("impact", 4, "effort", 2)),
                                object(o.get(0), object("impact", 1, "effort", 5))),
                        object("impact", "4", "effort", "2", "quadrant", "doNow")),
                new Case("fist", 0, object(), o -> each(4, 3, 5, "abstain"), object("verdict", "carried")),
                new Case(
                        "single",
                        2,
                        object(),
                        o -> each(o.get(0), o.get(0), o.get(1), "abstain"),
                        object("votes", 2, "share", "2/3", "rank", 1, "tie", false)));
    }

    private static List<Object> each(Object... ballots) {
        return List.of(ballots);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fromDraftToResult(Case given) {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 4);
        Api viewer = room.viewer("Leinwand").api();
        Question question = Question.draft(room, moderator, given.method(), given.options(), given.settings());
        assertEquals("draft", question.seenBy(moderator).get("state").asText());
        try (Tab first = Tab.open(people.get(0).api(), room.path());
                Tab second = Tab.open(people.get(1).api(), room.path());
                Stream screen = Stream.open(viewer, room.path())) {
            assertTrue(question.act("open").expect(200).get("quorumMet").asBoolean());
            assertTrue(first.hears(question, "open").get("mayVote").asBoolean());
            assertFalse(screen.hears(question, "open").get("mayVote").asBoolean());
            List<Object> ballots = given.ballots().apply(question.options());
            List<String> receipts = new ArrayList<>();
            receipts.add(first.cast(question, ballots.get(0)).get("receipt").asText());
            receipts.add(second.cast(question, ballots.get(1)).get("receipt").asText());
            for (int i = 2; i < 4; i++) {
                receipts.add(question.cast(people.get(i).api(), ballots.get(i))
                        .expect(200)
                        .get("receipt")
                        .asText());
            }
            screen.hearsCast(question, 4);
            JsonNode closed = question.close();
            checkResult(given, question, closed, receipts);
            for (JsonNode told : List.of(
                    first.hears(question, "closed"),
                    screen.hears(question, "closed"),
                    question.seenBy(viewer),
                    question.seenBy(people.get(3).api()))) {
                assertEquals(closed.get("tally"), told.get("tally"));
                assertEquals(closed.get("receipts"), told.get("receipts"));
                assertFalse(told.has("mine"));
            }
            assertEquals(
                    "error", first.cast(question, ballots.get(1)).get("type").asText());
        }
    }

    private static void checkResult(Case given, Question question, JsonNode closed, List<String> receipts) {
        JsonNode tally = closed.get("tally");
        assertTrue(tally.get("valid").asBoolean());
        assertEquals(4, tally.get("cast").asInt());
        assertEquals(4, tally.get("eligible").asInt());
        JsonNode option = tally.get("options").get(question.option());
        given.expected()
                .forEach((field, value) ->
                        assertEquals(String.valueOf(value), option.path(field).asText(), field + " of " + option));
        for (String language : List.of("de", "en")) {
            assertFalse(tally.at("/sentence/" + language).asText().isBlank());
            assertFalse(option.at("/sentence/" + language).asText().isBlank());
        }
        assertEquals(
                receipts.stream().sorted().toList(),
                closed.get("receipts").findValuesAsText("receipt"),
                "in an order that tells nothing");
    }
}
