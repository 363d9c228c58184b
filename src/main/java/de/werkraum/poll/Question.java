package de.werkraum.poll;

import de.werkraum.store.StoredPoll;
import de.werkraum.voting.Ballot;
import de.werkraum.voting.Cast;
import de.werkraum.voting.Counting;
import de.werkraum.voting.Electorate;
import de.werkraum.voting.InvalidBallotException;
import de.werkraum.voting.InvalidPollException;
import de.werkraum.voting.Option;
import de.werkraum.voting.Settings;
import de.werkraum.voting.Tally;
import de.werkraum.wire.Trees;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What a poll asks and how it counts the answers, as voting understands it. */
record Question(UUID poll, Settings settings, List<Option> options) {
    static Question of(StoredPoll stored) {
        List<Option> options = PollOptions.of(stored.options());
        try {
            return new Question(
                    stored.id(), Settings.parse(stored.method(), Trees.plain(stored.settings()), options), options);
        } catch (InvalidPollException e) {
            throw new IllegalStateException("poll " + stored.id() + " was stored with settings that can't be used", e);
        }
    }

    /** A ballot as stored, read again. */
    Ballot ballot(Object choices) {
        try {
            return settings.method().ballot(Trees.plain(choices), options);
        } catch (InvalidBallotException e) {
            throw new IllegalStateException("poll " + poll + " was stored with a ballot that can't be counted", e);
        }
    }

    /** The count of ballots as if the poll closed now; final counts by authority included where {@code closing}. */
    Tally count(Electorate electorate, Collection<Vote> ballots, boolean closing) {
        List<Cast> casts = ballots.stream().map(Vote::cast).toList();
        return closing
                ? Counting.close(settings, options, electorate, casts)
                : Counting.count(settings, options, electorate, casts);
    }
}
