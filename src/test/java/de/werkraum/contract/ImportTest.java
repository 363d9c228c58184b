package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code POST …/import}: looked at first, then put into the plan once, by a key again, and taken back. */
class ImportTest extends ServerTest {
    private static byte[] file(String name) {
        try (InputStream in = ImportTest.class.getResourceAsStream("/imports/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Api.Answer bring(Api who, Workshop workshop, byte[] file, String query) {
        return who.upload(workshop.path() + "/import?" + query, "application/octet-stream", file);
    }

    private static String choice(String json) {
        return "&choice=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> titles(Api who, Workshop workshop) {
        List<String> titles = new ArrayList<>();
        who.get(workshop.path() + "/plan")
                .expect(200)
                .get("steps")
                .forEach(step -> titles.add(step.get("title").asText()));
        return titles;
    }

    @Test
    void lookingChangesNothing() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        String before = moderator.get(workshop.path() + "/plan").body();
        JsonNode seen = bring(moderator, workshop, file("offene-punkte.xlsx"), "dryRun=true&name=offene-punkte.xlsx")
                .expect(200);
        assertEquals("xlsx", seen.get("format").asText());
        assertEquals(8, seen.get("new").asInt());
        assertEquals("Aktenplan abstimmen", seen.at("/steps/0/title").asText());
        assertEquals("due", seen.at("/parts/0/columns/5/field").asText());
        assertTrue(seen.get("warnings").toString().contains("KW 14"));
        assertEquals(before, moderator.get(workshop.path() + "/plan").body());
        assertEquals(0, moderator.get(workshop.path() + "/versions").expect(200).size());
    }

    @Test
    void sentTwiceItIsImportedOnceAndTakenBackItIsGone() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        moderator.put(
                workshop.path() + "/plan", object("goal", "Unser Ziel", "steps", List.of(object("title", "Schon da"))));
        String id = UUID.randomUUID().toString();
        JsonNode done = bring(moderator, workshop, file("massnahmenplan-cp1252.csv"), "id=" + id)
                .expect(200);
        assertEquals(8, done.get("new").asInt());
        JsonNode again = bring(moderator, workshop, file("massnahmenplan-cp1252.csv"), "id=" + id)
                .expect(200);
        assertEquals(8, again.get("new").asInt());
        assertEquals(9, titles(moderator, workshop).size());
        assertEquals("Schon da", titles(moderator, workshop).get(0), "what comes goes behind what is there");
        JsonNode version = moderator
                .get(workshop.path() + "/versions/" + done.get("version").asText())
                .expect(200);
        assertEquals("import", version.get("reason").asText());
        assertEquals(1, version.at("/plan/steps").size());

        JsonNode step = moderator.get(workshop.path() + "/plan").expect(200).at("/steps/3");
        moderator.put(
                workshop.path() + "/plan",
                object(
                        "steps",
                        touched(
                                moderator.get(workshop.path() + "/plan").expect(200),
                                step.get("id").asText())));
        JsonNode undone = moderator
                .post(workshop.path() + "/import/" + id + "/undo", object())
                .expect(200);
        assertEquals(1, undone.get("left").size(), "somebody has worked on this one since");
        assertEquals(List.of("Schon da", "Von Hand geändert"), titles(moderator, workshop));
        moderator.post(workshop.path() + "/import/" + id + "/undo", object()).expect(200);
        assertEquals(2, titles(moderator, workshop).size());
        assertEquals(
                "Unser Ziel",
                moderator.get(workshop.path() + "/plan").expect(200).get("goal").asText());
        List<String> acts = new ArrayList<>();
        moderator
                .get(workshop.path() + "/audit")
                .expect(200)
                .forEach(entry -> acts.add(entry.get("act").asText()));
        assertEquals(List.of("importUndone", "importUndone", "planPut", "imported", "planPut"), acts);
    }

    @Test
    @Tag("I-9")
    void titleGoalAndMinutesGoBackWhereNobodyHasWritten() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        moderator.put(workshop.path() + "/plan", object("title", "")).expect(200);
        String before = moderator.get(workshop.path() + "/plan").body();
        String first = UUID.randomUUID().toString();
        bring(moderator, workshop, file("werkraum-plan.json"), "id=" + first).expect(200);
        JsonNode brought = moderator.get(workshop.path() + "/plan").expect(200);
        for (String text : List.of("title", "goal", "minutes")) {
            assertFalse(brought.get(text).asText().isEmpty(), text);
        }
        moderator.post(workshop.path() + "/import/" + first + "/undo", object()).expect(200);
        assertEquals(
                withoutVersion(before),
                withoutVersion(moderator.get(workshop.path() + "/plan").body()));

