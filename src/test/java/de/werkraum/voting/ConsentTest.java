package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ConsentTest {
    private static final List<Option> ONE = Polls.options("A");

    /** Every row: settings, who may vote and is there, the answers, and what must come out. */
    @ParameterizedTest
    @CsvFileSource(resources = "/voting/consent.csv", numLinesToSkip = 1, nullValues = "null", delimiter = ';')
    void table(
            String settings,
            int eligible,
            int present,
            int yes,
            int no,
            int abstain,
            long base,
            Long needed,
            Long missing,
            String decision,
            String valid) {
        Settings parsed = Polls.settings("consent", settings, ONE);
        List<Object> choices = new ArrayList<>();
        choices.addAll(Collections.nCopies(yes, Map.of("A", "yes")));
        choices.addAll(Collections.nCopies(no, Map.of("A", "no")));
        choices.addAll(Collections.nCopies(abstain, Map.of("A", "abstain")));
        Tally tally = Counting.count(parsed, ONE, Polls.people(eligible, present), Polls.cast(parsed, ONE, choices));
        OptionTally option = Polls.of(tally, "A");
        assertEquals(base, option.figures().get("base"), "base");
        assertEquals(needed, option.figures().get("needed"), "needed");
        assertEquals(missing, option.figures().get("missing"), "missing");
        assertEquals(decision, option.figures().get("decision"), "decision");
        assertEquals(
                valid, tally.valid() ? "valid" : String.valueOf(tally.toTree().get("reason")), "valid");
        assertEquals((long) yes, option.figures().get("yes"));
        assertEquals((long) no, option.figures().get("no"));
        assertEquals((long) abstain, option.figures().get("abstain"));
    }
}
