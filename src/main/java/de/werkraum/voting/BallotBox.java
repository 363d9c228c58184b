package de.werkraum.voting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a method counts: one ballot each of those who cast, in no meaningful order.
 *
 * @param eligible E
 * @param present P
 * @param valid false if there are no ballots or the quorum was missed: then nothing is decided or selected
 * @param top the setting {@code top}
 */
public record BallotBox(
        List<Option> options, List<Ballot> ballots, int eligible, int present, boolean valid, @Nullable Integer top) {
    public BallotBox {
        options = List.copyOf(options);
        ballots = List.copyOf(ballots);
    }

    /** A: ballots cast, abstentions included. */
    public int cast() {
        return ballots.size();
    }

    /** The ballots as the method's own type. */
    <B extends Ballot> List<B> as(Class<B> type) {
        return ballots.stream().map(type::cast).toList();
    }
}
