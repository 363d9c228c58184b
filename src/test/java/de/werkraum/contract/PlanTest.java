package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plan read and put, and what is exported from it. */
class PlanTest extends ServerTest {
    private static final String FIRST = "01890000-0000-7000-8000-000000000001";
    private static final String SECOND = "01890000-0000-7000-8000-000000000002";

    PlanTest() {
        super(DOCUMENTS_APART);
    }

    @Test
    void aNewPlanHasTheRoomsTitle() {
        Workshop workshop = workshop();
        Api.Answer answer = workshop.viewer("Leinwand").api().get(workshop.path() + "/plan");
        JsonNode plan = answer.expect(200);
        assertEquals("Ein Raum", plan.get("title").asText());
        assertEquals("", plan.get("goal").asText());
        assertEquals(0, plan.get("steps").size());
        assertEquals(workshop.id(), plan.get("room").asText());
        String etag = answer.headers().firstValue("etag").orElse("");
        assertTrue(etag.contains(plan.get("version").asText()), etag);
    }

    @Test
    void whatIsPutIsRead() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        String empty = moderator
                .get(workshop.path() + "/plan")
                .expect(200)
                .get("version")
                .asText();
        assertTrue(moderator.put(workshop.path() + "/plan", plan()).status() < 300);
        JsonNode read = moderator.get(workshop.path() + "/plan").expect(200);
        assertNotEquals(empty, read.get("version").asText());
        assertEquals("Wohngeld digital", read.get("title").asText());
        assertEquals("Anträge in **zwei** Wochen", read.get("minutes").asText().strip());
        assertEquals(
                List.of(SECOND, FIRST),
                List.of(
                        read.get("steps").get(0).get("id").asText(),
                        read.get("steps").get(1).get("id").asText()));
        JsonNode step = read.get("steps").get(1);
        assertEquals("Formular & <Prüfung>", step.get("title").asText());
        assertEquals("doing", step.get("status").asText());
        assertEquals("2026-09-30", step.get("due").asText());
        assertEquals("2.5", step.get("effort").asText());
        assertEquals("law", step.get("obstacle").asText());
        assertEquals("Stadt, \"Amt 50\"", step.get("responsible").asText());
    }

    @Test
    void puttingWhatWasReadChangesNothing() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        moderator.put(workshop.path() + "/plan", plan());
        String before = moderator.get(workshop.path() + "/plan").body();
        assertTrue(moderator.send("PUT", workshop.path() + "/plan", before).status() < 300);
        assertEquals(
                Api.parse(before).get("steps"),
                moderator.get(workshop.path() + "/plan").expect(200).get("steps"));
        String exported = moderator.get(workshop.path() + "/export/json").body();
        assertTrue(moderator.send("PUT", workshop.path() + "/plan", exported).status() < 300);
        assertEquals(
                Api.parse(before).get("steps"),
                moderator.get(workshop.path() + "/plan").expect(200).get("steps"));
    }

    @Test
    void plansThatCannotBeAreRefused() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        moderator.put(workshop.path() + "/plan", plan());
        String before = moderator.get(workshop.path() + "/plan").body();
        moderator.put(workshop.path() + "/plan", object("title", 7)).problem(422);
        moderator.put(workshop.path() + "/plan", object("steps", "keine")).problem(422);
        moderator.put(workshop.path() + "/plan", object("steps", List.of("x"))).problem(422);
        assertEquals(before, moderator.get(workshop.path() + "/plan").body());
    }

    @Test
    void exportsHoldThePlanAndItsResults() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        moderator.put(workshop.path() + "/plan", plan());
        Map<String, Object> body = object(
                "question",
                "Fangen wir an?",
                "method",
                "consent",
                "options",
                List.of(object("step", FIRST)),
                "settings",
                object("secret", false));
        Poll poll = Poll.open(workshop, moderator, body);
        poll.say(paula, "yes").expect(200);
        assertFalse(moderator.get(workshop.path() + "/export/md").body().contains("1 Ja"), "a hidden tally");
        poll.close();
        String sentence = poll.seenBy(paula)
                .get("tally")
                .get("options")
                .get(poll.options().get(0))
                .get("sentence")
                .get("de")
                .asText();
        Api.Answer md = moderator.get(workshop.path() + "/export/md");
        assertTrue(md.body().contains("Wohngeld digital"), md.body());
        assertTrue(md.body().contains(sentence), sentence + " is not in " + md.body());
        Api.Answer deck = moderator.get(workshop.path() + "/export/csv?preset=deck");
        assertTrue(deck.body().startsWith("\uFEFFCard title\tDescription\tList name"), deck.body());
        String deckName = deck.headers().firstValue("content-disposition").orElse("");
        assertTrue(deckName.endsWith("-deck.csv\""), deckName);
        JsonNode audit = moderator.get(workshop.path() + "/audit").expect(200);
        assertEquals("csv, deck", audit.at("/0/format").asText());
        assertEquals(
                "badRequest",
                moderator.get(workshop.path() + "/export/md?preset=deck").problem(400));
        Api.Answer csv = moderator.get(workshop.path() + "/export/csv");
        assertTrue(csv.body().contains("\"Stadt, \"\"Amt 50\"\"\""), csv.body());
        JsonNode json =
                Api.parse(moderator.get(workshop.path() + "/export/json").body());
        assertEquals(2, json.get("steps").size());
        for (Api.Answer answer : List.of(md, csv)) {
            assertEquals(200, answer.status());
            String disposition =
                    answer.headers().firstValue("content-disposition").orElse("");
            assertTrue(disposition.startsWith("attachment"), disposition);
        }
        moderator.patch(workshop.path(), object("phase", "closed")).expect(200);
        assertEquals(200, moderator.get(workshop.path() + "/export/md").status(), "exports go on in a closed room");
    }

    private static Map<String, Object> plan() {
        return object(
                "title", "Wohngeld digital",
                "goal", "Schneller helfen",
                "minutes", "Anträge in **zwei** Wochen",
                "meta", object("authority", "Stadt", "level", "Kommune"),
                "steps",
                        List.of(
                                object(
                                        "id",
                                        FIRST,
                                        "rank",
                                        "b0",
                                        "title",
                                        "Formular & <Prüfung>",
                                        "details",
                                        "- eins\n- zwei",
                                        "status",
                                        "doing",
                                        "due",
                                        "2026-09-30",
                                        "effort",
                                        2.5,
                                        "obstacle",
                                        "law",
                                        "responsible",
                                        "Stadt, \"Amt 50\""),
                                object(
                                        "id",
                                        SECOND,
                                        "rank",
                                        "a0",
                                        "title",
                                        "Zuerst dies",
                                        "details",
                                        "",
                                        "status",
                                        "idea")));
    }
}
