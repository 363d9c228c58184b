package de.werkraum.voting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way to decide, with its settings. One class each: settings, validation, count, outcome and sentences. */
public sealed interface Method permits Consent, Dots, Approval, Ranking, Score, Resistance, Matrix, Fist, Single {
    /** The contract's names, in its order. */
    static Set<String> names() {
        return Kinds.names();
    }

    /** The contract's name, such as {@code "consent"}. */
    String name();

    /** The method's own settings with their defaults, in the contract's field names; most have none. */
    default Map<String, Object> settings() {
        return Map.of();
    }

    /**
     * Reads a ballot.
     *
     * @param choices the plain tree of {@code choices}: maps, lists, strings, numbers, booleans or null
     * @param options the poll's options
     * @throws InvalidBallotException if the ballot can't be counted; pointers start with {@code /choices}
     */
    Ballot ballot(@Nullable Object choices, List<Option> options) throws InvalidBallotException;

    /** Counts a box whose ballots are all this method's own. The shell counts through {@link Counting}. */
    Outcome count(BallotBox box);
}
