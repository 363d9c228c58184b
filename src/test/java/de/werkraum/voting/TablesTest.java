package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every row of the tables: a poll, its ballots, and what must come out. */
class TablesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(
            resources = {
                "/voting/vectors.csv",
                "/voting/consent.csv",
                "/voting/dots.csv",
                "/voting/approval.csv",
                "/voting/single.csv",
                "/voting/ranking.csv",
                "/voting/score.csv",
                "/voting/resistance.csv",
                "/voting/matrix.csv",
                "/voting/fist.csv"
            },
            numLinesToSkip = 1,
            delimiter = '|')
    void counts(
            String method, String shows, String settings, String turnout, String names, String ballots, String result) {
        List<Option> options = Polls.options(names);
        Settings parsed = Polls.settings(method, settings, options);
        int eligible = Integer.parseInt(turnout.split(" ", -1)[0]);
        int present = Integer.parseInt(turnout.split(" ", -1)[1]);
        List<Cast> casts = Polls.cast(parsed, options, Rows.ballots(method, ballots));
        Map<String, Object> tally = Counting.count(parsed, options, Polls.people(eligible, present), casts)
                .toTree();
        assertEquals(eligible, tally.get("eligible"));
        List<String> expected = Arrays.asList(result.split(" ", -1));
        List<String> found = new ArrayList<>();
        for (String pair : expected) {
            String path = pair.substring(0, pair.indexOf('='));
            found.add(path + "=" + Rows.at(tally, path));
        }
        assertEquals(expected, found, shows);
    }
}
