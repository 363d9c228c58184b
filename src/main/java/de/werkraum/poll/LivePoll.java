package de.werkraum.poll;

import de.werkraum.problem.Problem;
import de.werkraum.store.PollStore;
import de.werkraum.store.StoredPoll;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.voting.Ballot;
import de.werkraum.voting.Cast;
import de.werkraum.voting.Counting;
import de.werkraum.voting.Electorate;
import de.werkraum.voting.InvalidBallotException;
import de.werkraum.voting.InvalidPollException;
import de.werkraum.voting.Option;
import de.werkraum.voting.Settings;
import de.werkraum.voting.Tally;
import de.werkraum.voting.Visibility;
import de.werkraum.wire.Trees;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A poll of a room in memory; while it is open, with its electorate and ballots. On the room's event loop only. */
public final class LivePoll {
    private final Map<UUID, Vote> votes = new LinkedHashMap<>();
    private final Map<UUID, String> names = new HashMap<>();
    /** The members of the electorate; asked several times a ballot. */
    private final Set<UUID> eligible = new HashSet<>();

    private StoredPoll stored;
    private Settings settings;
    private List<Option> options;
    private Electorate electorate = new Electorate(Set.of(), Set.of(), Map.of());
    private PollStore.@Nullable Shown shown;
    private @Nullable String listText;
    private long changes;

    private LivePoll(StoredPoll stored) {
        this.stored = stored;
        options = PollOptions.of(stored.options());
        settings = settings(stored, options);
    }

    /** A poll that is not open. */
    static LivePoll of(StoredPoll stored) {
        return new LivePoll(stored);
    }

    /** An open poll as PostgreSQL holds it, with the tally that was shown last. */
    static LivePoll open(StoredPoll stored, PollStore.Opened opened) {
        LivePoll poll = new LivePoll(stored);
        poll.open(opened.voters());
        poll.read(opened.ballots()).forEach(poll::put);
        poll.shown = opened.shown().orElse(null);
        if (!poll.settings.secret()) {
            poll.renewal().ifPresent(poll::show);
        }
        return poll;
    }

    private void open(Collection<PollStore.Voter> voters) {
        Set<String> members = new HashSet<>();
        Set<String> present = new HashSet<>();
        Map<String, String> organisations = new HashMap<>();
        for (PollStore.Voter voter : voters) {
            String member = voter.member().toString();
            members.add(member);
            names.put(voter.member(), voter.name());
            eligible.add(voter.member());
            if (voter.present()) {
                present.add(member);
            }
            if (voter.organisation() != null) {
                organisations.put(member, voter.organisation());
            }
        }
        electorate = new Electorate(
                members,
                present,
                organisations,
                stored.roll().openingEligible(),
                stored.roll().openingPresent());
    }

    private static Settings settings(StoredPoll stored, List<Option> options) {
        try {
            return Settings.parse(stored.method(), Trees.plain(stored.settings()), options);
        } catch (InvalidPollException e) {
            throw new IllegalStateException("poll " + stored.id() + " was stored with settings that can't be used", e);
        }
    }

    /** The ballots of the electorate as stored, read again: what closing counts. */
    List<Vote> read(Collection<PollStore.StoredBallot> ballots) {
        return ballots.stream()
                .filter(ballot -> eligible(ballot.member()))
                .map(ballot -> Vote.of(ballot.member(), again(ballot.choices()), ballot.receipt()))
                .toList();
    }

    private Ballot again(Object choices) {
        try {
            return settings.method().ballot(Trees.plain(choices), options);
        } catch (InvalidBallotException e) {
            throw new IllegalStateException(
                    "poll " + stored.id() + " was stored with a ballot that can't be counted", e);
        }
    }

    StoredPoll stored() {
        return stored;
    }

    /** Lets an act pass only in the state it belongs to. */
    void require(State state) {
        if (!stored.is(state)) {
            throw wrongState();
        }
    }

    Problem wrongState() {
        return Problem.conflict(
                "wrongState",
                "This can't be done while the poll is " + stored.state().wire() + ".");
    }

    /** The poll as stored anew. An opened one comes with its electorate. */
    void become(StoredPoll changed, Collection<PollStore.Voter> voters) {
        stored = changed;
        changes++;
        listText = null;
        options = PollOptions.of(changed.options());
        settings = settings(changed, options);
        if (!voters.isEmpty()) {
            open(voters);
        }
        if (!changed.is(State.OPEN)) {
            votes.clear();
            shown = null;
            electorate = new Electorate(Set.of(), Set.of(), Map.of());
            eligible.clear();
        }
    }

    /** What PostgreSQL was found to hold of it. */
    void become(LivePoll found) {
        become(found.stored);
        votes.clear();
        votes.putAll(found.votes);
        names.putAll(found.names);
        eligible.clear();
        eligible.addAll(found.eligible);
        electorate = found.electorate;
        shown = found.shown;
    }

    /** How many ballots of this open poll another reading of it has not, or not as they were cast last. */
    long lacking(LivePoll found) {
        return votes.values().stream()
                .filter(vote -> found.vote(vote.member())
                        .filter(there -> there.receipt().equals(vote.receipt()))
                        .isEmpty())
                .count();
    }

    /** Grows with every ballot and every act. */
    long changes() {
        return changes;
    }

