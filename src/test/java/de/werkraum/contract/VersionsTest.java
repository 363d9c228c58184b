package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.PlanClient;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code …/versions}: kept states of the plan, and going back to them. */
class VersionsTest extends ServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static JsonNode list(Api who, Workshop workshop) {
        return who.get(workshop.path() + "/versions").expect(200);
    }

    private static String keep(Api who, Workshop workshop, String name) {
        return who.post(workshop.path() + "/versions", object("name", name))
                .expect(201)
                .get("id")
                .asText();
    }

    private static JsonNode plan(Api who, Workshop workshop) {
        return who.get(workshop.path() + "/plan").expect(200);
    }

    private static Object step(String id, String title) {
        return object("id", id, "title", title, "rank", "a0", "details", "Mit **Nachdruck**.", "comments", List.of());
    }

    /** Waits until the newest versions are these, the newest first. */
    private static void awaitReasons(Api who, Workshop workshop, String... reasons) {
        Conditions.await("versions " + List.of(reasons), LIMIT, () -> {
            List<String> found = new ArrayList<>();
            list(who, workshop)
                    .forEach(version -> found.add(version.get("reason").asText()));
            return found.size() >= reasons.length
                    && found.subList(0, reasons.length).equals(List.of(reasons));
        });
    }

    @Test
    void aNamedVersionIsListedLookedAtAndRestored() {
        Workshop workshop = workshop();
        Workshop.Person moderator = workshop.moderator("Metha");
        Api api = moderator.api();
        api.put(workshop.path() + "/plan", object("goal", "Erstes Ziel", "steps", List.of(step("eins", "Der erste"))))
                .expect(200);
        String id = keep(api, workshop, "Vor der Pause");
        JsonNode listed = list(api, workshop).get(0);
        assertEquals(id, listed.get("id").asText());
        assertEquals("named", listed.get("reason").asText());
        assertEquals("Vor der Pause", listed.get("name").asText());
        assertEquals("Metha", listed.at("/by/name").asText());
        assertEquals(1, listed.get("steps").asInt());
        api.put(
                        workshop.path() + "/plan",
                        object(
                                "goal",
                                "Anderes Ziel",
                                "steps",
                                List.of(step("eins", "Umbenannt"), step("zwei", "Ein zweiter"))))
                .expect(200);

        JsonNode looked = api.get(workshop.path() + "/versions/" + id).expect(200);
        assertEquals("Erstes Ziel", looked.at("/plan/goal").asText());
        assertEquals("Mit **Nachdruck**.", looked.at("/plan/steps/0/details").asText());

        JsonNode restored = api.post(workshop.path() + "/versions/" + id + "/restore", object())
                .expect(200);
        assertEquals("Erstes Ziel", restored.get("goal").asText());
        assertEquals(1, restored.get("steps").size(), "the step that was not there goes");
        assertEquals("Der erste", restored.at("/steps/0/title").asText());
        assertEquals(restored.get("steps"), plan(api, workshop).get("steps"));

        JsonNode before = list(api, workshop).get(0);
        assertEquals("restore", before.get("reason").asText(), "what was there is kept");
        JsonNode undone = api.post(
                        workshop.path() + "/versions/" + before.get("id").asText() + "/restore", object())
                .expect(200);
        assertEquals("Anderes Ziel", undone.get("goal").asText());
        assertEquals(2, undone.get("steps").size());
        List<String> acts = new ArrayList<>();
        api.get(workshop.path() + "/audit")
                .expect(200)
                .forEach(entry -> acts.add(entry.get("act").asText()));
        assertEquals(List.of("planRestored", "planRestored", "planPut", "versionMade", "planPut"), acts);
    }

    @Test
    void phasesPollsAndPutsKeepVersionsByThemselves() {
        Workshop workshop = workshop();
        Workshop.Person moderator = workshop.moderator("Metha");
        Api api = moderator.api();
        api.patch(workshop.path(), object("minuting", false)).expect(200);
        PlanClient writer = PlanClient.open(workshop.participant("Paul").api(), workshop.path());
        writer.edit(doc -> doc.getText("goal").insert(0, "a"));
        Conditions.await(
                "it arrives",
                LIMIT,
                () -> plan(api, workshop).get("goal").asText().equals("a"));
        api.patch(workshop.path(), object("phase", "elaborate")).expect(200);
        awaitReasons(api, workshop, "phase");
        assertEquals("collect", list(api, workshop).get(0).get("name").asText());
        api.patch(workshop.path(), object("phase", "vote")).expect(200);
        Poll poll = Poll.open(workshop, api, Poll.consent(object()));
        writer.edit(doc -> doc.getText("goal").insert(1, "b"));
        Conditions.await(
                "it arrives",
                LIMIT,
                () -> plan(api, workshop).get("goal").asText().equals("ab"));
        api.post(poll.path() + "/close", object()).expect(200);
        awaitReasons(api, workshop, "poll", "phase");
        assertEquals(2, list(api, workshop).size(), "the same state is kept once");
        api.put(workshop.path() + "/plan", object("goal", "neu")).expect(200);
        api.put(workshop.path() + "/plan", object("goal", "neuer")).expect(200);
        awaitReasons(api, workshop, "put", "poll", "phase");
        JsonNode newest = list(api, workshop).get(0);
        assertEquals(
                "neu",
                api.get(workshop.path() + "/versions/" + newest.get("id").asText())
                        .expect(200)
                        .at("/plan/goal")
                        .asText());
        writer.close();
    }

    @Test
    void restoringIsAnEditThatOthersKeepWritingThrough() {
        Workshop workshop = workshop();
        Api api = workshop.moderator("Metha").api();
        String beginning = "Am Anfang.";
        api.put(workshop.path() + "/plan", object("goal", beginning)).expect(200);
        String id = keep(api, workshop, "Anfang");
        int writers = 4;
        int edits = 60;
        List<PlanClient> clients = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            clients.add(PlanClient.open(workshop.participant("Person " + i).api(), workshop.path()));
        }
        for (int edit = 0; edit < edits; edit++) {
            for (PlanClient client : clients) {
                client.edit(doc -> doc.getText("goal").insert(0, "x"));
            }
            if (edit % 20 == 10) {
                api.post(workshop.path() + "/versions/" + id + "/restore", object())
                        .expect(200);
            }
        }
        for (int i = 0; i < writers; i++) {
            String mark = "fertig" + i;
            clients.get(i).edit(doc -> doc.getArray("marks").push(List.of(mark)));
        }
        clients.forEach(client -> client.awaits(
                "everybody's end", doc -> doc.getArray("marks").toList().size() == writers));
        String goal = plan(api, workshop).get("goal").asText();
        assertTrue(goal.endsWith(beginning), "what was restored is there: " + goal);
        clients.forEach(client -> client.awaits(
                "the same goal", doc -> doc.getText("goal").toString().equals(goal)));

        JsonNode last = api.post(workshop.path() + "/versions/" + id + "/restore", object())
                .expect(200);
        assertEquals(beginning, last.get("goal").asText());
        clients.forEach(client -> client.awaits(
                "the restored goal", doc -> doc.getText("goal").toString().equals(beginning)));
        String kept = list(api, workshop).get(0).get("id").asText();
        assertEquals(
                goal,
                api.get(workshop.path() + "/versions/" + kept)
                        .expect(200)
                        .at("/plan/goal")
                        .asText(),
                "what was written over is kept");
        clients.forEach(PlanClient::close);
    }

    @Test
    void versionsOutliveARestartAndRestoreAfterIt() {
        Workshop workshop = workshop();
        Workshop.Person moderator = workshop.moderator("Metha");
        moderator.api().put(workshop.path() + "/plan", object("goal", "Vorher")).expect(200);
        String id = keep(moderator.api(), workshop, "Vorher");
        moderator
                .api()
                .put(workshop.path() + "/plan", object("goal", "Nachher"))
                .expect(200);
        String token = moderator.api().token();
        server.restart();
        Api api = nobody().as(token);
        assertEquals("Nachher", plan(api, workshop).get("goal").asText());
        JsonNode restored = api.post(workshop.path() + "/versions/" + id + "/restore", object())
                .expect(200);
        assertEquals("Vorher", restored.get("goal").asText());
    }

    @Test
    void refusals() {
        Workshop workshop = workshop();
        Api api = workshop.moderator("Metha").api();
        Api guest = workshop.participant("Gustav").api();
        String versions = workshop.path() + "/versions";
        String id = keep(api, workshop, "Eins");
        assertEquals("notModerator", guest.get(versions).problem(403));
        assertEquals("notModerator", guest.post(versions, object("name", "x")).problem(403));
        assertEquals("notModerator", guest.get(versions + "/" + id).problem(403));
        assertEquals(
                "notModerator",
                guest.post(versions + "/" + id + "/restore", object()).problem(403));
        assertEquals("invalid", api.post(versions, object()).problem(422));
        assertEquals("notFound", api.get(versions + "/" + NOWHERE).problem(404));
        assertEquals(
                "notFound",
                api.post(versions + "/" + NOWHERE + "/restore", object()).problem(404));
        Workshop other = workshop();
        Api foreign = other.moderator("Frank").api();
        assertEquals("notFound", foreign.get(other.path() + "/versions/" + id).problem(404), "another room's");
        api.patch(workshop.path(), object("phase", "closed")).expect(200);
        assertEquals(
                "closed", api.post(versions + "/" + id + "/restore", object()).problem(409));
        assertFalse(api.get(versions).expect(200).isEmpty(), "a closed room's versions can be read");
    }

    @Test
    void whatIsDifferentIsReadableAndOneStepComesBack() {
        Workshop workshop = workshop();
        Api api = workshop.moderator("Metha").api();
        String plan = workshop.path() + "/plan";
        List<Object> first = List.of(step("eins", "Antrag pruefen"), step("zwei", "Freischalten"));
        api.put(plan, object("goal", "Schnell", "steps", first)).expect(200);
        String id = keep(api, workshop, "Vorher");
        String path = workshop.path() + "/versions/" + id;
        assertTrue(api.get(path + "/difference").expect(200).get("same").asBoolean());
        Object changed = object(
                "id", "eins", "title", "Antrag online pruefen", "rank", "a0", "details", "", "due", "2026-07-04");
        api.put(plan, object("goal", "Sehr schnell", "steps", List.of(changed, step("drei", "<b>Neu</b>"))))
                .expect(200);

        JsonNode seen = api.get(path + "/difference").expect(200);
        assertEquals("removed", seen.at("/fields/0/runs/0/kind").asText(), seen.toString());
        List<String> kinds = new ArrayList<>();
        seen.get("steps")
                .forEach(step -> kinds.add(
                        step.get("id").asText() + " " + step.get("kind").asText()));
        assertTrue(kinds.containsAll(List.of("eins changed", "drei added", "zwei changed")), kinds.toString());
        String html = api.get(path + "/difference?format=html").body();
        assertTrue(html.contains("<ins>online </ins>") && html.contains("&lt;b&gt;Neu"), html);
        String markdown = api.get(path + "/difference?format=md&language=en").body();
        assertTrue(markdown.contains("Due: **2026-07-04**"), markdown);
        assertEquals("badRequest", api.get(path + "/difference?format=exe").problem(400));

        JsonNode restored = api.post(path + "/steps/eins/restore", object()).expect(200);
        assertEquals("Antrag pruefen", restored.at("/steps/1/title").asText(), restored.toString());
        assertEquals("Sehr schnell", restored.get("goal").asText(), "the rest stays");
        assertEquals(3, restored.get("steps").size());
        api.post(path + "/steps/nirgends/restore", object()).problem(404);
        assertEquals("restore", list(api, workshop).get(0).get("reason").asText(), "what was there is kept");
    }
}
