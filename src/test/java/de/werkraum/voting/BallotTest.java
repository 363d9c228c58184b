package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is accepted as a ballot and in which canonical form, and what is refused and why. */
class BallotTest {
    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvFileSource(resources = "/voting/accepted.csv", numLinesToSkip = 1, delimiter = '|')
    void accepted(String method, String settings, String names, String choices, String canonical) {
        List<Option> options = Polls.options(names);
        Method read = Polls.settings(method, settings, options).method();
        Ballot ballot = Polls.ballot(read, options, Json.value(choices));
        assertEquals(canonical.replace('\'', '"'), Json.text(ballot.toTree()));
        assertEquals(ballot, Polls.ballot(read, options, ballot.toTree()), "read again");
        assertEquals(
                ballot, Polls.ballot(read, options, Json.value(Json.text(ballot.toTree()))), "stored and read again");
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvFileSource(resources = "/voting/refused.csv", numLinesToSkip = 1, delimiter = '|')
    void refused(String method, String settings, String names, String choices, String code, String pointer) {
        List<Option> options = Polls.options(names);
        Method read = Polls.settings(method, settings, options).method();
        Refusal refusal = Polls.refused(read, options, Json.value(choices));
        assertEquals(code + " " + pointer, refusal.code() + " " + refusal.pointer());
    }

    @Test
    void numbersComeInAllSizes() {
        List<Option> options = Polls.options("A B");
        Method dots = Polls.settings("dots", "'budget':2", options).method();
        Ballot two = Polls.ballot(dots, options, Map.of("A", 2));
        for (Object same : List.of(2L, (short) 2, (byte) 2, BigInteger.TWO)) {
            assertEquals(two, Polls.ballot(dots, options, Map.of("A", same)));
        }
        for (Object bad : List.of(2.0, 2.0f, Double.NaN, Double.POSITIVE_INFINITY, BigInteger.ONE.shiftLeft(63))) {
            assertEquals(
                    "invalidChoices",
                    Polls.refused(dots, options, Map.of("A", bad)).code());
        }
        assertEquals(
                "overBudget",
                Polls.refused(
                                dots,
                                options,
                                Map.of("A", BigInteger.ONE.shiftLeft(63).subtract(BigInteger.ONE)))
                        .code());
    }

    @Test
    void daysAreComparedByValue() {
        List<Option> options = Polls.options("A");
        Method days = Polls.settings("score", "'scale':'days'", options).method();
        Ballot half = Polls.ballot(days, options, Map.of("A", 0.5));
        assertEquals(half, Polls.ballot(days, options, Map.of("A", 0.5f)));
        assertEquals(Polls.ballot(days, options, Map.of("A", 40)), Polls.ballot(days, options, Map.of("A", 40.0)));
        for (Object bad : List.of(Double.NaN, 1e300, 0.50000000001, -0.5, 4, "0.5", BigInteger.TEN.pow(400))) {
            assertEquals(
                    "invalidChoices",
                    Polls.refused(days, options, Map.of("A", bad)).code());
        }
    }

    @Test
    void keysThatAreNoStringsAreRefused() {
        List<Option> options = Polls.options("A");
        Map<Object, Object> odd = new HashMap<>();
        odd.put(null, "yes");
        Method consent = Polls.settings("consent", "{}", options).method();
        assertEquals("invalidChoices", Polls.refused(consent, options, odd).code());
        assertEquals(
                "invalidChoices",
                Polls.refused(consent, options, Map.of(1, "yes")).code());
    }

    @Test
    void aListMayHoldNull() {
        List<Option> options = Polls.options("A B");
        Method ranking = Polls.settings("ranking", "{}", options).method();
        Refusal refusal = Polls.refused(ranking, options, Arrays.asList("A", null));
        assertEquals(new Refusal("invalidChoices", "/choices/1", "an option id must be a string"), refusal);
    }

    @Test
    void pointersAreEscaped() {
        List<Option> options = Polls.options("A");
        Method consent = Polls.settings("consent", "{}", options).method();
        Refusal refusal = Polls.refused(consent, options, Map.of("a/b~c", "yes"));
        assertEquals("/choices/a~1b~0c", refusal.pointer());
        assertEquals(
                "{\"pointer\":\"/choices/a~1b~0c\",\"detail\":\"the poll has no such option\",\"code\":\"unknownOption\"}",
                Json.text(refusal.toTree()));
        assertEquals("{\"detail\":\"d\",\"code\":\"c\"}", Json.text(new Refusal("c", null, "d").toTree()));
    }

    @Test
    void aBallotsTreeCannotBeChanged() {
        List<Option> options = Polls.options("A B");
        Object tree = Polls.ballot(
                        Polls.settings("matrix", "{}", options).method(),
                        options,
                        Json.object("'A':{'impact':1,'effort':2}"))
                .toTree();
        Map<?, ?> map = (Map<?, ?>) tree;
        assertThrows(UnsupportedOperationException.class, map::clear);
    }
}
