package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every result in plain words, word for word; ~ is a no-break space. */
class SentencesTest {
    @ParameterizedTest(name = "{0}: {4} → {5}")
    @CsvFileSource(resources = "/voting/sentences.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '`')
    @Tag("V-7")
    void words(
            String method,
            String settings,
            String turnout,
            String names,
            String ballots,
            String of,
            String german,
            String english) {
        List<Option> options = Polls.options(names);
        Settings parsed = Polls.settings(method, settings, options);
        Electorate electorate =
                Polls.people(Integer.parseInt(turnout.split(" ", -1)[0]), Integer.parseInt(turnout.split(" ", -1)[1]));
        List<Cast> casts = Polls.cast(parsed, options, Rows.ballots(method, ballots));
        Map<String, Object> tally =
                Counting.count(parsed, options, electorate, casts).toTree();
        String path = of.equals("all") ? "sentence." : of + ".sentence.";
        assertEquals(german.replace('~', '\u00a0'), Rows.at(tally, path + "de"));
        assertEquals(english.replace('~', '\u00a0'), Rows.at(tally, path + "en"));
    }
}
