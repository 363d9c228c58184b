package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a tie leaves open. */
class RunoffTest {
    private static Tally count(String method, String settings, List<Option> options, String ballots) {
        Settings parsed = Polls.settings(method, settings, options);
        List<Cast> casts = Polls.cast(parsed, options, Rows.ballots(method, ballots));
        return Counting.close(parsed, options, Polls.people(20), casts);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/voting/runoff.csv", numLinesToSkip = 1, delimiter = '|')
    void table(String method, String shows, String settings, String names, String ballots, String runoff) {
        Runoff found = count(method, settings, Polls.options(names), ballots).runoff();
        assertEquals(runoff, found == null ? "-" : String.join(",", found.options()) + " for " + found.places(), shows);
    }

    @Test
    void theTallyTellsIt() {
        Map<String, Object> tied =
                count("single", "{}", Polls.options("A B C"), "A B").toTree();
        assertEquals(Map.of("options", List.of("A", "B"), "places", 1), tied.get("runoff"));
        assertFalse(
                count("single", "{}", Polls.options("A B C"), "A A B").toTree().containsKey("runoff"));
    }
}
