package de.werkraum.poll;

import de.werkraum.access.Member;
import de.werkraum.store.Actor;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.PollEnds;
import de.werkraum.store.PollStore;
import de.werkraum.store.Request;
import de.werkraum.store.StoredPoll;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.voting.Tally;
import de.werkraum.wire.Scope;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How polls end: closed by hand, at their hour or with the room, or cancelled. On the room's event loop only. */
final class PollEndings {
    private final Scope scope;
    private final Venue venue;
    private final PollEnds store;
    private final PollBoard polls;
    private final Doubts doubts;
    private final Casting casting;
    private final PollClock clock;

    PollEndings(Scope scope, Venue venue, PollEnds store, PollBoard polls, Doubts doubts, Casting casting) {
        this.scope = scope;
        this.venue = venue;
        this.store = store;
        this.polls = polls;
        this.doubts = doubts;
        doubts.whenSettled(this::settled);
        this.casting = casting;
        clock = new PollClock(scope, venue, poll -> doubts.pass(poll.stored().id(), () -> closeIfOpen(poll)));
    }

    /** The hours polls wait for. */
    PollClock clock() {
        return clock;
    }

    /** Closes an open poll at once; ballots that arrived before are counted. */
    Future<Void> close(UUID id, Actor by) {
        return doubts.pass(id, () -> {
            LivePoll poll = polls.get(id);
            poll.require(State.OPEN);
            return closeNow(poll, by.member(), by.request());
        });
    }

    private Future<Void> closeIfOpen(LivePoll poll) {
        return poll.stored().is(State.OPEN) ? closeNow(poll, null, null) : Future.succeededFuture();
    }

    /** Closes all open polls as part of an act under way, because the room closes; those that can't be closed now are soon. */
    Future<Void> closeAll(Member by) {
        List<Future<?>> all = new ArrayList<>();
        polls.open()
                .forEach(poll -> all.add(closeNow(poll, by, null).onFailure(failure -> {
                    doubts.about(poll.stored().id());
                    clock.schedule(poll);
                })));
        return Future.join(all).mapEmpty();
    }

    private Future<Void> closeNow(LivePoll poll, @Nullable Member by, @Nullable Request request) {
        UUID id = poll.stored().id();
        Instant now = scope.now();
        AuditEntry note = scope.note(by, "pollClosed").on(poll.stored()).asked(request);
        return casting.seal(id)
                .compose(quiet -> store.close(id, now, ballots -> count(poll, ballots), note))
                .map(closing -> {
                    PollEnds.Closing counted = closing.orElseThrow(Doubts.Stale::new);
                    poll.become(poll.stored().closed(now, counted.eligible(), counted.result()));
                    ended(poll);
                    venue.pollClosed(poll.stored().question(), by);
                    return (Void) null;
                })
                .onFailure(failure -> casting.unseal(id));
    }

    /** What stays of the ballots. A secret poll with too few of them keeps nothing but their number: the rest could tell who chose what. */
    private PollEnds.Closing count(LivePoll poll, List<PollStore.StoredBallot> stored) {
        List<Vote> ballots = poll.read(stored);
        Tally tally = poll.count(ballots, true);
        boolean secret = poll.settings().secret();
        boolean enough = !secret || ballots.size() >= poll.settings().minBallots();
        return new PollEnds.Closing(
                tally.eligible(),
                new StoredPoll.Result(
                        tally.cast(),
                        false,
                        enough ? new JsonObject(tally.toTree()) : null,
                        enough && PollView.hasReceipts(poll) ? BallotLists.receipts(ballots) : null,
                        secret ? null : poll.namedBallots(ballots)));
    }

    /** A poll was found to be something else in PostgreSQL than here, and has become it. */
    private void settled(LivePoll poll) {
        casting.unseal(poll.stored().id());
        clock.schedule(poll);
        if (poll.stored().is(State.OPEN) || poll.stored().is(State.DRAFT)) {
            polls.tellAll(poll);
        } else {
            ended(poll);
        }
    }

    private void ended(LivePoll poll) {
        clock.cancel(poll.stored().id());
        casting.ended(poll.stored().id());
        polls.tellAll(poll);
        venue.pollTurned();
    }

    /** Cancels an open or closed poll; it stays in the protocol. */
    Future<Void> cancel(UUID id, String reason, Actor by) {
        return doubts.pass(id, () -> {
            LivePoll poll = polls.get(id);
            Instant now = scope.now();
            if (!poll.stored().is(State.OPEN)) {
                poll.require(State.CLOSED);
            }
            AuditEntry note =
                    scope.noteOf(by, "pollCancelled").on(poll.stored()).with("reason", reason);
            return casting.seal(id)
                    .compose(quiet -> store.cancel(id, reason, now, note))
                    .map(done -> {
                        if (!done) {
                            throw new Doubts.Stale();
                        }
                        int eligible = poll.stored().is(State.OPEN)
                                ? poll.electorate().members().size()
                                : poll.stored().roll().eligible();
                        poll.become(poll.stored().cancelled(reason, now, eligible, poll.cast()));
                        ended(poll);
                        return (Void) null;
                    })
                    .onFailure(failure -> casting.unseal(id));
        });
    }
}
