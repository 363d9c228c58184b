package de.werkraum.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.werkraum.rich.Markdown;
import de.werkraum.rich.RichField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTreeTest {
    private static final Comment COMMENT = new Comment(
            "c1", "m1", "Ayşe Yıldız", "Wer fragt an?", Instant.parse("2026-11-23T10:00:00Z"), true, Map.of());
    private static final Step FULL = new Step(
            "s1",
            "V",
            "Rechtsweg klären",
            RichField.of(Markdown.parse("**Offen**\n\n- Umlage")),
            "Mittel frei",
            "Kämmerei",
            "Fachamt",
            LocalDate.parse("2026-12-01"),
            LocalDate.parse("2027-01-29"),
            LocalDate.parse("2027-02-01"),
            Status.DOING,
            new BigDecimal("0.5"),
            Obstacle.MONEY,
            Instant.parse("2026-11-23T09:00:00Z"),
            List.of(COMMENT),
            Map.of("colour", List.of("red", 1L)));
    private static final Step BARE = bare("s2", "W");
    private static final Plan PLAN = new Plan(
            "Titel",
            "Ziel",
            RichField.of(Markdown.parse("Protokoll")),
            Map.of("authority", "Kronau", "maturityNow", 2L, "x", true),
            List.of(BARE, FULL));

    static Step bare(String id, String rank) {
        return new Step(
                id,
                rank,
                "",
                RichField.EMPTY,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Map.of());
    }

    @Test
    void whatIsGivenIsAcceptedAndTheSame() {
        assertEquals(PLAN, accepted(throughJson(PlanTree.of(PLAN)), PLAN));
        assertEquals(PLAN, accepted(throughJson(PlanTree.of(PLAN)), Plan.EMPTY));
    }

    @Test
    void absentValuesHaveNoKey() {
        assertEquals(
                Map.of("id", "s2", "rank", "W", "title", "", "details", "", "comments", List.of()),
                steps(PLAN).get(1));
        assertEquals("2027-01-29", steps(PLAN).get(0).get("due"));
        assertEquals(new BigDecimal("0.5"), steps(PLAN).get(0).get("effort"));
        assertEquals("doing", steps(PLAN).get(0).get("status"));
        assertEquals(List.of("red", 1L), steps(PLAN).get(0).get("colour"));
    }

    @Test
    void stepsThatAreNotMentionedAreDropped() {
        Plan plan = accepted(Map.of("steps", List.of(Map.of("id", "s2"))), PLAN);
        assertEquals(List.of("s1", "s2"), plan.steps().stream().map(Step::id).toList());
        assertEquals(FULL.with(Status.DROPPED), plan.steps().get(0));
    }

    @Test
    void textsThatAreNotMentionedStayAndNullTakesThemAway() {
        assertEquals(PLAN, accepted(Map.of(), PLAN));
        Plan plan =
                accepted(json("{'title':null,'meta':{'authority':null},'steps':[{'id':'s1','result':null}]}"), PLAN);
        Step step = plan.steps().get(0);
        assertEquals("", plan.title());
        assertEquals("Ziel", plan.goal());
        assertEquals(Map.of("maturityNow", 2L, "x", true), plan.meta());
        assertNull(step.result());
        assertEquals("Kämmerei", step.responsible());
        assertEquals(FULL.details(), step.details());
        assertEquals(List.of(COMMENT), step.comments());
        assertNull(step.due(), "a date has no key when absent");
    }

    @Test
    void commentsThatAreNotMentionedStay() {
        Plan plan = accepted(json("{'steps':[{'id':'s1','comments':[{'text':'Neu'}]}]}"), PLAN);
        List<Comment> comments = plan.steps().get(0).comments();
        assertEquals(
                List.of("Wer fragt an?", "Neu"),
                comments.stream().map(Comment::text).toList());
        assertEquals("new1", comments.get(1).id());
    }

    @Test
    void commentsThatAreNotMentionedKeepTheirPlace() {
        Plan three = accepted(
                json(
                        "{'steps':[{'id':'x','comments':[{'id':'1','text':'a'},{'id':'2','text':'b'},{'id':'3','text':'c'}]}]}"),
                PLAN);
        Plan plan = accepted(
                json(
                        "{'steps':[{'id':'x','comments':[{'id':'1','text':'A'},{'id':'3','text':'C'},{'id':'4','text':'d'}]}]}"),
                three);
        assertEquals(
                List.of("A", "b", "C", "d"),
                step(plan, "x").comments().stream().map(Comment::text).toList());
    }

    private static Step step(Plan plan, String id) {
        return plan.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStepSaysWhereItWasTakenFrom() {
        Plan plan = accepted(
                json("{'steps':[{'id':'x','origin':{'room':'r','step':'s','at':'2026-11-30T08:00:00Z'}}]}"), PLAN);
        assertEquals(
                new Origin(null, "r", "s", Instant.parse("2026-11-30T08:00:00Z")),
                step(plan, "x").origin());
        assertEquals(
                List.of("/steps/0/origin"),
                refused(json("{'steps':[{'id':'x','origin':{'room':'r'}}]}")).stream()
                        .map(Flaw::pointer)
                        .toList());
    }

    @Test
    void newStepsStandWhereTheyAreInTheList() {
        Plan plan = accepted(
                json(
                        "{'steps':[{'title':'a'},{'id':'s1','rank':'V'},{'title':'b'},{'title':'c'},{'id':'s2','rank':'W'}]}"),
                PLAN);
        assertEquals(
                List.of("new1", "s1", "new2", "new3", "s2"),
                plan.steps().stream().map(Step::id).toList());
    }

    @Test
    void everyFlawIsNamedWithItsPlace() {
        var flaws = refused(json("{'title':1,'goal':[],'meta':{'serviceKey':'1','a/b':1,'maturityNow':5},'steps':["
                + "1,{'id':'a','due':'2026-02-30','status':'open','effort':-1,'obstacle':7,'comments':[{'at':'now','done':1},2]},"
                + "{'id':'a','title':[]},{'id':5,'comments':{}}]}"));
        assertEquals(
                List.of(
                        "/title",
                        "/goal",
                        "/meta/serviceKey",
                        "/meta/maturityNow",
                        "/steps/0",
                        "/steps/1/due",
                        "/steps/1/status",
                        "/steps/1/effort",
                        "/steps/1/obstacle",
                        "/steps/1/comments/0/at",
                        "/steps/1/comments/0/done",
                        "/steps/1/comments/1",
                        "/steps/2/id",
                        "/steps/2/title",
                        "/steps/3/id",
                        "/steps/3/comments"),
                flaws.stream().map(Flaw::pointer).toList());
    }

    @Test
    void otherBodiesAreRefused() {
        for (Object body : new Object[] {List.of(), "x", 1}) {
            assertEquals(List.of(new Flaw("", "must be an object")), refused(body));
        }
        assertEquals(
                List.of("/meta", "/steps"),
                refused(json("{'meta':[],'steps':{}}")).stream()
                        .map(Flaw::pointer)
                        .toList());
    }

    @Test
    void tooDeepValuesAreCut() {
        Object deep = 1;
        for (int i = 0; i < 10_000; i++) {
            deep = List.of(deep);
        }
        Plan plan = accepted(Map.of("meta", Map.of("deep", deep)), PLAN);
        assertTrue(plan.meta().containsKey("deep"));
        assertTrue(plan.toString().length() < 2000);
    }

    private static Plan accepted(Object body, Plan current) {
        int[] n = {0};
        var parsed = PlanTree.parse(body, current, () -> "new" + ++n[0]);
        return assertInstanceOf(PlanTree.Accepted.class, parsed, parsed.toString())
                .plan();
    }

    private static List<Flaw> refused(Object body) {
        return assertInstanceOf(PlanTree.Refused.class, PlanTree.parse(body, PLAN, () -> "new"))
                .flaws();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> steps(Plan plan) {
        return (List<Map<String, Object>>) PlanTree.of(plan).getOrDefault("steps", List.of());
    }

    private static Object throughJson(Map<String, Object> tree) {
        try {
            return TemplatesTest.json(new ObjectMapper().writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object json(String text) {
        return TemplatesTest.json(text.replace('\'', '"'));
    }
}
