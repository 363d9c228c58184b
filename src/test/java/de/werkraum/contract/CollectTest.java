package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Steps of the rooms become the plenary's plan. */
class CollectTest extends ServerTest {
    private final Api organiser = organiser();
    private Congress congress;

    @BeforeEach
    void open() {
        Object one = object("title", "Eins", "start", "2026-07-04T07:00:00Z");
        congress = Congress.open(organiser, Congress.bare(organiser), one, object("title", "Zwei"));
    }

    private static Object step(String id, String title, String status) {
        return object(
                "id", id, "title", title, "status", status, "details", "Mit *Bedacht*.", "responsible", "Amt " + id);
    }

    private void plan(int session, Object... steps) {
        organiser
                .put(congress.roomPath(session) + "/plan", object("steps", List.of(steps)))
                .expect(200);
    }

    private List<JsonNode> steps() {
        List<JsonNode> steps = new ArrayList<>();
        organiser.get(congress.plenary() + "/plan").expect(200).get("steps").forEach(steps::add);
        return steps;
    }

    private List<String> titles() {
        return steps().stream().map(step -> step.get("title").asText()).toList();
    }

    private JsonNode collect(Object take) {
        return organiser
                .post(congress.path() + "/collect", object("take", take))
                .expect(200);
    }

    private Api join(int session, String role, String name) {
        return nobody().join(congress.code(session, role), name);
    }

    @Test
    @DisplayName("Q-1 Q-2 P-16")
    void agreedStepsComeOnceWithWhereTheyComeFrom() {
        plan(0, step("a", "Alpha", "agreed"), step("b", "Beta", "idea"), step("c", "Gamma", "doing"));
        plan(1, step("a", "Delta", "agreed"));
        JsonNode told = collect("agreed");
        assertEquals(3, told.get("brought").asInt(), told.toString());
        assertEquals(0, told.get("known").asInt());
        assertEquals(List.of("Alpha", "Gamma", "Delta"), titles());
        JsonNode alpha = steps().get(0);
        assertEquals("proposed", alpha.get("status").asText());
        assertEquals("Mit *Bedacht*.", alpha.get("details").asText());
        assertEquals("Amt a", alpha.get("responsible").asText());
        JsonNode origin = alpha.at("/origins/0");
        assertEquals(congress.room(0), origin.get("room").asText());
        assertEquals("Eins", origin.get("roomTitle").asText());
        assertEquals("a", origin.get("step").asText());
        assertEquals("Alpha", origin.get("title").asText());
        assertFalse(origin.has("decision"));
        assertTrue(origin.has("at"));

        JsonNode again = collect("agreed");
        assertEquals(0, again.get("brought").asInt());
        assertEquals(3, again.get("known").asInt());
        assertEquals(3, steps().size());
        organiser
                .post(congress.plenary() + "/versions/" + told.get("version").asText() + "/restore", object())
                .expect(200);
        assertEquals(List.of(), titles());
    }

