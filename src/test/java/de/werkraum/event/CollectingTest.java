package de.werkraum.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Doc;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.PlanWriter;
import de.werkraum.plan.Plans;
import de.werkraum.plan.Source;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import de.werkraum.problem.Problem;
import de.werkraum.rich.RichField;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is chosen, brought, taken anew and merged, on values. */
class CollectingTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00.5Z");
    private static final UUID ROOM = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private final AtomicInteger number = new AtomicInteger();

    private String next() {
        return "p" + number.incrementAndGet();
    }

    private static Step step(String id, String title, Status status, @Nullable String responsible) {
        return Plans.step(
                "id",
                id,
                "rank",
                "V" + id,
                "title",
                title,
                "details",
                "Wie: " + title,
                "result",
                "Ziel " + id,
                "responsible",
                responsible,
                "status",
                status.code(),
                "effort",
                10,
                "createdAt",
                NOW.toString(),
                "tags",
                "x");
    }

    private static Plan plan(Step... steps) {
        return new Plan("", "", RichField.EMPTY, Map.of(), List.of(steps));
    }

    private static Workshop workshop(Plan plan) {
        return new Workshop(ROOM, "Werkstatt", plan, new JsonArray());
    }

    private static List<Chosen> agreed(Workshop... workshops) {
        return new Choice(new Taking.Agreed(), "de").of(List.of(workshops));
    }

    private Plan bring(Plan plenary, List<Step> takenOut, Workshop workshop) {
        return new Collecting(plenary, takenOut)
                .bring(agreed(workshop), NOW, this::next)
                .plan();
    }

    @Test
    @DisplayName("Q-2")
    void whatIsKnownInAnyWayIsNotBroughtAgain() {
        Workshop workshop = workshop(plan(step("a", "A", Status.AGREED, null), step("b", "B", Status.DONE, null)));
        Plan once = bring(plan(step("0", "Eigenes", Status.IDEA, null)), List.of(), workshop);
        assertEquals(
                List.of("0", "p1", "p2"), once.steps().stream().map(Step::id).toList());
        assertEquals(once, bring(once, List.of(), workshop));
        Plan rest = plan(once.steps().get(0), once.steps().get(1));
        assertEquals(rest, bring(rest, List.of(once.steps().get(2)), workshop));
        assertTrue(once.steps().get(1).unknown().containsKey("origins"));
        assertEquals(Set.of("origins"), once.steps().get(1).unknown().keySet(), "tags stay in their room");
    }

    @Test
    @DisplayName("Q-4")
    void aChangeIsTakenWhereThePlenaryHasNotWritten() {
        Plan once = bring(plan(), List.of(), workshop(plan(step("a", "A", Status.AGREED, "Land"))));
        Step mine = once.steps().get(0);
        Step own = Plans.edited(mine, "title", "Eigener Titel", "status", "proposed");
        Workshop later = workshop(plan(step("a", "A2", Status.AGREED, "Bund")));
        List<Collected> all = Collected.of(List.of(own), List.of(later), Set.of());
        assertTrue(all.get(0).changed());
        Step renewed =
                Collecting.taken(plan(own), all, NOW.plusSeconds(60)).steps().get(0);
        assertEquals("Eigener Titel", renewed.title());
        assertEquals("Bund", renewed.responsible());
        assertEquals("Wie: A2", renewed.details().markdown());
        Source source = renewed.sources().get(0);
        assertEquals("A2", source.words().title());
        assertEquals(Instant.parse("2026-11-30T10:01:00Z"), source.at());
        assertEquals(List.of(), Collected.of(List.of(own), List.of(later), Set.of(ROOM.toString())), "unread");
    }

    @Test
    @DisplayName("Q-7")
    void oneStepOfSeveralHasTheWordsOfAllOnce() {
        Workshop workshop = workshop(plan(
                step("a", "Akten scannen", Status.AGREED, "Amt 1"),
                step("b", "Scannen von Akten", Status.AGREED, "Amt 2"),
                step("c", "Anderes", Status.AGREED, null)));
        Plan once = bring(plan(), List.of(), workshop);
        Merging.Wish wish = new Merging.Wish("p1", List.of("p2"), null, null);
        Plan merged = Merging.of(once, wish);
        assertEquals(2, merged.steps().size());
        Step step = merged.steps().get(0);
        assertEquals("Akten scannen", step.title());
        assertEquals("Amt 1", step.responsible());
        assertEquals("Amt 2", step.contributors());
        assertEquals("Ziel a; Ziel b", step.result());
        assertEquals(
                "Wie: Akten scannen\n\nScannen von Akten\n\nWie: Scannen von Akten",
                step.details().markdown());
        assertEquals(
                List.of("a", "b"), step.sources().stream().map(Source::step).toList());
        assertThrows(Problem.class, () -> Merging.of(merged, wish));
    }

    private static JsonObject option(String step) {
        return new JsonObject().put("id", "o" + step).put("label", step).put("step", step);
    }

    private static JsonObject consent(int yes, String decision) {
        return new JsonObject()
                .put("yes", yes)
                .put("decision", decision)
                .put("sentence", new JsonObject().put("de", "Mit " + yes + " Stimmen."));
    }

    @Test
    @DisplayName("Q-3")
    void ofWhatWasPutToTheVoteOneByOneTheAcceptedCount() {
        JsonObject poll = new JsonObject()
                .put("id", ROOM.toString())
                .put("state", "closed")
                .put("closedAt", "2026-11-30T09:00:00Z")
                .put("method", "consent")
                .put(
                        "options",
                        new JsonArray().add(option("a")).add(option("b")).add(option("c")))
                .put(
                        "tally",
                        new JsonObject()
                                .put("valid", true)
                                .put(
                                        "options",
                                        new JsonObject()
                                                .put("oa", consent(5, "accepted"))
                                                .put("ob", consent(9, "rejected"))
                                                .put("oc", consent(7, "accepted"))));
        Plan plan = plan(
                step("a", "A", Status.IDEA, null),
                step("b", "B", Status.IDEA, null),
                step("c", "C", Status.IDEA, null));
        Workshop workshop = new Workshop(ROOM, "Werkstatt", plan, new JsonArray().add(poll));
        List<Chosen> best = new Choice(new Taking.Best(ROOM, 3), "de").of(List.of(workshop));
        assertEquals(
                List.of("c", "a"), best.stream().map(one -> one.step().id()).toList());
        assertEquals("Mit 7 Stimmen.", best.get(0).decision());
        assertEquals(
                List.of("c"),
                new Choice(new Taking.Best(null, 1), "de")
                        .of(List.of(workshop)).stream()
                                .map(one -> one.step().id())
                                .toList());
    }

    @Test
    @DisplayName("Q-2 Q-7")
    void aDocumentKnowsAnActThatNoLogHasNoted() {
        Workshop workshop = workshop(plan(step("a", "A", Status.AGREED, null), step("b", "B", Status.AGREED, null)));
        Doc doc = new Doc();
        PlanWriter.put(doc, bring(plan(), List.of(), workshop));
        Function<Doc, JsonObject> merging = there -> {
            PlanWriter.put(
                    there, Merging.of(PlanReader.read(there), new Merging.Wish("p1", List.of("p2"), null, null)));
            PlanWriter.takeOut(there, List.of("p2"), NOW);
            return new JsonObject().put("step", "p1");
        };
        JsonObject first = Plenary.once(doc, ROOM, "mark", merging);
        Plan merged = PlanReader.read(doc);
        assertEquals(first, Plenary.once(doc, ROOM, "mark", merging));
        assertEquals(merged, PlanReader.read(doc));
        assertEquals(1, merged.steps().size());
        UUID another = new UUID(1, 2);
        assertThrows(Problem.class, () -> Plenary.once(doc, another, "mark", merging));
    }
}
