package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Closing and cancelling: what stays of a poll, and that nothing stays of its ballots. */
public final class PollEnds {
    private final Pool pool;

    public PollEnds(Pool pool) {
        this.pool = pool;
    }

    /** What closing leaves behind: E at the end, and the count. */
    public record Closing(int eligible, StoredPoll.Result result) {}

    /**
     * Closes an open poll and notes it: counts the ballots as stored, keeps what {@code count} makes of them, and drops the ballots themselves. Who has
     * voted is marked for all in one statement.
     *
     * @return empty if the poll was not open
     */
    public Future<Optional<Closing>> close(
            UUID poll, Instant closedAt, Function<List<PollStore.StoredBallot>, Closing> count, AuditEntry note) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select 1 from poll where id = $1 and state = 'open' for update")
                .execute(Tuple.of(poll))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(Optional.empty())
                        : BallotTable.read(connection, poll)
                                .map(count)
                                .compose(closing -> keep(connection, poll, closedAt, closing))
                                .compose(closing ->
                                        AuditStore.write(connection, note).map(closing))
                                .map(Optional::of)));
    }

    private static Future<Closing> keep(SqlConnection connection, UUID poll, Instant closedAt, Closing closing) {
        StoredPoll.Result result = closing.result();
        return connection
                .preparedQuery(
                        """
                        update poll set state = 'closed', closed_at = $2, cast_count = $3, eligible = $4, tally = $5, receipts = $6,
                               ballots = $7, shown_cast = 0, shown_tally = null
                        where id = $1
                        """)
                .execute(Tuple.tuple()
                        .addValue(poll)
                        .addValue(Rows.time(closedAt))
                        .addValue(result.cast())
                        .addValue(closing.eligible())
                        .addValue(result.tally())
                        .addValue(result.receipts())
                        .addValue(result.ballots()))
                .compose(closed -> connection
                        .preparedQuery("update poll_voter set voted = member in (select member from "
                                + BallotTable.name(poll) + ") where poll = $1")
                        .execute(Tuple.of(poll)))
                .compose(marked -> BallotTable.drop(connection, poll))
                .map(closing);
    }

    /** Cancels an open or closed poll and notes it; of an open one the ballots are dropped and only their number stays. False if it is neither. */
    public Future<Boolean> cancel(UUID poll, String reason, Instant now, AuditEntry note) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        "select state = 'open' from poll where id = $1 and state in ('open', 'closed') for update")
                .execute(Tuple.of(poll))
                .compose(rows -> Rows.first(rows, row -> row.getBoolean(0))
                        .map(open -> cancel(connection, poll, reason, now)
                                .compose(done -> open ? discard(connection, poll) : Future.succeededFuture())
                                .compose(done -> AuditStore.write(connection, note))
                                .map(true))
                        .orElseGet(() -> Future.succeededFuture(false))));
    }

    private static Future<Void> cancel(SqlConnection connection, UUID poll, String reason, Instant now) {
        return connection
                .preparedQuery(
                        """
                        update poll set state = 'cancelled', reason = $2, closed_at = coalesce(closed_at, $3) where id = $1
                        """)
                .execute(Tuple.of(poll, reason, Rows.time(now)))
                .mapEmpty();
    }

    private static Future<Void> discard(SqlConnection connection, UUID poll) {
        return connection
                .preparedQuery("update poll set shown_cast = 0, shown_tally = null, cast_count = (select count(*) from "
                        + BallotTable.name(poll) + ") where id = $1")
                .execute(Tuple.of(poll))
                .compose(noted -> BallotTable.drop(connection, poll));
    }
}
