package de.werkraum.poll;

import de.werkraum.problem.Problem;
import de.werkraum.store.PollStore;
import de.werkraum.store.StoredPoll;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.voting.Electorate;
import de.werkraum.voting.Option;
import de.werkraum.voting.Settings;
import de.werkraum.voting.Tally;
import de.werkraum.voting.Visibility;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
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
    private final Voters voters = new Voters();

    private StoredPoll stored;
    private Question question;
    private PollStore.@Nullable Shown shown;
    private @Nullable String listText;
    private long changes;

    private LivePoll(StoredPoll stored) {
        this.stored = stored;
        question = Question.of(stored);
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
        if (!poll.settings().secret()) {
            poll.renewal().ifPresent(poll::show);
        }
        return poll;
    }

    private void open(Collection<PollStore.Voter> electorate) {
        voters.open(electorate, stored.roll().openingEligible(), stored.roll().openingPresent());
    }

    /** The ballots of the electorate as stored, read again: what closing counts. */
    List<Vote> read(Collection<PollStore.StoredBallot> ballots) {
        return ballots.stream()
                .filter(ballot -> eligible(ballot.member()))
                .map(ballot -> Vote.of(ballot.member(), question.ballot(ballot.choices()), ballot.receipt()))
                .toList();
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
    void become(StoredPoll changed, Collection<PollStore.Voter> electorate) {
        stored = changed;
        changes++;
        listText = null;
        question = Question.of(changed);
        if (!electorate.isEmpty()) {
            open(electorate);
        }
        if (!changed.is(State.OPEN)) {
            votes.clear();
            shown = null;
            voters.dismiss();
        }
    }

    /** What PostgreSQL was found to hold of it. */
    void become(LivePoll found) {
        become(found.stored);
        votes.clear();
        votes.putAll(found.votes);
        voters.become(found.voters);
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
        return question.settings();
    }

    List<Option> options() {
        return question.options();
    }

    Electorate electorate() {
        return voters.electorate();
    }

    boolean eligible(UUID member) {
        return voters.eligible(member);
    }

    /** Members who joined since the opening are let in. */
    void admit(Collection<PollStore.Voter> joined) {
        voters.admit(joined);
    }

    void expel(UUID member) {
        listText = null;
        voters.expel(member);
        votes.remove(member);
    }

    /** The names of erased members beside their ballots in a counted list. */
    boolean forget(Set<UUID> members) {
        listText = null;
        return NamedBallots.of(stored).forget(members);
    }

    Optional<Vote> vote(UUID member) {
        return Optional.ofNullable(votes.get(member));
    }

    /** What a member chose in a counted poll that was not secret. */
    Optional<Object> counted(UUID member) {
        return NamedBallots.of(stored).choices(member);
    }

    Collection<Vote> votes() {
        return votes.values();
    }

    /** What the list of this poll's ballots is called: who chose what, or in a secret poll only receipts and choices. */
    String listName() {
        return settings().secret() ? "receipts" : "ballots";
    }

    /** Whether there is such a list: while open of polls that are not secret, and of what was counted. */
    boolean hasList() {
        return stored.is(State.OPEN) ? !settings().secret() : counted() != null;
    }

    private @Nullable JsonArray counted() {
        return settings().secret()
                ? stored.result().receipts()
                : stored.result().ballots();
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
        return voters.named(ballots);
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
        return question.count(voters.electorate(), ballots, closing);
    }

    /** The tally to be shown next while the poll is open, if it is time for one. */
    Optional<PollStore.Shown> renewal() {
        int before = shown == null ? 0 : shown.cast();
        return stored.is(State.OPEN) && Visibility.renews(settings(), votes.size(), before)
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
        return Visibility.of(settings(), standing, new Visibility.Reader(moderator, hasCast));
    }
}
