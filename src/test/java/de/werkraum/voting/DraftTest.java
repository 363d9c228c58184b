package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {
    private static List<Option> labels(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Option("o" + i, "Label " + i, null, false))
                .toList();
    }

    private static String problems(String method, String question, List<Option> given) {
        InvalidPollException refused =
                assertThrows(InvalidPollException.class, () -> Draft.options(method, question, given, "de", "spare"));
        return refused.problems().stream()
                .map(problem -> problem.code() + " " + problem.pointer())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "consent,1,100",
        "dots,2,100",
        "approval,1,100",
        "ranking,2,100",
        "score,1,100",
        "resistance,1,100",
        "matrix,1,100",
        "fist,1,1",
        "single,2,100"
    })
    void howManyOptionsAMethodTakes(String method, int least, int most) throws InvalidPollException {
        int added = method.equals("resistance") ? 1 : 0;
        for (int count : new int[] {least, most}) {
            List<Option> complete = Draft.options(method, "Question", labels(count), "de", "spare");
            assertEquals(labels(count), complete.subList(0, count));
            assertEquals(count + added, complete.size());
        }
        assertEquals("tooMany /options", problems(method, "Question", labels(most + 1)));
        if (least == 2) {
            assertEquals("tooFew /options", problems(method, "Question", labels(1)));
        }
        if (!method.equals("consent") && !method.equals("fist")) {
            assertEquals("tooFew /options", problems(method, "Question", List.of()));
        }
    }

    @Test
    @Tag("V-2")
    void howManyIsSaid() {
        InvalidPollException few =
                assertThrows(InvalidPollException.class, () -> Draft.options("single", "Q", labels(1), "de", "spare"));
        assertEquals("single needs at least 2 options", few.getMessage());
        InvalidPollException many =
                assertThrows(InvalidPollException.class, () -> Draft.options("fist", "Q", labels(2), "de", "spare"));
        assertEquals("fist takes at most 1 option", many.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"consent", "fist"})
    @Tag("V-2")
    void theQuestionIsTheOneOptionWhereNoneIsGiven(String method) throws InvalidPollException {
        assertEquals(
                List.of(new Option("spare", "Do we go on?", null, false)),
                Draft.options(method, " Do we go on? ", List.of(), "en", "spare"));
    }

    @ParameterizedTest
    @CsvSource({"de,'Es bleibt, wie es ist'", "en,'Everything stays as it is'", "fr,'Es bleibt, wie es ist'"})
    void resistanceGetsItsPassiveOption(String language, String label) throws InvalidPollException {
        List<Option> complete = Draft.options("resistance", "Q", labels(2), language, "spare");
        assertEquals(new Option("spare", label, null, true), complete.get(2));
        assertEquals(complete, Draft.options("resistance", "Q", complete, "de", "other"), "repeated");
        List<Option> many = new ArrayList<>(labels(100));
        many.add(complete.get(2));
        assertEquals(101, Draft.options("resistance", "Q", many, "de", "other").size());
    }

    @Test
    void thePassiveOptionAloneIsNotEnough() {
        assertEquals("tooFew /options", problems("resistance", "Q", List.of(new Option("p", "P", null, true))));
    }

    @Test
    void onlyResistanceHasOnePassiveOption() {
        Option one = new Option("a", "A", null, true);
        Option other = new Option("b", "B", null, true);
        Option third = new Option("c", "C", null, false);
        assertEquals("unsupported /options/1/passive", problems("resistance", "Q", List.of(one, other, third)));
        assertEquals("unsupported /options/0/passive", problems("approval", "Q", List.of(one, third)));
    }

    @Test
    void textsHaveBounds() throws InvalidPollException {
        String longest = "ü".repeat(299) + "👍";
        Option good = new Option("o1", longest, null, false);
        assertEquals(List.of(good), Draft.options("consent", longest, List.of(good), "de", "spare"));
        assertEquals(
                "tooLong /question, tooLong /options/0/label",
                problems("consent", longest + "!", List.of(new Option("o1", longest + "!", null, false))));
        assertEquals(
                "missing /question, missing /options/0/label",
                problems("consent", " \t", List.of(new Option("o1", " ", null, false))));
        assertEquals("missing /question", problems("consent", "", List.of()));
    }

    @Test
    void aStepMayStandForALabel() throws InvalidPollException {
        Option step = new Option("o1", "", "step", false);
        assertEquals(List.of(step), Draft.options("consent", "Q", List.of(step), "de", "spare"));
        assertEquals("missing /options/0/label", problems("consent", "Q", List.of(new Option("o1", " ", "s", false))));
        assertEquals("missing /options/0/label", problems("consent", "Q", List.of(new Option("o1", "", null, false))));
    }

    @Test
    void nothingIsGivenTwice() throws InvalidPollException {
        Option first = new Option("o1", "Label", null, false);
        assertEquals(
                "duplicate /options/1",
                problems("consent", "Q", List.of(first, new Option("o2", " Label ", null, false))));
        assertEquals(
                "duplicate /options/1",
                problems("consent", "Q", List.of(first, new Option("o1", "Other", null, false))));
        assertEquals(
                "duplicate /options/1",
                problems(
                        "consent",
                        "Q",
                        List.of(new Option("o1", "One", "s", false), new Option("o2", "Other", "s", false))));
        List<Option> namesakes =
                List.of(new Option("o1", "Label", "s1", false), new Option("o2", "Label", "s2", false));
        assertEquals(namesakes, Draft.options("consent", "Q", namesakes, "de", "spare"), "steps may be namesakes");
    }

    @Test
    void theMethodMustBeKnown() {
        assertEquals("unknownMethod /method", problems("lottery", "Q", labels(2)));
    }

    @Test
    void anOptionsTreeLeavesOutWhatItHasNot() {
        assertEquals("{\"id\":\"a\",\"label\":\"A\"}", Json.text(new Option("a", "A", null, false).toTree()));
        assertEquals(
                "{\"id\":\"a\",\"label\":\"A\",\"step\":\"s\",\"passive\":true}",
                Json.text(new Option("a", "A", "s", true).toTree()));
    }
}
