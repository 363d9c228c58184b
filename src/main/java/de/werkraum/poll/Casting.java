package de.werkraum.poll;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.metrics.Metrics;
import de.werkraum.problem.Problem;
import de.werkraum.store.PollStore;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.voting.Ballot;
import de.werkraum.voting.InvalidBallotException;
import de.werkraum.voting.Refusal;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Scope;
import de.werkraum.wire.Session;
import de.werkraum.wire.Trees;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ballots on their way: checked, committed, answered, then told. On the room's event loop only. */
final class Casting {
    private static final UUID NO_POLL = new UUID(0, 0);
    /** Between the first ballot's answer and the news on its member's other tabs: others who have cast meanwhile hear it in the same walk. */
    private static final long FRESH_MILLIS = 50;

    private final Scope scope;
    private final Audience audience;
    private final Venue venue;
    private final PollStore store;
    private final Limits.Polls limits;
    private final Metrics metrics;
    private final PollBoard polls;
    private final Doubts doubts;
    private final Tallies tallies;
    private final Map<UUID, BallotBox> boxes = new HashMap<>();
    private final Set<UUID> closing = new HashSet<>();
    private final Map<LivePoll, Set<UUID>> fresh = new HashMap<>();

    Casting(
            Scope scope,
            Audience audience,
            Venue venue,
            PollStore store,
            Limits.Polls limits,
            Metrics metrics,
            PollBoard polls,
            Doubts doubts,
            Tallies tallies) {
        this.scope = scope;
        this.audience = audience;
        this.venue = venue;
        this.store = store;
        this.limits = limits;
        this.metrics = metrics;
        this.polls = polls;
        this.doubts = doubts;
        this.tallies = tallies;
    }

    /** An event from a client: a ballot, answered by {@code ok} or {@code error} with its id. */
    void receive(Session session, JsonObject event) {
        if (!"ballot".equals(event.getValue("type"))) {
            return;
        }
        session.flow().countsAs(limits.messagesPerBallot());
        Object id = event.getValue("id");
        Future<Optional<UUID>> cast;
        try {
            UUID poll = event.getValue("poll") instanceof String named
                    ? Ids.parse(named).orElse(NO_POLL)
                    : NO_POLL;
            cast = cast(poll, session.member(), event.getValue("choices"));
        } catch (Problem e) {
            cast = Future.failedFuture(e);
        }
        cast.onComplete(result -> answer(session, id, result));
    }

    private void answer(Session session, @Nullable Object id, AsyncResult<Optional<UUID>> cast) {
        if (cast.succeeded()) {
            JsonObject ok = new JsonObject().put("type", "ok").put("id", id);
            cast.result().ifPresent(receipt -> ok.put("receipt", receipt.toString()));
            audience.tell(session, ok);
        } else {
            Problem problem = cast.cause() instanceof Problem refusal
                    ? refusal
                    : Problem.unavailable("The ballot could not be stored. Please try again shortly.");
            audience.tell(
                    session, new JsonObject().put("type", "error").put("id", id).put("problem", problem.toJson()));
        }
    }

    /**
     * Casts or replaces a member's ballot.
     *
     * @return after the commit, the receipt if the poll has receipts; fails with {@code notEligible, pollNotOpen} or the refusal of the ballot
     */
    Future<Optional<UUID>> cast(UUID id, Member member, @Nullable Object choices) {
        LivePoll poll = polls.get(id);
        if (poll.stored().is(State.DRAFT)) {
            throw Problem.notFound("There is no such poll.");
        }
        if (!poll.stored().is(State.OPEN) || closing.contains(id) || venue.closed() || late(poll)) {
            return notOpen(poll, member);
        }
        if (member.role() == Role.VIEWER || !poll.eligible(member.id())) {
            throw Problem.forbidden("notEligible", "You don't belong to the electorate of this poll.");
        }
        Ballot ballot = ballot(poll, choices);
        BallotBox box = boxes.computeIfAbsent(id, missing -> new BallotBox(id, scope.context(), store, metrics));
        Vote underWay = box.underWay(member.id());
        Vote before = underWay == null ? poll.vote(member.id()).orElse(null) : underWay;
        boolean same = before != null && before.ballot().equals(ballot);
        Vote vote = Vote.of(member.id(), ballot, before != null && same ? before.receipt() : UUID.randomUUID());
        Optional<UUID> receipt = PollView.hasReceipts(poll) ? Optional.of(vote.receipt()) : Optional.empty();
        if (same && underWay == null) {
            return Future.succeededFuture(receipt);
        }
        return box.put(vote).onFailure(failure -> doubts.about(id)).compose(stored -> {
            if (!stored || !poll.eligible(member.id())) {
                return notOpen(poll, member);
            }
            counted(poll, vote);
            return Future.succeededFuture(receipt);
        });
    }

    private boolean late(LivePoll poll) {
        Instant closesAt = poll.stored().closesAt();
        return closesAt != null
                && !scope.now().isBefore(closesAt.plusSeconds(poll.settings().graceSeconds()));
    }

    /** Looked up in memory before PostgreSQL is asked: in between, the poll may close and its ballots go. */
    private Future<Optional<UUID>> notOpen(LivePoll poll, Member member) {
        UUID id = poll.stored().id();
        boolean held = poll.vote(member.id()).isPresent();
        Future<Boolean> voted = held ? Future.succeededFuture(true) : store.voted(id, member.id());
        return voted.compose(counted -> Future.failedFuture(
                Problem.conflict("pollNotOpen", "The poll is not open.").with("voted", counted)));
    }

    private static Ballot ballot(LivePoll poll, @Nullable Object choices) {
        try {
            return poll.settings().method().ballot(Trees.plain(choices), poll.options());
        } catch (InvalidBallotException e) {
            Refusal refusal = e.refusal();
            throw Problem.invalid(
                    refusal.code(), refusal.pointer() == null ? "/choices" : refusal.pointer(), refusal.detail());
        }
    }

    private void counted(LivePoll poll, Vote vote) {
        if (poll.vote(vote.member()).isEmpty()) {
            if (fresh.isEmpty()) {
                scope.after(FRESH_MILLIS, this::tellFresh);
            }
            fresh.computeIfAbsent(poll, filling -> new HashSet<>()).add(vote.member());
        }
        poll.put(vote);
        tallies.soon(poll);
    }

    /** Tells everybody who has just cast for the first time, on all tabs; many in one walk over the connections. */
    private void tellFresh() {
        Map<LivePoll, List<Session>> cast = new HashMap<>();
        for (Session session : audience.sessions()) {
            fresh.forEach((poll, members) -> {
                if (members.contains(session.member().id())) {
                    cast.computeIfAbsent(poll, filling -> new ArrayList<>()).add(session);
                }
            });
        }
        fresh.clear();
        cast.forEach(polls::tell);
    }

    // ---- ends

    /** Refuses further ballots of a poll; completes when those that arrived before are committed. */
    Future<Void> seal(UUID poll) {
        closing.add(poll);
        BallotBox box = boxes.get(poll);
        return box == null ? Future.succeededFuture() : box.drained();
    }

    void unseal(UUID poll) {
        closing.remove(poll);
    }

    /** The poll is open no more. */
    void ended(UUID poll) {
        boxes.remove(poll);
        closing.remove(poll);
    }

    /** Whether no ballot is under way. */
    boolean idle() {
        return closing.isEmpty()
                && boxes.values().stream().allMatch(box -> box.drained().isComplete());
    }
}
