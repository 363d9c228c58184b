package de.werkraum.poll;

import de.werkraum.metrics.Metrics;
import de.werkraum.pace.GroupCommit;
import de.werkraum.store.PollStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the ballots of one open poll to PostgreSQL, many in one commit. On the room's event loop only. */
final class BallotBox {
    private final UUID poll;
    private final PollStore store;
    private final Metrics metrics;
    private final GroupCommit<UUID, Vote> commits;

    BallotBox(UUID poll, Context room, PollStore store, Metrics metrics) {
        this.poll = poll;
        this.store = store;
        this.metrics = metrics;
        commits = new GroupCommit<>(room, this::store);
    }

    /** The ballot of a member that is on its way, or null. */
    @Nullable
    Vote underWay(UUID member) {
        return commits.underWay(member);
    }

    /** Stores a ballot; false if the poll was no longer open, or the member no longer of its electorate. */
    Future<Boolean> put(Vote vote) {
        return commits.put(vote.member(), vote);
    }

    /** Completes when no ballot is under way. */
    Future<Void> drained() {
        return commits.drained();
    }

    private Future<Set<UUID>> store(Collection<Vote> votes) {
        List<PollStore.StoredBallot> ballots = votes.stream()
                .map(vote ->
                        new PollStore.StoredBallot(vote.member(), vote.ballot().toTree(), vote.receipt()))
                .toList();
        return store.cast(poll, ballots).onSuccess(taken -> metrics.ballots(taken.size()));
    }
}
