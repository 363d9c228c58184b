package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a whole event came to, as one document in every format. */
class EventReportTest extends ServerTest {
    EventReportTest() {
        super(DOCUMENTS_APART);
    }

    private static Object step(String id, String title, Object... more) {
        var step = new LinkedHashMap<String, Object>(object("id", id, "title", title));
        step.putAll(object(more));
        return step;
    }

    private static void plan(Api organiser, String room, Object... steps) {
        organiser.put(room + "/plan", object("steps", List.of(steps))).expect(200);
    }

    private Congress congress(Api organiser) {
        return Congress.open(
                organiser,
                Congress.bare(organiser, object("title", "Registerkongress", "date", "2026-11-23", "venue", "Halle")),
                object("title", "Wohngeld", "place", "Raum 1", "start", "2026-11-23T09:00:00Z"),
                object("title", "Melderegister", "start", "2026-11-23T10:00:00Z"));
    }

    private String text(Api who, Congress congress, String query) {
        Api.Answer answer = who.get(congress.path() + "/export" + query);
        assertEquals(200, answer.status(), answer.body());
        return answer.body();
    }

    private Api join(Congress congress, int session, String name, String organisation) {
        String code = congress.code(session, "participant");
        return nobody().join(object("code", code, "name", name, "organisation", organisation));
    }

    /** Decides on a step, by one vote. */
    private static void decide(Api organiser, Api voter, String room, String step) {
        Map<String, Object> body = Poll.consent(object("secret", false));
        body.put("question", "Machen wir " + step + "?");
        body.put("options", Poll.ofSteps(List.of(step)));
        Poll poll = Poll.open(organiser, room, body);
        poll.say(voter, "yes").expect(200);
        poll.close();
    }