    void become(StoredPoll changed) {
        become(changed, List.of());
    }

    Settings settings() {
        return settings;
    }

    List<Option> options() {
        return options;
    }

    Electorate electorate() {
        return electorate;
    }

    boolean eligible(UUID member) {
        return eligible.contains(member);
    }

    /** Members who joined since the opening are let in. */
    void admit(Collection<PollStore.Voter> voters) {
        Set<String> joined = new HashSet<>();
        Map<String, String> organisations = new HashMap<>();
        for (PollStore.Voter voter : voters) {
            String member = voter.member().toString();
            joined.add(member);
            names.put(voter.member(), voter.name());
            eligible.add(voter.member());
            if (voter.organisation() != null) {
                organisations.put(member, voter.organisation());
            }
        }
        electorate = electorate.admit(joined, organisations);
    }

    void expel(UUID member) {
        listText = null;
        electorate = electorate.without(member.toString());
        eligible.remove(member);
        votes.remove(member);
    }

    /** The names of erased members beside their ballots in a counted list. */
    boolean forget(Set<UUID> members) {
        JsonArray named = stored.result().ballots();
        boolean changed = false;
        for (Object entry : named == null ? List.of() : named) {
            if (entry instanceof JsonObject ballot && members.contains(UUID.fromString(ballot.getString("member")))) {
                ballot.put("name", "");
                changed = true;
            }
        }
        listText = null;
        return changed;
    }

    Optional<Vote> vote(UUID member) {
        return Optional.ofNullable(votes.get(member));
    }

    /** What a member chose in a counted poll that was not secret. */
    Optional<Object> counted(UUID member) {
        JsonArray named = stored.result().ballots();
        for (Object entry : named == null ? List.of() : named) {
            if (entry instanceof JsonObject ballot && member.toString().equals(ballot.getString("member"))) {
                return Optional.ofNullable(ballot.getValue("choices"));
            }
        }
        return Optional.empty();
    }

    Collection<Vote> votes() {
        return votes.values();
    }

    /** What the list of this poll's ballots is called: who chose what, or in a secret poll only receipts and choices. */
    String listName() {
        return settings.secret() ? "receipts" : "ballots";
    }

    /** Whether there is such a list: while open of polls that are not secret, and of what was counted. */
    boolean hasList() {
        return stored.is(State.OPEN) ? !settings.secret() : counted() != null;
    }

    private @Nullable JsonArray counted() {
        return settings.secret() ? stored.result().receipts() : stored.result().ballots();
    }

    /** How many ballots it lists. */
    int listed() {
        JsonArray counted = counted();
        return stored.is(State.OPEN) ? votes.size() : counted == null ? 0 : counted.size();
    }

    JsonArray list() {
        JsonArray counted = counted();
        if (stored.is(State.OPEN)) {
            return namedBallots(votes.values());
        }
        return counted == null ? new JsonArray() : counted;
    }

    /** The list as text, encoded anew only when it has changed. */
    String listText() {
        if (listText == null) {
            listText = list().encode();
        }
        return listText;
    }

    /** The ballots of a poll that is not secret: {@code [{member, name, choices}]}. */
    JsonArray namedBallots(Collection<Vote> ballots) {
        return BallotLists.named(ballots, names);
    }

    /** A committed ballot. */
    void put(Vote vote) {
        changes++;
        listText = null;
        votes.put(vote.member(), vote);
    }

    /** Ballots cast so far, or counted on closing. */
    int cast() {
        return stored.is(State.OPEN) ? votes.size() : stored.result().cast();
    }

    /** The count of ballots as if the poll closed now; final counts by authority included where {@code closing}. */
    Tally count(Collection<Vote> ballots, boolean closing) {
        List<Cast> casts = ballots.stream().map(Vote::cast).toList();
        return closing
                ? Counting.close(settings, options, electorate, casts)
                : Counting.count(settings, options, electorate, casts);
    }

    /** The tally to be shown next while the poll is open, if it is time for one. */
    Optional<PollStore.Shown> renewal() {
        int before = shown == null ? 0 : shown.cast();
        return stored.is(State.OPEN) && Visibility.renews(settings, votes.size(), before)
                ? Optional.of(new PollStore.Shown(
                        votes.size(),
                        new JsonObject(count(votes.values(), false).toTree())))
                : Optional.empty();
    }

    /** Shows a tally from now on, if the poll is still open. */
    void show(PollStore.Shown next) {
        if (stored.is(State.OPEN)) {
            shown = next;
        }
    }

    /** The tally as it may be shown to those who may see one; null where there is none. */
    @Nullable
    JsonObject shownTally() {
        if (!stored.is(State.OPEN)) {
            return stored.result().tally();
        }
        return shown == null ? null : shown.tally();
    }

    Visibility visibility(boolean moderator, boolean hasCast) {
        Visibility.State state =
                switch (stored.state()) {
                    case OPEN -> Visibility.State.OPEN;
                    case CLOSED -> Visibility.State.CLOSED;
                    case CANCELLED -> Visibility.State.CANCELLED;
                    case DRAFT -> Visibility.State.DRAFT;
                };
        Visibility.Stage standing = new Visibility.Stage(
                state, stored.result().tally() != null, stored.result().revealed(), cast());
        return Visibility.of(settings, standing, new Visibility.Reader(moderator, hasCast));
    }
}
