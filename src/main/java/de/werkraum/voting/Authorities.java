package de.werkraum.voting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts by organisation. Members without one count by heads only. */
final class Authorities {
    private Authorities() {}

    /**
     * @param method counts the organisations' votes
     * @param votes the same method, which makes them
     * @param least withheld (null) if an organisation that voted has fewer ballots; 0 withholds nothing
     */
    static @Nullable AuthorityTally count(
            Method method,
            ByAuthority votes,
            BallotBox heads,
            Electorate electorate,
            Map<String, Ballot> byMember,
            int least) {
        Map<String, List<Ballot>> ballots = new TreeMap<>();
        byMember.forEach((member, ballot) -> {
            String authority = electorate.authorities().get(member);
            if (authority != null) {
                ballots.computeIfAbsent(authority, none -> new ArrayList<>()).add(ballot);
            }
        });
        if (ballots.values().stream().anyMatch(some -> some.size() < least)) {
            return null;
        }
        List<Ballot> cast = ballots.values().stream()
                .map(some -> votes.vote(some, heads.options()))
                .toList();
        Set<String> eligible = new HashSet<>(electorate.authorities().values());
        Set<String> present = new HashSet<>(ballots.keySet());
        electorate.authorities().forEach((member, authority) -> {
            if (electorate.present().contains(member)) {
                present.add(authority);
            }
        });
        BallotBox box = new BallotBox(
                heads.options(), cast, eligible.size(), present.size(), heads.valid() && !cast.isEmpty(), heads.top());
        return new AuthorityTally(cast.size(), eligible.size(), method.count(box));
    }
}