    @Test
    @Tag("Z-1")
    @Tag("Z-2")
    void oneDocumentTellsWhatAllSessionsCameTo() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        Api anna = join(congress, 0, "Anna Berg", "Stadt Kronau");
        plan(
                organiser,
                congress.roomPath(0),
                step("a", "Antrag kürzen", "status", "agreed", "responsible", "Anna Berg", "due", "2027-01-29"),
                step("b", "Idee", "status", "idea"));
        plan(
                organiser,
                congress.roomPath(1),
                step(
                        "c",
                        "Abruf prüfen",
                        "status",
                        "doing",
                        "responsible",
                        "IT",
                        "due",
                        "2027-02-01",
                        "result",
                        "Er läuft"));
        decide(organiser, anna, congress.roomPath(0), "a");
        String report = text(organiser, congress, "?format=md");
        assertTrue(report.startsWith("# Ergebnisbericht: Registerkongress"), report);
        for (String said : List.of(
                "## Beschlüsse",
                "Machen wir a?",
                "## Wer macht was bis wann",
                "## Was fehlt noch?",
                "woran man das Ergebnis erkennt",
                "## Wohngeld",
                "## Melderegister",
                "Stadt Kronau",
                "Raum 1")) {
            assertTrue(report.contains(said), said + " in " + report);
        }
        String missing = report.substring(report.indexOf("## Was fehlt noch?"), report.indexOf("## Wohngeld"));
        assertTrue(missing.contains("Antrag kürzen") && !missing.contains("Abruf prüfen"), missing);
        assertTrue(report.indexOf("## Wohngeld") < report.indexOf("## Melderegister"));
        String english = text(organiser, congress, "?format=md&language=en");
        assertTrue(english.contains("## What is missing?"), english);
        for (String format : List.of("csv", "xlsx", "odt", "docx", "pdf", "ics", "zip")) {
            assertTrue(text(organiser, congress, "?format=" + format).length() > 500, format);
        }
    }

    @Test
    @Tag("Z-1")
    void namesOfWhoTookPartAreToldWhereWished() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        join(congress, 0, "Berta Baum", "Kreis Elbe");
        assertFalse(text(organiser, congress, "?format=md").contains("Berta Baum"));
        assertTrue(text(organiser, congress, "?format=md&people=names").contains("Berta Baum"));
        assertFalse(text(organiser, congress, "?format=md&people=none").contains("Kreis Elbe"));
    }

    @Test
    @Tag("Z-3")
    void whatThePlenaryAgreedOnCountsThereWithItsOrigins() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        plan(organiser, congress.roomPath(0), step("a", "Antrag kürzen", "status", "agreed"));
        plan(organiser, congress.roomPath(1), step("c", "Anträge kürzen", "status", "agreed"));
        List<Object> origins = new ArrayList<>();
        for (int session = 0; session < 2; session++) {
            origins.add(object(
                    "room",
                    congress.room(session),
                    "roomTitle",
                    session == 0 ? "Wohngeld" : "Melderegister",
                    "step",
                    session == 0 ? "a" : "c",
                    "title",
                    "Antrag",
                    "at",
                    "2026-11-23T12:00:00Z"));
        }
        plan(organiser, congress.plenary(), step("p", "Alle Anträge kürzen", "status", "agreed", "origins", origins));
        JsonNode json = organiser.get(congress.path() + "/export?format=json").expect(200);
        assertEquals(1, json.get("agreed").size(), json.get("agreed").toString());
        assertEquals("p", json.at("/agreed/0/step").asText());
        assertEquals(
                "[\"responsible\",\"due\",\"result\"]",
                json.at("/agreed/0/missing").toString());
        String report = text(organiser, congress, "?format=md");
        String table = report.substring(report.indexOf("## Woher die Schritte kommen"), report.indexOf("## Wohngeld"));
        assertTrue(table.contains("Melderegister") && table.contains("Wohngeld"), table);
    }

    @Test
    @Tag("Z-6")
    void whatIsOverdueComesFirstAndWhatIsDoneLast() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        join(congress, 0, "Anna Berg", "Stadt Kronau");
        plan(
                organiser,
                congress.roomPath(0),
                step("done", "Fertig", "status", "done", "due", "2020-01-01"),
                step("later", "Später", "status", "agreed", "due", "2099-01-01"),
                step("idea", "Idee", "status", "idea", "due", "2020-01-01"));
        plan(
                organiser,
                congress.roomPath(1),
                step("open", "Ohne Termin", "status", "agreed"),
                step("late", "Zu spät", "status", "blocked", "due", "2020-02-01", "responsible", "Anna Berg und IT"));
        JsonNode steps =
                organiser.get(congress.path() + "/progress").expect(200).get("steps");
        List<String> order = new ArrayList<>();
        steps.forEach(step -> order.add(step.get("step").asText()));
        assertEquals(List.of("late", "later", "open", "done"), order);
        assertTrue(steps.get(0).get("overdue").asInt() > 2_000, steps.toString());
        assertEquals("[\"Stadt Kronau\"]", steps.get(0).get("organisations").toString());
        assertEquals(0, steps.get(3).get("overdue").asInt());
    }

    /** A calendar takes a task of the report and the same one of the room for one. */
    @Test
    @Tag("Z-1")
    void tasksHaveTheSameNamesAsThoseOfTheirRooms() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        plan(organiser, congress.roomPath(0), step("a", "Antrag kürzen", "status", "agreed", "due", "2027-01-29"));
        String room = organiser.get(congress.roomPath(0) + "/export/ics").body();
        String uid =
                room.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
        String sequence = room.lines()
                .filter(line -> line.startsWith("SEQUENCE:"))
                .findFirst()
                .orElseThrow();
        String report = text(organiser, congress, "?format=ics");
        assertTrue(report.contains(uid) && report.contains(sequence), report);
    }

    @Test
    @Tag("Z-1")
    void onlyOrganisersAndKeysThatWriteHaveIt() {
        Api organiser = organiser();
        Congress congress = congress(organiser);
        Api member = join(congress, 0, "Carla", "Land");
        member.get(congress.path() + "/export?format=md").problem(403);
        nobody().get(congress.path() + "/export?format=md").problem(401);
        organiser.get(congress.path() + "/export?format=exe").problem(400);
        Map<String, Object> key = object("name", "Skript", "scope", "write");
        String secret = organiser
                .post(congress.path() + "/keys", key)
                .expect(201)
                .get("key")
                .asText();
        assertTrue(text(nobody().as(secret), congress, "?format=md").contains("Registerkongress"));
    }

    /** A congress with 24 sessions of 12 steps: within what one document may take. */
    @Test
    @Tag("Z-1")
    void aWholeCongressFitsEachFormat() {
        Api organiser = organiser();
        Object[] sessions = IntStream.range(0, 24)
                .mapToObj(number -> object("title", "Sitzung " + number))
                .toArray();
        Congress congress = Congress.open(organiser, Congress.bare(organiser), sessions);
        for (int session = 0; session < sessions.length; session++) {
            int number = session;
            Object[] steps = IntStream.range(0, 12)
                    .mapToObj(step -> step(
                            "s" + number + "-" + step,
                            "Schritt " + step + " der Sitzung " + number,
                            "status",
                            "agreed",
                            "responsible",
                            "Amt " + step,
                            "details",
                            "Das Amt prüft **bis dahin**.\n\n- Vertrag\n- Kosten"))
                    .toArray();
            plan(organiser, congress.roomPath(session), steps);
        }
        for (String format : List.of("md", "csv", "json", "xlsx", "odt", "docx", "pdf", "ics")) {
            long begun = System.nanoTime();
            Api.Answer answer = organiser.get(congress.path() + "/export?format=" + format);
            assertEquals(200, answer.status(), format + ": " + answer.body());
            long millis = (System.nanoTime() - begun) / 1_000_000;
            assertTrue(millis < 30_000, format + " took " + millis + " ms");
        }
        String csv = text(organiser, congress, "?format=csv");
        assertEquals(
                24 * 12,
                csv.lines().filter(line -> line.contains("der Sitzung")).count(),
                csv);
    }
}
