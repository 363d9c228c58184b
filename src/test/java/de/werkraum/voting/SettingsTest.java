package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SettingsTest {
    private static final String COMMON =
            "'secret':true,'reveal':'closed','minBallots':3,'receipts':true,'moderatorsVote':false,"
                    + "'presentOnly':false,'quorum':null,'top':null,'byAuthority':false,'grace':3";

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/voting/settings-good.csv", numLinesToSkip = 1, delimiter = '|')
    void accepted(String method, String names, String given, @Nullable String whole) {
        List<Option> options = Polls.options(names);
        Map<String, Object> expected = new LinkedHashMap<>(Json.object(COMMON));
        expected.putAll(Json.object(whole == null ? "" : whole));
        Settings settings = Polls.settings(method, given, options);
        assertEquals(Json.text(expected), Json.text(settings.toTree()));
        assertEquals(settings, Polls.settings(method, Json.text(settings.toTree()), options), "read again");
        assertEquals(method, settings.method().name());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/voting/settings-bad.csv", numLinesToSkip = 1, delimiter = '|')
    void refused(String method, String names, String given, String problems) {
        InvalidPollException refused = assertThrows(
                InvalidPollException.class, () -> Settings.parse(method, Json.object(given), Polls.options(names)));
        assertEquals(
                problems,
                refused.problems().stream()
                        .map(problem -> problem.code() + " " + problem.pointer())
                        .collect(Collectors.joining(", ")));
        assertEquals(refused.problems().get(0).detail(), refused.getMessage());
    }

    @Test
    void theUsualBudgetIsAQuarterButAtMostTen() {
        List<Option> many = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            many.add(new Option("o" + i, "Option " + i, null, false));
            int quarter = (i + 3) / 4;
            assertEquals(
                    new Dots(Math.min(10, quarter), 2),
                    Polls.settings("dots", "{}", List.copyOf(many)).method());
        }
    }

    @Test
    void aBudgetMayBeRaisedNeverLowered() throws InvalidPollException {
        List<Option> options = Polls.options("A B");
        Settings settings = Polls.settings("dots", "'budget':3,'maxPerOption':1,'top':1,'secret':false", options);
        Settings raised = settings.raiseBudget(5);
        assertEquals(Polls.settings("dots", "'budget':5,'maxPerOption':1,'top':1,'secret':false", options), raised);
        assertEquals(settings, settings.raiseBudget(3));
        assertEquals(100, raised.raiseBudget(100).toTree().get("budget"));
        for (int bad : new int[] {2, 0, -1, 101, Integer.MAX_VALUE}) {
            InvalidPollException refused = assertThrows(InvalidPollException.class, () -> settings.raiseBudget(bad));
            assertEquals(
                    new Refusal("outOfRange", "/budget", "budget may only be raised, from 3 to at most 100"),
                    refused.problems().get(0));
        }
        InvalidPollException refused =
                assertThrows(InvalidPollException.class, () -> Polls.settings("fist", "{}", options)
                        .raiseBudget(5));
        assertEquals(
                new Refusal("unsupported", "/budget", "only a dots poll has a budget"),
                refused.problems().get(0));
    }

    @Test
    void theQuorumOfThosePresentIsJudgedAtTheOpening() {
        List<Option> options = Polls.options("A");
        Settings half = Polls.settings("fist", "'quorum':{'of':'present','share':'1/2'}", options);
        assertFalse(half.quorumMet(Polls.people(10, 4)));
        assertTrue(half.quorumMet(Polls.people(10, 5)));
        assertTrue(half.quorumMet(Polls.people(10, 5).admit(Set.of("new", "newer"), Map.of())), "admitted later");
        assertTrue(half.quorumMet(Polls.people(10, 5).without("m1")), "left later");
        assertFalse(half.quorumMet(Polls.people(10, 4).without("m10").without("m9")), "left later");
        assertTrue(Polls.settings("fist", "'quorum':{'of':'cast','share':'1/1'}", options)
                .quorumMet(Polls.people(10)));
        assertTrue(Polls.settings("fist", "{}", options).quorumMet(Polls.people(10)));
    }

    @Test
    void settingsDifferWhereTheirMethodDoes() {
        List<Option> options = Polls.options("A B");
        assertNotEquals(
                Polls.settings("consent", "{}", options), Polls.settings("consent", "'majority':'2/3'", options));
        assertNotEquals(Polls.settings("score", "{}", options), Polls.settings("score", "'scale':'days'", options));
    }

    @Test
    void methodsStandInTheContractsOrder() {
        assertEquals(
                "consent dots approval ranking score resistance matrix fist single", String.join(" ", Method.names()));
    }

    @Test
    void detailsNameTheSettingAndItsBounds() {
        InvalidPollException refused = assertThrows(
                InvalidPollException.class,
                () -> Settings.parse("dots", Json.object("'budget':0"), Polls.options("A B")));
        assertEquals("budget must be from 1 to 100", refused.getMessage());
        assertEquals(0, refused.getStackTrace().length);
    }
}
