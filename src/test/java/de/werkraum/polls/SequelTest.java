package de.werkraum.polls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What follows from a poll that is over: a runoff, a repetition. */
class SequelTest extends PollServer {
    /** Dots on four options, 3, 1, 1, 0: the second and the third share the edge of two places. */
    private Question tied(Workshop room, Api moderator, List<Workshop.Person> people, Map<String, Object> settings) {
        Question question = Question.open(room, moderator, "dots", 4, settings);
        List<String> o = question.options();
        question.cast(people.get(0).api(), object(o.get(0), 1, o.get(1), 1)).expect(200);
        question.cast(people.get(1).api(), object(o.get(0), 1, o.get(2), 1)).expect(200);
        question.cast(people.get(2).api(), object(o.get(0), 1)).expect(200);
        return question;
    }

    private static final Map<String, Object> TWO_PLACES = object("budget", 2, "maxPerOption", 1, "top", 2);

    private static Map<String, Object> with(Map<String, Object> settings, Object... more) {
        Map<String, Object> all = object(more);
        settings.forEach(all::putIfAbsent);
        return all;
    }

    @Test
    @Tag("V-10")
    void aRunoffIsBetweenExactlyTheTiedForThePlacesThatAreLeft() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 3);
        Map<String, Object> quorum = object("of", "cast", "count", 2);
        Question question = tied(
                room,
                moderator,
                people,
                with(TWO_PLACES, "secret", false, "reveal", "live", "grace", 7, "quorum", quorum));
        JsonNode open = question.close().at("/tally/runoff");
        assertEquals(question.options().subList(1, 3), texts(open.get("options")));
        assertEquals(1, open.get("places").asInt(), "A has the other one");
        JsonNode runoff = question.act("runoff").expect(201);
        assertEquals("draft", runoff.get("state").asText());
        assertEquals("single", runoff.get("method").asText());
        assertEquals(
                question.seenBy(moderator).get("question").asText(),
                runoff.get("question").asText());
        assertEquals(List.of("B", "C"), runoff.get("options").findValuesAsText("label"));
        assertEquals(question.id(), runoff.get("origin").asText());
        JsonNode settings = runoff.get("settings");
        assertEquals(1, settings.get("top").asInt());
        assertFalse(settings.get("secret").asBoolean());
        assertEquals("live", settings.get("reveal").asText());
        assertEquals(7, settings.get("grace").asInt());
        assertEquals(2, settings.at("/quorum/count").asInt());

        Question second = Question.of(moderator, room.path(), runoff);
        second.act("open").expect(200);
        assertNotEquals(question.options().get(1), second.option(), "a poll of its own");
        people.forEach(person -> second.cast(person.api(), second.option()).expect(200));
        JsonNode decided = second.close();
        assertEquals(
                "yes",
                decided.at("/tally/options/" + second.option() + "/selected").asText());
        assertFalse(decided.get("tally").has("runoff"));
        assertEquals("closed", question.seenBy(moderator).get("state").asText(), "the first one stays as it was");
        assertEquals(2, moderator.get(room.path() + "/polls").expect(200).size());
    }

    @Test
    void aRunoffMayBeTiedAgainAndIsRunOffAgain() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 3);
        Question question = tied(room, moderator, people, with(TWO_PLACES, "secret", false));
        question.close();
        Question second =
                Question.of(moderator, room.path(), question.act("runoff").expect(201));
        second.act("open").expect(200);
        second.cast(people.get(0).api(), second.options().get(0)).expect(200);
        second.cast(people.get(1).api(), second.options().get(1)).expect(200);
        assertEquals(second.options(), texts(second.close().at("/tally/runoff/options")));
        JsonNode third = second.act("runoff").expect(201);
        assertEquals(second.id(), third.get("origin").asText());
        assertEquals(List.of("B", "C"), third.get("options").findValuesAsText("label"));
    }

    @Test
    void betweenNamedOptionsItIsAnOrdinaryChoice() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 3);
        Question question = tied(room, moderator, people, with(TWO_PLACES, "secret", false));
        question.close();
        List<String> o = question.options();
        JsonNode runoff = runoff(question, List.of(o.get(3), o.get(0))).expect(201);
        assertEquals(List.of("A", "D"), runoff.get("options").findValuesAsText("label"), "in the order of the poll");
        assertTrue(runoff.at("/settings/top").isNull());
        runoff(question, List.of(o.get(0))).problem(422);
        runoff(question, List.of(o.get(0), o.get(0))).problem(422);
        runoff(question, List.of(o.get(0), runoff.get("id").asText())).problem(422);
    }

    private static Api.Answer runoff(Question question, List<String> options) {
        return question.moderator().post(question.path() + "/runoff", object("options", options));
    }

    @Test
    @Tag("V-10")
    void whatIsNotTiedOrNotValidHasNoRunoff() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 3);
        Question selected = tied(room, moderator, people, with(TWO_PLACES, "secret", false, "top", 3));
        assertFalse(selected.close().get("tally").has("runoff"), "three places for three");
        selected.act("runoff").problem(422);
        Question missed = tied(
                room, moderator, people, with(TWO_PLACES, "secret", false, "quorum", object("of", "cast", "count", 4)));
        assertEquals("quorum", missed.close().at("/tally/reason").asText());
        missed.act("runoff").problem(422);
        Question running = tied(room, moderator, people, with(TWO_PLACES, "secret", false));
        running.act("runoff").problem(409);
        running.cancel();
        running.act("runoff").problem(409);
    }

    @Test
    @Tag("V-10")
    void aRepetitionStartsAnewAndAnEndedPollStaysAsItWas() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 3);
        Question question = tied(room, moderator, people, with(TWO_PLACES, "secret", false));
        question.act("repeat").problem(409);
        question.close();
        JsonNode repeat = question.act("repeat").expect(201);
        assertEquals(question.id(), repeat.get("origin").asText());
        assertEquals(question.seenBy(moderator).get("settings"), repeat.get("settings"));
        assertEquals(List.of("A", "B", "C", "D"), repeat.get("options").findValuesAsText("label"));
        assertNotEquals(question.options().get(0), repeat.at("/options/0/id").asText());
        assertEquals(0, repeat.get("cast").asInt());
        question.cancel();
        Question second =
                Question.of(moderator, room.path(), question.act("repeat").expect(201));
        second.act("open").expect(200);
        second.cast(people.get(0).api(), object(second.options().get(3), 1)).expect(200);
        assertEquals(1, second.close().get("cast").asInt());
        JsonNode first = question.seenBy(moderator);
        assertEquals("cancelled", first.get("state").asText());
        assertEquals(3, first.get("cast").asInt());
        assertEquals("Anders gemeint", first.get("reason").asText());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