        String second = UUID.randomUUID().toString();
        bring(moderator, workshop, file("werkraum-plan.json"), "id=" + second).expect(200);
        moderator
                .put(workshop.path() + "/plan", object("goal", "Von Hand geändert"))
                .expect(200);
        moderator
                .post(workshop.path() + "/import/" + second + "/undo", object())
                .expect(200);
        JsonNode left = moderator.get(workshop.path() + "/plan").expect(200);
        assertEquals("Von Hand geändert", left.get("goal").asText());
        assertEquals("", left.get("title").asText());
        assertEquals("", left.get("minutes").asText());
    }

    private static JsonNode withoutVersion(String plan) {
        return ((com.fasterxml.jackson.databind.node.ObjectNode) Api.parse(plan)).without("version");
    }

    private static List<Object> touched(JsonNode plan, String id) {
        List<Object> steps = new ArrayList<>();
        plan.get("steps").forEach(step -> {
            if (step.get("id").asText().equals(id)) {
                ((com.fasterxml.jackson.databind.node.ObjectNode) step).put("title", "Von Hand geändert");
            }
            steps.add(step);
        });
        return steps;
    }

    @Test
    void byItsKeyAStepIsBroughtUpToDateWhereNobodyHasWritten() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        String head = "Nr.;Maßnahme;Zuständig;Termin;Status\n";
        bring(moderator, workshop, csv(head + "1;Formular bauen;IT;01.03.2026;offen\n2;Testen;;;offen\n"), "")
                .expect(200);
        JsonNode plan = moderator.get(workshop.path() + "/plan").expect(200);
        List<Object> steps = new ArrayList<>();
        plan.get("steps").forEach(step -> {
            ((com.fasterxml.jackson.databind.node.ObjectNode) step).put("responsible", "Amt 10");
            steps.add(step);
        });
        moderator.put(workshop.path() + "/plan", object("steps", steps)).expect(200);

        byte[] newer =
                csv(head + "1;Formular bauen;Kämmerei;15.03.2026;erledigt\n2;Testen;;;offen\n3;Freischalten;;;offen\n");
        String update = choice("{\"update\":true}");
        JsonNode seen =
                bring(moderator, workshop, newer, "dryRun=true" + update).expect(200);
        assertEquals(1, seen.get("new").asInt(), seen.toString());
        assertEquals(1, seen.get("updated").asInt());
        assertEquals(1, seen.get("same").asInt());
        assertEquals("responsible", seen.at("/steps/0/kept/0/field").asText());
        bring(moderator, workshop, newer, update.substring(1)).expect(200);
        JsonNode first = moderator.get(workshop.path() + "/plan").expect(200).at("/steps/0");
        assertEquals("2026-03-15", first.get("due").asText());
        assertEquals("done", first.get("status").asText());
        assertEquals("Amt 10", first.get("responsible").asText(), "what somebody wrote stays");
        assertEquals(List.of("Formular bauen", "Testen", "Freischalten"), titles(moderator, workshop));

        bring(
                        moderator,
                        workshop,
                        newer,
                        choice("{\"update\":true,\"overwrite\":true}").substring(1))
                .expect(200);
        assertEquals(
                "Kämmerei",
                moderator
                        .get(workshop.path() + "/plan")
                        .expect(200)
                        .at("/steps/0/responsible")
                        .asText());
    }

    @Test
    void columnsAreChangedByHandAndRowsLeftOut() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        byte[] file = csv("Maßnahme;Termin;Wer\nA;01.02.2026;IT\nB;02.02.2026;IT\n");
        String choice = choice(
                "{\"parts\":[{\"sheet\":0,\"header\":1,\"fields\":[\"title\",\"start\",\"contributors\"]}],\"leftOut\":[{\"sheet\":0,\"row\":3}]}");
        bring(moderator, workshop, file, choice.substring(1)).expect(200);
        JsonNode plan = moderator.get(workshop.path() + "/plan").expect(200);
        assertEquals(1, plan.get("steps").size());
        assertEquals("2026-02-01", plan.at("/steps/0/start").asText());
        assertEquals("IT", plan.at("/steps/0/contributors").asText());
        assertEquals(
                "invalid",
                bring(moderator, workshop, file, choice("{\"parts\":7}").substring(1))
                        .problem(422));
    }

    @Test
    void aFormWithAFileIsReadAsWell() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        String form =
                """
                --grenze
                Content-Disposition: form-data; name="choice"

                {"update":true}
                --grenze
                Content-Disposition: form-data; name="file"; filename="Übersicht.csv"
                Content-Type: text/csv

                Maßnahme;Status
                Prüfen;offen

                --grenze--
                """
                        .replace("\n", "\r\n");
        JsonNode seen = moderator
                .upload(workshop.path() + "/import?dryRun=true", "multipart/form-data; boundary=grenze", csv(form))
                .expect(200);
        assertEquals("Prüfen", seen.at("/steps/0/title").asText());
        assertEquals(
                "badRequest",
                moderator
                        .upload(workshop.path() + "/import", "multipart/form-data; boundary=grenze", csv("--grenze--"))
                        .problem(400));
    }

    @Test
    void whatCannotBeReadIsRefusedInASentence() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api.Answer refused = bring(moderator, workshop, file("deck-board.json"), "");
        assertEquals("importFormat", refused.problem(422));
        assertTrue(Api.parse(refused.body()).at("/sentence/de").asText().endsWith("."), refused.body());
        assertEquals("importEmpty", bring(moderator, workshop, new byte[0], "").problem(422));
        assertFalse(bring(moderator, workshop, new byte[] {1, 2, 3, 0}, "").status() < 400);
        assertEquals(
                "tooLarge", bring(moderator, workshop, new byte[5 << 20], "").problem(413));
        assertEquals(0, titles(moderator, workshop).size());
    }

    @Test
    void onlyModeratorsImportAndOnlyIntoAnOpenRoom() {
        Workshop workshop = workshop();
        byte[] file = file("aufgaben.md");
        assertEquals(
                "notModerator",
                bring(workshop.participant("Paul").api(), workshop, file, "").problem(403));
        assertEquals(
                "notModerator",
                bring(workshop.viewer("Leinwand").api(), workshop, file, "dryRun=true")
                        .problem(403));
        Api moderator = workshop.moderator("Mona").api();
        moderator.patch(workshop.path(), object("phase", "closed")).expect(200);
        assertEquals("closed", bring(moderator, workshop, file, "").problem(409));
    }
}
