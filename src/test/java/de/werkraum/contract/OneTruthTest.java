package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A step that stands in a room and in the plenary is one step, in whatever tells of the whole event. */
class OneTruthTest extends ServerTest {
    private static final List<String> ROOMS = List.of("Wohngeld", "Melderegister");
    private static final List<String> STEPS = List.of("a", "c");

    private final Api organiser = organiser();

    private static Object step(String id, String title, Object... more) {
        var step = new LinkedHashMap<String, Object>(object("id", id, "title", title));
        step.putAll(object(more));
        return step;
    }

    private void plan(String room, Object... steps) {
        organiser.put(room + "/plan", object("steps", List.of(steps))).expect(200);
    }

    /** Two sessions with an agreed step each. */
    private Congress congress() {
        Congress congress = Congress.open(
                organiser,
                Congress.bare(organiser, object("title", "Registerkongress")),
                object("title", ROOMS.get(0), "start", "2026-11-23T09:00:00Z"),
                object("title", ROOMS.get(1), "start", "2026-11-23T10:00:00Z"));
        for (int session = 0; session < 2; session++) {
            plan(
                    congress.roomPath(session),
                    step(STEPS.get(session), "Anträge kürzen", "status", "agreed", "due", "2027-01-29"));
        }
        return congress;
    }

    /** The plenary's step, collected from the first so many sessions. */
    private void collected(Congress congress, int sessions, String status) {
        List<Object> origins = IntStream.range(0, sessions)
                .<Object>mapToObj(session -> object(
                        "room",
                        congress.room(session),
                        "roomTitle",
                        ROOMS.get(session),
                        "step",
                        STEPS.get(session),
                        "title",
                        "Anträge kürzen",
                        "at",
                        "2026-11-23T12:00:00Z"))
                .toList();
        plan(
                congress.plenary(),
                step("p", "Alle Anträge kürzen", "status", status, "due", "2027-01-29", "origins", origins));
    }

    private void report(String room, String step, Object... said) {
        JsonNode link = organiser
                .post(room + "/status-links", object("steps", List.of(step)))
                .expect(201);
        var report = new LinkedHashMap<String, Object>(object("step", step));
        report.putAll(object(said));
        nobody().post("/status/" + URI.create(link.get("url").asText()).getFragment(), report)
                .expect(200);
    }

    private JsonNode progress(Congress congress) {
        return organiser.get(congress.path() + "/progress").expect(200).get("steps");
    }

    private String published(Congress congress) {
        JsonNode made = organiser.post(congress.path() + "/publish", object()).expect(201);
        return "/results/" + URI.create(made.get("url").asText()).getFragment();
    }

    private static void stands(JsonNode step, String status, String due) {
        assertEquals(status, step.get("status").asText(), step.toString());
        assertEquals(due, step.get("due").asText(), step.toString());
    }

    @Test
    @Tag("Z-10")
    void theNewestReportCountsInTheRoomAndInThePlenary() {
        Congress congress = congress();
        collected(congress, 1, "agreed");
        report(congress.roomPath(0), "a", "due", "2027-03-31");
        report(congress.roomPath(0), "a", "status", "blocked", "reason", "Der Haushalt fehlt");
        JsonNode steps = progress(congress);
        assertEquals(List.of("c", "p"), steps.findValuesAsText("step"));
        stands(steps.get(1), "blocked", "2027-03-31");
        assertEquals("Der Haushalt fehlt", steps.at("/1/report/reason").asText());
        JsonNode sessions = nobody().get(published(congress)).expect(200).get("sessions");
        stands(sessions.at("/0/plan/steps/0"), "blocked", "2027-03-31");
        stands(sessions.at("/2/plan/steps/0"), "blocked", "2027-03-31");

        report(congress.plenary(), "p", "status", "done", "due", "2027-02-28");
        sessions = nobody().get(published(congress)).expect(200).get("sessions");
        stands(sessions.at("/0/plan/steps/0"), "done", "2027-02-28");
        stands(sessions.at("/2/plan/steps/0"), "done", "2027-02-28");
        stands(sessions.at("/1/plan/steps/0"), "agreed", "2027-01-29");
    }

    @Test
    @Tag("Z-10")
    void eachSessionReportsOnItsPartOfAMergedStep() {
        Congress congress = congress();
        collected(congress, 2, "agreed");
        report(congress.roomPath(0), "a", "status", "done");
        JsonNode step = progress(congress).get(0);
        stands(step, "doing", "2027-01-29");
        assertEquals("Wohngeld", step.at("/reports/0/session").asText());
        assertEquals("done", step.at("/reports/0/status").asText());
        report(congress.roomPath(1), "c", "status", "blocked", "due", "2027-05-01", "reason", "Der Haushalt fehlt");
        stands(progress(congress).get(0), "blocked", "2027-05-01");
        assertEquals(1, progress(congress).size());
        String report = organiser.get(congress.path() + "/export?format=md").body();
        assertTrue(report.contains("Blockiert (Wohngeld: Erledigt; Melderegister: Blockiert, 01.05.2027)"), report);
        JsonNode seen = nobody().get(published(congress)).expect(200);
        assertEquals(2, seen.at("/progress/0/reports").size());
        assertFalse(seen.toString().contains("Haushalt"), "reasons are not for everybody");
        report(congress.roomPath(1), "c", "status", "done");
        stands(progress(congress).get(0), "done", "2027-05-01");
    }

