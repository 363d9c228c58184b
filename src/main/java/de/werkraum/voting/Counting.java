package de.werkraum.voting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts a poll. Pure: the same arguments in any order of ballots give the same tally. */
public final class Counting {
    private Counting() {}

    /**
     * The count as if the poll closed now. A secret poll's count by authority is not in it: it is made once, by {@link
     * #close}.
     *
     * @param ballots of several of one member the last counts; those of members outside the electorate don't
     */
    public static Tally count(
            Settings settings, List<Option> options, Electorate electorate, Collection<Cast> ballots) {
        return count(settings, options, electorate, ballots, !settings.secret());
    }

    /**
     * The count at closing, to be stored: of a secret poll it can't be made again, because receipts know neither
     * presence nor organisations.
     */
    public static Tally close(
            Settings settings, List<Option> options, Electorate electorate, Collection<Cast> ballots) {
        return count(settings, options, electorate, ballots, true);
    }

    private static Tally count(
            Settings settings,
            List<Option> options,
            Electorate electorate,
            Collection<Cast> casts,
            boolean withAuthorities) {
        Map<String, Ballot> byMember = new LinkedHashMap<>();
        for (Cast cast : casts) {
            if (electorate.members().contains(cast.member())) {
                byMember.put(cast.member(), cast.ballot());
            }
        }
        Validity validity = Validity.of(settings.quorum(), electorate, byMember.size());
        BallotBox box = new BallotBox(
                options,
                new ArrayList<>(byMember.values()),
                electorate.members().size(),
                electorate.presentWith(byMember.keySet()),
                validity.reason() == null,
                settings.top());
        Outcome outcome = settings.method().count(box);
        return new Tally(
                validity.reason(),
                box.cast(),
                box.eligible(),
                box.present(),
                outcome,
                validity.reason() == null ? outcome.sentence() : validity.sentence(),
                withAuthorities ? byAuthority(settings, box, electorate, byMember) : null,
                Runoff.of(box, outcome));
    }

    private static @Nullable AuthorityTally byAuthority(
            Settings settings, BallotBox box, Electorate electorate, Map<String, Ballot> byMember) {
        if (!settings.byAuthority()) {
            return null;
        }
        int least = settings.secret() ? settings.minBallots() : 0;
        return settings.method() instanceof ByAuthority votes
                ? Authorities.count(settings.method(), votes, box, electorate, byMember, least)
                : null;
    }
}
