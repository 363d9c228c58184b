package de.werkraum.poll;

import de.werkraum.access.Member;
import de.werkraum.problem.Problem;
import de.werkraum.store.Actor;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.MemberStore;
import de.werkraum.store.PollStore;
import de.werkraum.store.StoredPoll;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.store.Stores;
import de.werkraum.wire.Scope;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What moderators do with polls: {@code draft → open → closed}, cancelling, revealing, admitting, runoff, repeat. One act at a time in a
 * room; each is stored first, then told. On the room's event loop only.
 */
public final class PollActs {
    private final Scope scope;
    private final Venue venue;
    private final PollStore store;
    private final MemberStore members;
    private final int most;
    private final PollBoard polls;
    private final Doubts doubts;
    private final PollDrafts drafts;
    private final Sequels sequels;
    private final Electorates electorates;
    private final PollEndings endings;

    /** @param most polls a room may have */
    PollActs(
            Scope scope,
            Venue venue,
            Stores stores,
            int most,
            PollBoard polls,
            Doubts doubts,
            PollDrafts drafts,
            Electorates electorates,
            PollEndings endings) {
        this.scope = scope;
        this.venue = venue;
        store = stores.polls();
        members = stores.members();
        this.most = most;
        this.polls = polls;
        this.doubts = doubts;
        this.drafts = drafts;
        sequels = new Sequels(drafts);
        this.electorates = electorates;
        this.endings = endings;
    }

    // ---- drafts

    /** Makes a draft from the tree of a request. */
    public Future<UUID> create(JsonObject tree, Actor by) {
        UUID id = scope.ids().next();
        return doubts.pass(
                id, () -> venue.withPlan(() -> add(drafts.draft(id, tree, null), scope.noteOf(by, "pollCreated"))));
    }

    private Future<UUID> add(StoredPoll draft, AuditEntry note) {
        if (polls.size() >= most) {
            throw Problem.conflict("full", "The room has as many polls as it may have.");
        }
        return save(draft, note);
    }

    private Future<UUID> save(StoredPoll draft, AuditEntry note) {
        return store.saveDraft(draft, note.on(draft)).map(done -> {
            LivePoll poll = LivePoll.of(draft);
            polls.add(poll);
            polls.tellAll(poll);
            return draft.id();
        });
    }

    /** Changes a draft, or of an open poll the end and the budget. */
    public Future<UUID> patch(UUID id, JsonObject tree, Member by) {
        return doubts.pass(id, () -> {
            AuditEntry note = scope.note(by, "pollChanged");
            LivePoll poll = polls.get(id);
            if (poll.stored().is(State.DRAFT)) {
                return venue.withPlan(() -> save(drafts.redraft(poll.stored(), tree), note));
            }
            poll.require(State.OPEN);
            StoredPoll changed = drafts.whileOpen(poll, tree);
            return store.update(changed, note.on(changed)).map(done -> {
                poll.become(changed);
                endings.clock().schedule(poll);
                polls.tellAll(poll);
                return id;
            });
        });
    }

    /** Deletes a draft. */
    public Future<Void> delete(UUID id, Member by) {
        return doubts.pass(id, () -> {
            LivePoll poll = polls.get(id);
            poll.require(State.DRAFT);
            return store.deleteDraft(id, scope.note(by, "pollDeleted").on(poll.stored()))
                    .map(done -> {
                        polls.remove(id);
                        return null;
                    });
        });
    }

    // ---- while open

    /** Opens a draft: labels and electorate are frozen. */
    public Future<Void> open(UUID id, Actor by) {
        return doubts.pass(id, () -> {
            LivePoll poll = polls.get(id);
            poll.require(State.DRAFT);
            if (venue.closed()) {
                throw Problem.conflict("closed", "The room is closed.");
            }
            return members.list(scope.id()).compose(all -> venue.withPlan(() -> open(poll, all, by)));
        });
    }

    private Future<Void> open(LivePoll poll, List<Member> all, Actor by) {
        List<PollStore.Voter> voters = electorates.frozen(poll, all);
        if (voters.isEmpty()) {
            throw Problem.conflict("noVoters", "Nobody could vote: there is no participant in the room.");
        }
        int there = (int) voters.stream().filter(PollStore.Voter::present).count();
        StoredPoll opened = drafts.opened(poll.stored(), voters.size(), there);
        return store.open(opened, voters, scope.noteOf(by, "pollOpened").on(opened))
                .map(done -> {
                    if (!done) {
                        throw new Doubts.Stale();
                    }
                    poll.become(opened, voters);
                    endings.clock().schedule(poll);
                    polls.tellAll(poll);
                    venue.pollTurned();
                    return null;
                });
    }

    /** Lets members in who joined since the opening: all of them, or only those named. */
    public Future<Void> admit(UUID id, Set<UUID> named, Actor by) {
        return electorates.admit(id, named, by);
    }

    /** Who of the electorate has not cast: {@code {missing: [{id, name, organisation?}], withheld?}}. */
    public Future<JsonObject> missing(UUID id, Member asking) {
        return electorates.missing(id, asking);
    }

    /** Takes a removed member and its ballots out of all open polls. */
    Future<Void> expel(UUID member) {
        return electorates.expel(member);
    }

    // ---- ends, and what follows

    /** Closes an open poll at once; ballots that arrived before are counted. */
    public Future<Void> close(UUID id, Actor by) {
        return endings.close(id, by);
    }

    /** Cancels an open or closed poll; it stays in the protocol. */
    public Future<Void> cancel(UUID id, String reason, Actor by) {
        return endings.cancel(id, reason, by);
    }

    /** Closes all open polls as part of an act under way, because the room closes; those that can't be closed now are soon. */
    Future<Void> closeAll(Member by) {
        return endings.closeAll(by);
    }

    /** Shows the result of a closed poll that was only for moderators. */
    public Future<Void> reveal(UUID id, Actor by) {
        return doubts.pass(id, () -> {
            LivePoll poll = polls.get(id);
            poll.require(State.CLOSED);
            StoredPoll revealed = poll.stored().withRevealed();
            return store.update(revealed, scope.noteOf(by, "pollRevealed").on(revealed))
                    .map(done -> {
                        poll.become(revealed);
                        polls.tellAll(poll);
                        return null;
                    });
        });
    }

    /** A new draft between some options of a closed poll; between the tied ones where none are named. */
    public Future<UUID> runoff(UUID id, List<String> options, Actor by) {
        UUID next = scope.ids().next();
        return doubts.pass(next, () -> {
            LivePoll poll = polls.get(id);
            poll.require(State.CLOSED);
            return venue.withPlan(
                    () -> add(sequels.runoff(next, poll.stored(), options), scope.noteOf(by, "pollRunoff")));
        });
    }

    /** A new draft like an ended poll. */
    public Future<UUID> repeat(UUID id, Actor by) {
        UUID next = scope.ids().next();
        return doubts.pass(next, () -> {
            LivePoll poll = polls.get(id);
            if (!poll.stored().is(State.CANCELLED)) {
                poll.require(State.CLOSED);
            }
            return venue.withPlan(() -> add(sequels.repeat(next, poll.stored()), scope.noteOf(by, "pollRepeated")));
        });
    }

    // ---- hours

    /** Sets the clocks of polls that were open when the room was loaded. */
    void wake() {
        polls.open().forEach(endings.clock()::schedule);
    }

    /** Whether an open poll waits for its hour. */
    boolean waits() {
        return endings.clock().waits();
    }

    void stop() {
        endings.clock().stop();
    }
}
