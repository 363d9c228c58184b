package de.werkraum.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is different between two plans, in words. */
class ComparisonTest {
    private static Map<String, Object> plan(Object... steps) {
        return Map.of("title", "Plan", "goal", "", "steps", List.of(steps));
    }

    private static Map<String, Object> step(String id, String title, Object... more) {
        var step = new HashMap<String, Object>(Map.of("id", id, "title", title));
        for (int i = 0; i < more.length; i += 2) {
            step.put((String) more[i], more[i + 1]);
        }
        return step;
    }

    private static String marked(List<Run> runs) {
        return runs.stream()
                .map(run -> switch (run.kind()) {
                    case SAME -> run.text();
                    case ADDED -> "+" + run.text() + "+";
                    case REMOVED -> "-" + run.text() + "-";
                })
                .collect(Collectors.joining());
    }

    @Test
    void equalPlansDoNotDiffer() {
        Map<String, Object> plan = plan(step("a", "Eins", "imported", Map.of("id", "x")), step("b", "Zwei"));
        assertTrue(Comparison.of(plan, plan(step("a", "Eins"), step("b", "Zwei")), "de")
                .isEmpty());
    }

    @Test
    void wordsAreMarkedAndValuesAreWhole() {
        Comparison comparison = Comparison.of(
                plan(step("a", "Formular prüfen", "due", "2026-01-02", "status", "doing")),
                plan(step("a", "Formular genau prüfen", "due", "2026-03-02", "status", "done")),
                "de");
        List<FieldChange> fields = comparison.steps().get(0).fields();
        assertEquals(
                List.of(
                        "Titel: Formular +genau +prüfen",
                        "Status: -In Arbeit-+Erledigt+",
                        "Fällig: -02.01.2026-+02.03.2026+"),
                fields.stream()
                        .map(field -> field.label() + ": " + marked(field.runs()))
                        .toList());
    }

    @Test
    void oneMovedStepIsOneMove() {
        Comparison comparison = Comparison.of(
                plan(step("a", "A"), step("b", "B"), step("c", "C")),
                plan(step("c", "C"), step("a", "A"), step("b", "B")),
                "de");
        assertEquals(1, comparison.steps().size());
        StepChange moved = comparison.steps().get(0);
        assertEquals("c", moved.id());
        assertEquals(StepChange.Kind.MOVED, moved.kind());
        assertEquals(3, moved.before());
        assertEquals(1, moved.number());
    }

    @Test
    void whatCameAndWentIsTold() {
        Comparison comparison =
                Comparison.of(plan(step("a", "A"), step("b", "B")), plan(step("a", "A"), step("c", "C")), "en");
        assertEquals(
                List.of("c ADDED", "b REMOVED"),
                comparison.steps().stream()
                        .map(step -> step.id() + " " + step.kind())
                        .toList());
    }

    @Test
    void nothingInAPlanBecomesMarkup() {
        Comparison comparison = Comparison.of(plan(), plan(step("a", "<script>alert(1)</script> **x**")), "de");
        Report report = new Report(comparison, "A & B", "gestern", "jetzt", "de");
        assertFalse(report.html().contains("<script"), report.html());
        assertTrue(report.markdown().contains("\\<script\\>"), report.markdown());
        assertTrue(report.markdown().contains("\\*\\*x"), report.markdown());
    }

    /** Whatever two texts are, the runs say both: without what came it is the old one, without what went the new one. */
    @Test
    void runsSayBothTexts() {
        long seed = 20261130;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String before = text(random);
            String after = text(random);
            List<Run> runs = Words.runs(before, after);
            assertEquals(before, without(runs, Run.Kind.ADDED), "seed " + seed);
            assertEquals(after, without(runs, Run.Kind.REMOVED), "seed " + seed);
        }
    }

    private static String text(Random random) {
        String[] words = {"Antrag", " ", "prüfen", "\n", ".", "👍", "é", "–", "2026"};
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> words[random.nextInt(words.length)])
                .collect(Collectors.joining());
    }

    private static String without(List<Run> runs, Run.Kind kind) {
        return runs.stream().filter(run -> run.kind() != kind).map(Run::text).collect(Collectors.joining());
    }
}
