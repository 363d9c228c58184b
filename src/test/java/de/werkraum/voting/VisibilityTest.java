package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Who sees what when. */
class VisibilityTest {
    private static final List<Option> ONE = Polls.options("A");

    /** Readers: moderator, voter (has cast), member (has not) or screen; shown: letters of tally, receipts, ballots, missing. */
    @ParameterizedTest(name = "{0} {1} {2} cast, {3}: {4} sees {5}")
    @CsvFileSource(resources = "/voting/visibility.csv", numLinesToSkip = 1, delimiter = '|')
    void table(String settings, String state, int cast, String readers, String shown) {
        boolean revealed = state.endsWith("+revealed");
        boolean counted = state.startsWith("closed") || state.startsWith("voided");
        String word = state.startsWith("voided") ? "cancelled" : state.replace("+revealed", "");
        Visibility.State now = Visibility.State.valueOf(word.toUpperCase(Locale.ROOT));
        for (String reader : readers.split(" ", -1)) {
            Visibility seen = Visibility.of(
                    Polls.settings("fist", settings, ONE),
                    new Visibility.Stage(now, counted, revealed, cast),
                    new Visibility.Reader(reader.startsWith("moderator"), reader.endsWith("voter")));
            String letters = (seen.tally() ? "T" : "")
                    + (seen.receipts() ? "R" : "")
                    + (seen.ballots() ? "B" : "")
                    + (seen.missing() ? "M" : "")
                    + (seen.withheld() == null ? "" : " " + seen.withheld());
            assertEquals(shown.equals("-") ? "" : shown, letters.strip(), reader);
        }
    }

    @Test
    void anOpenPollsTallyIsRenewedWithEveryBallot() {
        Settings live = Polls.settings("fist", "'secret':false,'reveal':'live'", ONE);
        assertTrue(Visibility.renews(live, 1, 0));
        assertTrue(Visibility.renews(live, 2, 2));
    }

    @Test
    void aSecretPollsTallyIsRenewedAfterEnoughFurtherMembers() {
        for (String reveal : List.of("live", "own")) {
            Settings secret = Polls.settings("fist", "'minBallots':4,'reveal':'" + reveal + "'", ONE);
            assertFalse(Visibility.renews(secret, 3, 0));
            assertTrue(Visibility.renews(secret, 4, 0));
            assertFalse(Visibility.renews(secret, 7, 4));
            assertTrue(Visibility.renews(secret, 8, 4));
            assertFalse(Visibility.renews(secret, 3, 4), "a member was removed");
        }
    }

    @Test
    void aHiddenTallyIsNeverRenewed() {
        for (String reveal : List.of("closed", "moderator")) {
            assertFalse(Visibility.renews(Polls.settings("fist", "'reveal':'" + reveal + "'", ONE), 100, 0));
            assertFalse(
                    Visibility.renews(Polls.settings("fist", "'secret':false,'reveal':'" + reveal + "'", ONE), 100, 0));
        }
    }
}
