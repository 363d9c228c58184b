package de.werkraum.poll;

import de.werkraum.metrics.Metrics;
import de.werkraum.store.PollStore;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the ballots of one open poll to PostgreSQL: those that arrive while a commit runs share the next one. A ballot's future completes
 * after its commit. On the room's event loop only.
 */
final class BallotBox {
    private final UUID poll;
    private final Context room;
    private final PollStore store;
    private final Metrics metrics;
    private Map<UUID, Waiting> waiting = new LinkedHashMap<>();
    private Map<UUID, Waiting> committing = Map.of();
    private Promise<Void> empty = Promise.promise();

    /** A member's newest ballot, and everybody who waits for it or for one it replaced. */
    private record Waiting(Vote vote, List<Promise<Boolean>> answers) {}

    BallotBox(UUID poll, Context room, PollStore store, Metrics metrics) {
        this.poll = poll;
        this.room = room;
        this.store = store;
        this.metrics = metrics;
        empty.complete();
    }

    /** The ballot of a member that is on its way, or null. */
    @Nullable
    Vote underWay(UUID member) {
        Waiting newest = waiting.getOrDefault(member, committing.get(member));
        return newest == null ? null : newest.vote();
    }

    /** Stores a ballot; false if the poll was no longer open, or the member no longer of its electorate. */
    Future<Boolean> put(Vote vote) {
        Promise<Boolean> answer = Promise.promise();
        Waiting before = waiting.remove(vote.member());
        List<Promise<Boolean>> answers = before == null ? new ArrayList<>() : before.answers();
        answers.add(answer);
        waiting.put(vote.member(), new Waiting(vote, answers));
        if (empty.future().isComplete()) {
            empty = Promise.promise();
            room.runOnContext(turn -> commit());
        }
        return answer.future();
    }

    /** Completes when no ballot is under way. */
    Future<Void> drained() {
        return empty.future();
    }

    private void commit() {
        committing = waiting;
        waiting = new LinkedHashMap<>();
        List<PollStore.StoredBallot> ballots = new ArrayList<>(committing.size());
        committing
                .values()
                .forEach(one -> ballots.add(new PollStore.StoredBallot(
                        one.vote().member(),
                        one.vote().ballot().toTree(),
                        one.vote().receipt())));
        store.cast(poll, ballots).onComplete(result -> room.runOnContext(now -> answer(result)));
    }

    private void answer(AsyncResult<Set<UUID>> result) {
        Map<UUID, Waiting> done = committing;
        if (result.succeeded()) {
            metrics.ballots(result.result().size());
        }
        committing = Map.of();
        done.forEach((member, one) -> {
            for (Promise<Boolean> answer : one.answers()) {
                if (result.succeeded()) {
                    answer.complete(result.result().contains(member));
                } else {
                    answer.fail(result.cause());
                }
            }
        });
        if (waiting.isEmpty()) {
            empty.complete();
        } else {
            commit();
        }
    }
}
