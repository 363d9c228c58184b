package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YType;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.PlanClient;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code …/audit}: moderation and acts on polls, never casting. */
class AuditTest extends ServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static JsonNode audit(Api who, Workshop workshop) {
        return who.get(workshop.path() + "/audit").expect(200);
    }

    /** The acts, the oldest first. */
    private static List<String> acts(JsonNode audit) {
        List<String> acts = new ArrayList<>();
        audit.forEach(entry -> acts.add(0, entry.get("act").asText()));
        return acts;
    }

    private static JsonNode first(JsonNode audit, String act) {
        for (JsonNode entry : audit) {
            if (entry.get("act").asText().equals(act)) {
                return entry;
            }
        }
        throw new AssertionError("no " + act + " in " + audit);
    }

    @Test
    void moderationIsNotedWithWhoAndWhen() {
        Workshop workshop = workshop();
        Workshop.Person moderator = workshop.moderator("Metha");
        Workshop.Person guest = workshop.participant("Gustav");
        Api api = moderator.api();
        String path = workshop.path();
        api.patch(path, object("phase", "elaborate", "locked", true)).expect(200);
        api.patch(path, object("phase", "elaborate")).expect(200);
        api.patch(path, object("locked", false, "timer", object("seconds", 90))).expect(200);
        api.patch(path, object("gather", true)).expect(200);
        api.patch(path, object("admission", "personal", "title", "Neu")).expect(200);
        api.post(path + "/codes", object("role", "viewer")).expect(201);
        api.post(path + "/codes", object("role", "participant", "count", 3)).expect(201);
        String member = path + "/members/" + guest.id();
        api.patch(member, object("name", "Gustav G.")).expect(200);
        api.patch(member, object("role", "moderator")).expect(200);
        guest.api().patch(member, object("name", "Gust")).expect(200);
        api.put(path + "/plan", object("goal", "Ein Ziel")).expect(200);
        assertEquals(200, api.get(path + "/export/csv").status());
        api.delete(member).expect(204);

        JsonNode audit = audit(api, workshop);
        assertEquals(
                Set.of(
                        "phase",
                        "locked",
                        "unlocked",
                        "timer",
                        "gathered",
                        "admission",
                        "titled",
                        "codeRenewed",
                        "singleCodes",
                        "memberRenamed",
                        "memberRole",
                        "planPut",
                        "exported",
                        "memberRemoved"),
                new HashSet<>(acts(audit)));
        assertEquals(1, acts(audit).stream().filter("phase"::equals).count(), "what changes nothing is not noted");
        assertEquals(1, acts(audit).stream().filter("memberRenamed"::equals).count(), "one's own new name neither");
        JsonNode phase = first(audit, "phase");
        assertEquals(moderator.id(), phase.at("/by/id").asText());
        assertEquals("Metha", phase.at("/by/name").asText());
        assertEquals("moderator", phase.at("/by/role").asText());
        assertEquals("elaborate", phase.get("phase").asText());
        assertTrue(
                Instant.parse(phase.get("at").asText()).isBefore(Instant.now().plusSeconds(1)));
        assertEquals(guest.id(), first(audit, "memberRole").at("/member/id").asText());
        assertEquals(90, first(audit, "timer").get("seconds").asInt());
        assertEquals("csv", first(audit, "exported").get("format").asText());
        assertFalse(audit.toString().contains(workshop.code("viewer")), "no code");
    }

    @Test
    @Tag("E-7")
    void stepsThatGoAndComeBackAreNotedWithWhoDidSo() {
        Workshop workshop = workshop();
        Workshop.Person moderator = workshop.moderator("Metha");
        Workshop.Person guest = workshop.participant("Gustav");
        Object steps = List.of(object("id", "a", "title", "Amt"), object("id", "b", "title", "Brief"));
        moderator.api().put(workshop.path() + "/plan", object("steps", steps)).expect(200);
        try (PlanClient client = PlanClient.open(guest.api(), workshop.path())) {
            client.edit(doc -> step(doc, "a").set("removed", "2026-11-30T10:00:00Z"));
            client.edit(doc -> step(doc, "b").set("status", "dropped"));
            Conditions.await("both are noted", LIMIT, () -> acts(audit(moderator.api(), workshop))
                    .containsAll(Set.of("stepDeleted", "stepDropped")));
            client.edit(doc -> step(doc, "a").remove("removed"));
            Conditions.await("the way back is noted", LIMIT, () -> acts(audit(moderator.api(), workshop))
                    .contains("stepBack"));
        }
        JsonNode audit = audit(moderator.api(), workshop);
        JsonNode deleted = first(audit, "stepDeleted");
        assertEquals("Gustav", deleted.at("/by/name").asText());
        assertEquals("a", deleted.get("step").asText());
        assertEquals("Amt", deleted.get("title").asText());
        assertEquals("b", first(audit, "stepDropped").get("step").asText());
        moderator
                .api()
                .put(workshop.path() + "/plan", object("steps", List.of()))
                .expect(200);
        assertEquals(
                1,
                acts(audit(moderator.api(), workshop)).stream()
                        .filter("stepDeleted"::equals)
                        .count());
    }

    private static YMap step(Doc doc, String id) {
        return View.map((YType) Objects.requireNonNull(doc.getMap("steps").get(id)));
    }

    @Test
    void pollsAreNotedButNeverCasting() {
        Workshop workshop = workshop();
        Workshop.Person moderator = workshop.moderator("Metha");
        Workshop.Person voter = workshop.participant("Volker");
        Api api = moderator.api();
        String polls = workshop.path() + "/polls";
        String poll = polls + "/"
                + api.post(polls, object("question", "Wie?", "method", "consent"))
                        .expect(201)
                        .get("id")
                        .asText();
        api.patch(poll, object("question", "Wie denn?")).expect(200);
        JsonNode opened = api.post(poll + "/open", object()).expect(200);
        String option = opened.at("/options/0/id").asText();
        voter.api()
                .put(poll + "/ballot", object("choices", object(option, "yes")))
                .expect(200);
        workshop.participant("Spät");
        api.post(poll + "/admit", object()).expect(200);
        api.post(poll + "/close", object()).expect(200);
        api.post(poll + "/reveal", object()).expect(200);
        String again =
                api.post(poll + "/repeat", object()).expect(201).get("id").asText();
        api.delete(polls + "/" + again).expect(204);
        api.post(poll + "/cancel", object("reason", "Anders gemeint")).expect(200);

        JsonNode audit = audit(api, workshop);
        assertEquals(
                List.of(
                        "pollCreated",
                        "pollChanged",
                        "pollOpened",
                        "pollAdmitted",
                        "pollClosed",
                        "pollRevealed",
                        "pollRepeated",
                        "pollDeleted",
                        "pollCancelled"),
                acts(audit));
        assertEquals("Wie denn?", first(audit, "pollOpened").get("question").asText());
        assertEquals(
                "Anders gemeint", first(audit, "pollCancelled").get("reason").asText());
        assertEquals(1, first(audit, "pollAdmitted").get("count").asInt());
        String text = audit.toString();
        assertFalse(text.contains(voter.id()) || text.contains("Volker"), "no voter");
        assertFalse(text.contains("yes") || text.contains("cast") || text.contains("tally"), "nothing of the count");
    }

    @Test
    void aPollThatClosesAtItsHourIsClosedByNobody() {
        Workshop workshop = workshop();
        Api api = workshop.moderator("Metha").api();
        workshop.participant("Volker");
        Poll poll = Poll.open(workshop, api, Poll.consent(object("grace", 0)));
        int seconds = 2;
        while (api.patch(
                                poll.path(),
                                object(
                                        "closesAt",
                                        Instant.now().plusSeconds(seconds).toString()))
                        .status()
                == 422) {
            // A machine that needs longer than that for a request gets more time.
            seconds *= 4;
        }
        Conditions.await(
                "the poll has closed",
                Duration.ofSeconds(30),
                () -> poll.seenBy(api).get("state").asText().equals("closed"));
        assertTrue(first(audit(api, workshop), "pollClosed").get("by").isNull());
    }

    @Test
    void theLogComesInPages() {
        Workshop workshop = workshop();
        Api api = workshop.moderator("Metha").api();
        int entries = 7;
        for (int i = 0; i < entries; i++) {
            api.patch(workshop.path(), object("title", "Titel " + i)).expect(200);
        }
        List<String> titles = new ArrayList<>();
        String before = "";
        JsonNode page = api.get(workshop.path() + "/audit?limit=3").expect(200);
        while (!page.isEmpty()) {
            page.forEach(entry -> titles.add(entry.get("title").asText()));
            before = page.get(page.size() - 1).get("id").asText();
            page = api.get(workshop.path() + "/audit?limit=3&before=" + before).expect(200);
        }
        assertEquals(List.of("Titel 6", "Titel 5", "Titel 4", "Titel 3", "Titel 2", "Titel 1", "Titel 0"), titles);
        assertEquals("badRequest", api.get(workshop.path() + "/audit?limit=0").problem(400));
        assertEquals("badRequest", api.get(workshop.path() + "/audit?before=x").problem(400));
    }

    @Test
    void onlyModeratorsReadIt() {
        Workshop workshop = workshop();
        assertEquals(
                "notModerator",
                workshop.participant("Gustav")
                        .api()
                        .get(workshop.path() + "/audit")
                        .problem(403));
        nobody().get(workshop.path() + "/audit").problem(401);
        JsonNode seen = audit(workshop.organiser(), workshop);
        assertTrue(seen.isEmpty(), "nothing has happened yet");
        workshop.organiser().patch(workshop.path(), object("locked", true)).expect(200);
        assertEquals(
                "organiser",
                first(audit(workshop.organiser(), workshop), "locked")
                        .at("/by/role")
                        .asText());
    }
}
