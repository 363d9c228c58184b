package de.werkraum.poll;

import de.werkraum.store.PollStore;
import de.werkraum.voting.Electorate;
import io.vertx.core.json.JsonArray;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who may vote in an open poll, and what they are called. On the room's event loop only. */
final class Voters {
    private static final Electorate NOBODY = new Electorate(Set.of(), Set.of(), Map.of());

    /** They outlast the opening: a poll's ballots are listed by name after its end. */
    private final Map<UUID, String> names = new HashMap<>();
    /** The members of the electorate; asked several times a ballot. */
    private final Set<UUID> eligible = new HashSet<>();

    private Electorate electorate = NOBODY;

    /** The electorate of an opening, the counts being those of its moment. */
    void open(Collection<PollStore.Voter> voters, int openingEligible, int openingPresent) {
        Set<String> present = new HashSet<>();
        voters.stream().filter(PollStore.Voter::present).forEach(voter -> present.add(id(voter)));
        electorate = new Electorate(add(voters), present, organisations(voters), openingEligible, openingPresent);
    }

    /** Members who joined since the opening are let in. */
    void admit(Collection<PollStore.Voter> voters) {
        electorate = electorate.admit(add(voters), organisations(voters));
    }

    private Set<String> add(Collection<PollStore.Voter> voters) {
        Set<String> members = new HashSet<>();
        for (PollStore.Voter voter : voters) {
            members.add(id(voter));
            names.put(voter.member(), voter.name());
            eligible.add(voter.member());
        }
        return members;
    }

    private static Map<String, String> organisations(Collection<PollStore.Voter> voters) {
        Map<String, String> organisations = new HashMap<>();
        for (PollStore.Voter voter : voters) {
            if (voter.organisation() != null) {
                organisations.put(id(voter), voter.organisation());
            }
        }
        return organisations;
    }

    private static String id(PollStore.Voter voter) {
        return voter.member().toString();
    }

    void expel(UUID member) {
        electorate = electorate.without(member.toString());
        eligible.remove(member);
    }

    /** Nobody may vote any more. */
    void dismiss() {
        electorate = NOBODY;
        eligible.clear();
    }

    void become(Voters found) {
        names.putAll(found.names);
        eligible.clear();
        eligible.addAll(found.eligible);
        electorate = found.electorate;
    }

    boolean eligible(UUID member) {
        return eligible.contains(member);
    }

    Electorate electorate() {
        return electorate;
    }

    /** Who chose what: {@code [{member, name, choices}]}. */
    JsonArray named(Collection<Vote> ballots) {
        return BallotLists.named(ballots, names);
    }
}