    @Test
    @DisplayName("Q-2")
    void theSameRequestIsOneActAndTwoAtOnceBringNothingTwice() {
        plan(0, step("a", "Alpha", "agreed"));
        plan(1, step("b", "Beta", "agreed"));
        String mark = UUID.randomUUID().toString();
        Object body = object("take", "agreed");
        String path = congress.path() + "/collect";
        JsonNode first = organiser.under(mark).post(path, body).expect(200);
        JsonNode same = organiser.under(mark).post(path, body).expect(200);
        assertEquals(2, same.get("brought").asInt());
        assertEquals(first.get("version"), same.get("version"));
        assertEquals(
                "keyReused",
                organiser
                        .under(mark)
                        .post(path, object("take", object("best", 1)))
                        .problem(422));
        plan(0, step("a", "Alpha", "agreed"), step("c", "Gamma", "agreed"));
        List<CompletableFuture<JsonNode>> both = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            both.add(CompletableFuture.supplyAsync(() -> collect("agreed")));
        }
        assertEquals(
                1,
                both.stream().mapToInt(one -> one.join().get("brought").asInt()).sum());
        assertEquals(List.of("Alpha", "Beta", "Gamma"), titles());
    }

    @Test
    @DisplayName("Q-2")
    void onlyWhatIsChosenComes() {
        plan(0, step("a", "Alpha", "agreed"));
        plan(1, step("b", "Beta", "agreed"));
        Object one = object("take", "agreed", "sessions", List.of(congress.room(1)));
        organiser.post(congress.path() + "/collect", one).expect(200);
        assertEquals(List.of("Beta"), titles());
        String id = congress.programme().at("/sessions/0/id").asText();
        Object other = object("take", "agreed", "sessions", List.of(id));
        organiser.post(congress.path() + "/collect", other).expect(200);
        assertEquals(List.of("Beta", "Alpha"), titles());
        Object unknown = object("take", "agreed", "sessions", List.of(NOWHERE));
        organiser.post(congress.path() + "/collect", unknown).problem(422);
        organiser.post(congress.path() + "/collect", object("take", "all")).problem(422);
        organiser
                .post(congress.path() + "/collect", object("take", object("best", 0)))
                .problem(422);
        join(0, "moderator", "Mona")
                .post(congress.path() + "/collect", object("take", "agreed"))
                .problem(403);
        String bare = "/events/" + Congress.bare(organiser);
        assertEquals(
                "noPlenary",
                organiser.post(bare + "/collect", object("take", "agreed")).problem(409));
    }

    private Poll poll(int session, String method, Map<String, Object> settings, String... steps) {
        Object options = Poll.ofSteps(List.of(steps));
        return Poll.draft(
                organiser,
                congress.roomPath(session),
                object("question", "Was zuerst?", "method", method, "options", options, "settings", settings));
    }

    /** Three people give points to the options in their order; then it is closed. */
    private String held(int session, Poll poll, Object... points) {
        List<Api> people = new ArrayList<>();
        for (String name : List.of("Ada", "Ben", "Cem")) {
            people.add(join(session, "participant", name));
        }
        poll.act("open").expect(200);
        people.forEach(one -> poll.give(one, points).expect(200));
        poll.close();
        return poll.id();
    }

    @Test
    @DisplayName("Q-3")
    void theBestOfAPollComeInItsOrderWithItsSentence() {
        plan(0, step("a", "Alpha", "idea"), step("b", "Beta", "idea"), step("c", "Gamma", "idea"));
        plan(1, step("d", "Delta", "agreed"));
        Map<String, Object> settings = object("budget", 6, "maxPerOption", 3);
        String poll = held(0, poll(0, "dots", settings, "a", "b", "c"), 1, 3, 2);
        assertEquals(2, collect(object("poll", poll, "best", 2)).get("brought").asInt());
        assertEquals(List.of("Beta", "Gamma"), titles());
        String decision = steps().get(0).at("/origins/0/decision").asText();
        assertTrue(decision.contains("9"), decision);
        JsonNode state = organiser.get(congress.path() + "/collect").expect(200);
        assertEquals(poll, state.at("/sessions/0/polls/0/poll").asText());
        assertEquals(2, state.at("/sessions/0/collected").asInt());
        assertEquals(1, state.at("/sessions/1/agreed").asInt());

        String tied = held(0, poll(0, "dots", settings, "a", "b", "c"), 2, 2, 0);
        assertEquals(
                2, organiser.get(congress.roomPath(0) + "/polls").expect(200).size());
        assertEquals(1, collect(object("best", 1)).get("brought").asInt(), "both share the first place");
        assertEquals(List.of("Beta", "Gamma", "Alpha"), titles());
        assertEquals(2, collect(object("poll", tied, "best", 1)).get("known").asInt());
    }

    @Test
    @DisplayName("Q-3")
    void whatNobodyMaySeeChoosesNothing() {
        plan(0, step("a", "Alpha", "idea"), step("b", "Beta", "idea"));
        Map<String, Object> hidden = object("budget", 4, "maxPerOption", 3, "reveal", "moderator");
        String poll = held(0, poll(0, "dots", hidden, "a", "b"), 1, 3);
        Object take = object("take", object("poll", poll, "best", 1));
        String refused = organiser.post(congress.path() + "/collect", take).problem(409);
        assertEquals("noResult", refused);
        assertEquals(0, collect(object("best", 1)).get("brought").asInt());
        Object nowhere = object("take", object("poll", NOWHERE, "best", 1));
        assertEquals(
                "noSuchPoll",
                organiser.post(congress.path() + "/collect", nowhere).problem(409));
        organiser
                .post(congress.roomPath(0) + "/polls/" + poll + "/reveal", object())
                .expect(200);
        assertEquals(1, collect(object("poll", poll, "best", 1)).get("brought").asInt());
        assertEquals(List.of("Beta"), titles());
    }

    @Test
    @DisplayName("Q-4")
    void whatChangesInARoomIsToldAndTakenOnAPress() {
        plan(0, step("a", "Alpha", "agreed"), step("b", "Beta", "agreed"));
        collect("agreed");
        plan(0, step("a", "Alpha neu", "agreed"), object("id", "b", "title", "Beta", "responsible", "Land"));
        JsonNode state = organiser.get(congress.path() + "/collect").expect(200);
        assertEquals(2, state.get("changed").size(), state.toString());
        JsonNode alpha = state.at("/changed/0");
        assertEquals("Alpha", alpha.at("/before/title").asText());
        assertEquals("Alpha neu", alpha.at("/now/title").asText());
        assertTrue(alpha.has("since"));
        assertEquals("Alpha", titles().get(0), "nothing is taken by itself");

        List<Object> changes = new ArrayList<>();
        state.get("changed")
                .forEach(one -> changes.add(object(
                        "step", one.get("step").asText(),
                        "room", one.get("room").asText(),
                        "source", one.get("source").asText())));
        organiser
                .put(congress.plenary() + "/plan", object("steps", renamed(1, "Beta des Plenums")))
                .expect(200);
        JsonNode done = organiser
                .post(congress.path() + "/collect/changes", object("changes", changes))
                .expect(200);
        assertEquals(2, done.get("taken").asInt());
        assertEquals(0, done.get("changed").size());
        assertEquals(List.of("Alpha neu", "Beta des Plenums"), titles());
        assertEquals("Land", steps().get(1).get("responsible").asText());
        assertEquals("Alpha neu", steps().get(0).at("/origins/0/title").asText());
    }

    private List<Object> renamed(int which, String title) {
        List<Object> steps = new ArrayList<>();
        List<JsonNode> now = steps();
        for (int i = 0; i < now.size(); i++) {
            Object id = now.get(i).get("id").asText();
            Object status = now.get(i).get("status").asText();
            steps.add(
                    i == which
                            ? object("id", id, "status", status, "title", title)
                            : object("id", id, "status", status));
        }
        return steps;
    }

    @Test
    @DisplayName("Q-5")
    void whatIsGoneInItsRoomStaysWithItsWords() {
        plan(0, step("a", "Alpha", "agreed"));
        plan(1, step("b", "Beta", "agreed"));
        collect("agreed");
        plan(0);
        organiser.delete(congress.roomPath(1)).expect(204);
        JsonNode state = organiser.get(congress.path() + "/collect").expect(200);
        assertEquals(2, state.get("gone").size(), state.toString());
        assertEquals(List.of("Alpha", "Beta"), titles());
        assertEquals("Zwei", steps().get(1).at("/origins/0/roomTitle").asText());
    }

    @Test
    @DisplayName("Q-6 Q-7")
    void alikeStepsAreProposedAndMergedByHandOnly() {
        plan(0, step("a", "E-Akte in allen Ämtern einführen", "agreed"), step("b", "Kantine renovieren", "agreed"));
        plan(1, step("c", "Einführung der E-Akte in allen Ämtern", "agreed"));
        collect("agreed");
        JsonNode groups = organiser.get(congress.path() + "/alike").expect(200).get("groups");
        assertEquals(1, groups.size(), groups.toString());
        assertEquals(2, groups.at("/0/steps").size());
        assertEquals(3, titles().size(), "nothing merges by itself");

        String keep = groups.at("/0/steps/0/id").asText();
        String other = groups.at("/0/steps/1/id").asText();
        Object merge = object("keep", keep, "steps", List.of(keep, other), "title", "E-Akte", "responsible", "IT-Amt");
        List<CompletableFuture<Api.Answer>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(CompletableFuture.supplyAsync(() -> organiser.post(congress.path() + "/merge", merge)));
        }
        List<Integer> answers =
                both.stream().map(one -> one.join().status()).sorted().toList();
        assertEquals(List.of(200, 409), answers, "of two at once one merges");
        JsonNode done = both.stream()
                .map(CompletableFuture::join)
                .filter(one -> one.status() == 200)
                .findFirst()
                .orElseThrow()
                .expect(200);
        assertEquals(List.of("E-Akte", "Kantine renovieren"), titles());
        JsonNode merged = steps().get(0);
        assertEquals("IT-Amt", merged.get("responsible").asText());
        assertEquals("Amt a, Amt c", merged.get("contributors").asText());
        assertEquals(2, merged.get("origins").size());
        String details = merged.get("details").asText();
        assertTrue(details.contains("Einführung der E-Akte in allen Ämtern"), details);
        assertEquals(0, collect("agreed").get("brought").asInt(), "what was merged does not come again");
        assertEquals(
                0,
                organiser
                        .get(congress.path() + "/alike")
                        .expect(200)
                        .get("groups")
                        .size());

        String before = congress.plenary() + "/versions/" + done.get("version").asText() + "/restore";
        organiser.post(before, object()).expect(200);
        assertEquals(3, titles().size());
        assertEquals(1, steps().get(0).get("origins").size());
        organiser.post(congress.path() + "/merge", object("keep", keep)).problem(422);
    }

    @Test
    @DisplayName("Q-2")
    void whatWasTakenOutDoesNotComeAgain() {
        plan(0, step("a", "Alpha", "agreed"), step("b", "Beta", "agreed"));
        collect("agreed");
        JsonNode alpha = steps().get(0);
        organiser
                .put(
                        congress.plenary() + "/plan",
                        object(
                                "steps",
                                List.of(object("id", steps().get(1).get("id").asText()))))
                .expect(200);
        JsonNode again = collect("agreed");
        assertEquals(0, again.get("brought").asInt());
        assertEquals(2, steps().size());
        assertEquals(
                "dropped",
                steps().stream()
                        .filter(step -> step.get("id").equals(alpha.get("id")))
                        .findFirst()
                        .orElseThrow()
                        .get("status")
                        .asText());
    }
}