    @Test
    @Tag("Z-3")
    void whatWasMergedCountsOnceAlsoBeforeThePlenaryHasDecided() {
        Congress congress = congress();
        collected(congress, 1, "proposed");
        assertEquals(List.of("a", "c"), progress(congress).findValuesAsText("step"));
        collected(congress, 2, "proposed");
        JsonNode seen = nobody().get(published(congress)).expect(200);
        assertEquals(1, seen.get("progress").size(), seen.get("progress").toString());
        assertEquals("Alle Anträge kürzen", seen.at("/progress/0/title").asText());
        assertEquals("agreed", seen.at("/progress/0/status").asText());
        assertEquals(2, seen.at("/numbers/sessions").asInt(), "where all meet is no session of the programme");
        collected(congress, 2, "dropped");
        assertEquals(List.of("a", "c"), progress(congress).findValuesAsText("step"));
    }

    @Test
    @Tag("Z-10")
    void aReportBringsNothingBackThatThePlenaryDroppedOrHasNotDecided() {
        Congress congress = congress();
        collected(congress, 1, "dropped");
        report(congress.roomPath(0), "a", "status", "doing", "due", "2027-03-31");
        JsonNode steps = progress(congress);
        assertEquals(List.of("c", "a"), steps.findValuesAsText("step"));
        stands(steps.get(1), "doing", "2027-03-31");
        JsonNode seen = nobody().get(published(congress)).expect(200);
        stands(seen.at("/sessions/2/plan/steps/0"), "dropped", "2027-01-29");

        collected(congress, 1, "proposed");
        assertEquals(List.of("c", "a"), progress(congress).findValuesAsText("step"));
        collected(congress, 2, "proposed");
        plan(congress.roomPath(1), step("c", "Anträge kürzen", "status", "proposed"));
        steps = progress(congress);
        assertEquals(List.of("a"), steps.findValuesAsText("step"), "one of two was agreed upon, in its session");
        seen = nobody().get(published(congress)).expect(200);
        stands(seen.at("/sessions/2/plan/steps/0"), "proposed", "2027-03-31");
    }

    @Test
    @Tag("Z-10")
    void aNewDateOfAPartLeavesWhatThePlenarySaidOfTheWhole() {
        Congress congress = congress();
        collected(congress, 2, "done");
        report(congress.roomPath(0), "a", "due", "2027-03-31");
        JsonNode step = progress(congress).get(0);
        stands(step, "done", "2027-03-31");
        assertEquals("2027-03-31", step.at("/reports/0/due").asText());
    }

    /** Sets the session's first step by hand, as its page would: what was reported stays at it. */
    private void byHand(Congress congress, String status) {
        String path = congress.roomPath(0) + "/plan";
        JsonNode plan = organiser.get(path).expect(200);
        ((ObjectNode) plan.at("/steps/0")).put("status", status);
        organiser.put(path, plan).expect(200);
    }

    @Test
    @Tag("Z-8")
    @Tag("Z-10")
    void whatIsSetByHandAfterAReportEndsIt() {
        Congress congress = congress();
        collected(congress, 1, "agreed");
        report(congress.roomPath(0), "a", "status", "blocked", "due", "2027-03-31", "reason", "Der Haushalt fehlt");
        byHand(congress, "doing");
        JsonNode step = progress(congress).get(1);
        stands(step, "agreed", "2027-03-31");
        assertTrue(step.at("/report/reason").isMissingNode(), step.toString());
        report(congress.roomPath(0), "a", "due", "2027-05-01");
        stands(progress(congress).get(1), "agreed", "2027-05-01");
        collected(congress, 2, "done");
        stands(progress(congress).get(0), "done", "2027-05-01");
        report(congress.roomPath(0), "a", "status", "doing");
        stands(progress(congress).get(0), "doing", "2027-05-01");
    }

    @Test
    @Tag("Q-7")
    @Tag("Z-10")
    void whatWasReportedBeforeAMergeIsNotSaidOfWhatCameInThen() {
        Congress congress = congress();
        for (String step : STEPS) {
            organiser.put(
                    congress.roomPath(STEPS.indexOf(step)) + "/plan",
                    object("steps", List.of(step(step, "Kürzen", "status", "agreed"))));
        }
        organiser.post(congress.path() + "/collect", object("take", "agreed")).expect(200);
        JsonNode steps = organiser.get(congress.plenary() + "/plan").expect(200).get("steps");
        String keep = steps.at("/0/id").asText();
        report(congress.plenary(), keep, "status", "done", "due", "2027-02-28");
        JsonNode seen = nobody().get(published(congress)).expect(200).get("sessions");
        stands(seen.at("/0/plan/steps/0"), "done", "2027-02-28");
        organiser
                .post(
                        congress.path() + "/merge",
                        object(
                                "keep",
                                keep,
                                "steps",
                                List.of(keep, steps.at("/1/id").asText())))
                .expect(200);
        JsonNode merged = progress(congress).get(0);
        stands(merged, "done", "2027-02-28");
        assertTrue(merged.path("report").isMissingNode(), merged.toString());
        seen = nobody().get(published(congress)).expect(200).get("sessions");
        assertEquals("agreed", seen.at("/1/plan/steps/0/status").asText());
    }

    @Test
    @Tag("Z-5")
    void whoIsNotNamedIsNotNamedInTheLanguageOfWhoeverReads() {
        Congress congress = congress();
        nobody().join(congress.code(0, "participant"), "Anna Berg");
        plan(congress.roomPath(0), step("a", "Antrag", "status", "agreed", "responsible", "Anna Berg"));
        String results = published(congress);
        for (String path : List.of("", "/md")) {
            String german = nobody().get(results + path).body();
            String english = nobody().get(results + path + "?language=en").body();
            assertTrue(german.contains("jemand aus der Sitzung"), german);
            assertTrue(english.contains("somebody of the session"), english);
            assertFalse(english.contains("jemand aus der Sitzung"), english);
        }
    }
}
