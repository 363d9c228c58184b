package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Polls and their ballots. Every change of state locks the poll's row first, so that no ballot slips past a closing. */
public final class PollStore {
    private static final String COLUMNS =
            """
            id, room, question, method, options, settings, state, opened_at, closes_at, closed_at, eligible, opening_eligible,
            opening_present, cast_count, revealed, tally,
            receipts, ballots, reason, origin""";

    private final Pool pool;

    public PollStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * One of the electorate.
     *
     * @param name as stored with the member now; empty for one whose personal data was erased
     */
    public record Voter(UUID member, String name, @Nullable String organisation, boolean present, boolean voted) {}

    /** A ballot of an open poll. */
    public record StoredBallot(UUID member, Object choices, UUID receipt) {}

    /** What closing leaves behind. */
    public record Closing(
            int cast, int eligible, JsonObject tally, @Nullable JsonArray receipts, @Nullable JsonArray ballots) {}

    /** All polls of a room, in the order of their making. */
    public Future<List<StoredPoll>> list(UUID room) {
        return pool.preparedQuery("select " + COLUMNS + " from poll where room = $1 order by id")
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(rows, PollStore::poll));
    }

    /** Rooms with an open poll that closes at an hour. */
    public Future<List<UUID>> roomsWithTimedPolls() {
        return pool.query("select distinct room from poll where state = 'open' and closes_at is not null")
                .execute()
                .map(rows -> Rows.list(rows, row -> row.getUUID(0)));
    }

    /** Stores a draft, new or changed. */
    public Future<Void> saveDraft(StoredPoll poll) {
        return pool.preparedQuery(
                        """
                        insert into poll (id, room, question, method, options, settings, state, closes_at, origin)
                        values ($1, $2, $3, $4, $5, $6, 'draft', $7, $8)
                        on conflict (id) do update set question = excluded.question, method = excluded.method, options = excluded.options,
                               settings = excluded.settings, closes_at = excluded.closes_at
                        where poll.state = 'draft'
                        """)
                .execute(Tuple.tuple()
                        .addValue(poll.id())
                        .addValue(poll.room())
                        .addValue(poll.question())
                        .addValue(poll.method())
                        .addValue(poll.options())
                        .addValue(poll.settings())
                        .addValue(Rows.time(poll.closesAt()))
                        .addValue(poll.origin()))
                .mapEmpty();
    }

    public Future<Void> deleteDraft(UUID poll) {
        return pool.preparedQuery("delete from poll where id = $1 and state = 'draft'")
                .execute(Tuple.of(poll))
                .mapEmpty();
    }

    /** Changes what may change while a poll is open, or shows a result. */
    public Future<Void> update(StoredPoll poll) {
        return pool.preparedQuery("update poll set settings = $2, closes_at = $3, revealed = $4 where id = $1")
                .execute(Tuple.of(poll.id(), poll.settings(), Rows.time(poll.closesAt()), poll.revealed()))
                .mapEmpty();
    }

    /** Opens a draft with its frozen labels and electorate; false if it is no draft any more. */
    public Future<Boolean> open(StoredPoll poll, Collection<Voter> electorate) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        """
                        update poll set state = 'open', options = $2, settings = $3, opened_at = $4, closes_at = $5, eligible = $6,
                               opening_eligible = $6, opening_present = $7
                        where id = $1 and state = 'draft'
                        """)
                .execute(Tuple.tuple()
                        .addValue(poll.id())
                        .addValue(poll.options())
                        .addValue(poll.settings())
                        .addValue(Rows.time(poll.openedAt()))
                        .addValue(Rows.time(poll.closesAt()))
                        .addValue(poll.eligible())
                        .addValue(poll.openingPresent()))
                .compose(opened -> opened.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : BallotTable.create(connection, poll.id())
                                .compose(made -> addVoters(connection, poll.id(), electorate))
                                .map(true)));
    }

    private static Future<Void> addVoters(SqlConnection connection, UUID poll, Collection<Voter> voters) {
        return connection
                .preparedQuery(
                        """
                        insert into poll_voter (poll, member, organisation, present)
                        select $1, v.member, v.organisation, v.present
                          from unnest($2::uuid[], $3::text[], $4::boolean[]) as v (member, organisation, present)
                        on conflict do nothing
                        """)
                .execute(Tuple.of(
                        poll,
                        voters.stream().map(Voter::member).toArray(UUID[]::new),
                        voters.stream().map(Voter::organisation).toArray(String[]::new),
                        voters.stream().map(Voter::present).toArray(Boolean[]::new)))
                .mapEmpty();
    }

    /** Admits further members to an open poll; false if it is not open. */
    public Future<Boolean> admit(UUID poll, Collection<Voter> voters, int eligible) {
        return whileOpen(poll, connection -> addVoters(connection, poll, voters).compose(added -> connection
                .preparedQuery("update poll set eligible = $2 where id = $1")
                .execute(Tuple.of(poll, eligible))
                .mapEmpty()));
    }

    /** Takes a member and its ballot out of an open poll; false if it is not open. */
    public Future<Boolean> expel(UUID poll, UUID member, int eligible) {
        return whileOpen(poll, connection -> connection
                .preparedQuery("delete from " + BallotTable.name(poll) + " where member = $1")
                .execute(Tuple.of(member))
                .compose(gone -> connection
                        .preparedQuery("delete from poll_voter where poll = $1 and member = $2")
                        .execute(Tuple.of(poll, member)))
                .compose(gone -> connection
                        .preparedQuery("update poll set eligible = $2 where id = $1")
                        .execute(Tuple.of(poll, eligible)))
                .mapEmpty());
    }

    private Future<Boolean> whileOpen(UUID poll, Function<SqlConnection, Future<Void>> change) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select 1 from poll where id = $1 and state = 'open' for update")
                .execute(Tuple.of(poll))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(false)
                        : change.apply(connection).map(true)));
    }

    /** Stores ballots that arrived together, at most one a member, in one commit; false, and nothing stored, if the poll is not open. */
    public Future<Boolean> cast(UUID poll, List<StoredBallot> ballots) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select 1 from poll where id = $1 and state = 'open' for share")
                .execute(Tuple.of(poll))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(false)
                        : connection
                                .preparedQuery(
                                        "insert into " + BallotTable.name(poll)
                                                + """
                                         (member, choices, receipt)
                                        select b.member, b.choices::json, b.receipt
                                          from unnest($1::uuid[], $2::text[], $3::uuid[]) as b (member, choices, receipt)
                                        on conflict (member) do update set choices = excluded.choices, receipt = excluded.receipt
                                        """)
                                .execute(Tuple.of(
                                        ballots.stream()
                                                .map(StoredBallot::member)
                                                .toArray(UUID[]::new),
                                        ballots.stream()
                                                .map(ballot -> io.vertx.core.json.Json.encode(ballot.choices()))
                                                .toArray(String[]::new),
                                        ballots.stream()
                                                .map(StoredBallot::receipt)
                                                .toArray(UUID[]::new)))
                                .map(true)));
    }

    /** The ballots of an open poll. */
    public Future<List<StoredBallot>> ballots(UUID poll) {
        return pool.withConnection(connection -> ballots(connection, poll));
    }

    private static Future<List<StoredBallot>> ballots(SqlConnection connection, UUID poll) {
        return connection
                .query("select member, choices, receipt from " + BallotTable.name(poll))
                .execute()
                .map(rows -> Rows.list(
                        rows,
                        row -> new StoredBallot(
                                row.getUUID("member"), row.getValue("choices"), row.getUUID("receipt"))));
    }

    /** The electorate of a poll. */
    public Future<List<Voter>> voters(UUID poll) {
        return pool.preparedQuery(
                        """
                        select v.member, coalesce(m.name, '') as name, v.organisation, v.present, v.voted
                          from poll_voter v left join member m on m.id = v.member where v.poll = $1
                        """)
                .execute(Tuple.of(poll))
                .map(rows -> Rows.list(
                        rows,
                        row -> new Voter(
                                row.getUUID("member"),
                                row.getString("name"),
                                row.getString("organisation"),
                                row.getBoolean("present"),
                                row.getBoolean("voted"))));
    }

    /**
     * Closes an open poll: counts the ballots as stored, keeps what {@code count} makes of them, and drops the ballots themselves. Who has
     * voted is marked for all in one statement.
     *
     * @return empty if the poll was not open
     */
    public Future<Optional<Closing>> close(UUID poll, Instant closedAt, Function<List<StoredBallot>, Closing> count) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select 1 from poll where id = $1 and state = 'open' for update")
                .execute(Tuple.of(poll))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(Optional.empty())
                        : ballots(connection, poll)
                                .map(count)
                                .compose(closing -> keep(connection, poll, closedAt, closing))
                                .map(Optional::of)));
    }

    private static Future<Closing> keep(SqlConnection connection, UUID poll, Instant closedAt, Closing closing) {
        return connection
                .preparedQuery(
                        """
                        update poll set state = 'closed', closed_at = $2, cast_count = $3, eligible = $4, tally = $5, receipts = $6, ballots = $7
                        where id = $1
                        """)
                .execute(Tuple.tuple()
                        .addValue(poll)
                        .addValue(Rows.time(closedAt))
                        .addValue(closing.cast())
                        .addValue(closing.eligible())
                        .addValue(closing.tally())
                        .addValue(closing.receipts())
                        .addValue(closing.ballots()))
                .compose(closed -> connection
                        .preparedQuery("update poll_voter set voted = member in (select member from "
                                + BallotTable.name(poll) + ") where poll = $1")
                        .execute(Tuple.of(poll)))
                .compose(marked -> BallotTable.drop(connection, poll))
                .map(closing);
    }

    /** Cancels an open or closed poll; the ballots of an open one are dropped. False if it is neither. */
    public Future<Boolean> cancel(UUID poll, String reason, Instant now) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        "select state = 'open' from poll where id = $1 and state in ('open', 'closed') for update")
                .execute(Tuple.of(poll))
                .compose(rows -> Rows.first(rows, row -> row.getBoolean(0))
                        .map(open -> cancel(connection, poll, reason, now)
                                .compose(done -> open ? BallotTable.drop(connection, poll) : Future.succeededFuture())
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

    private static StoredPoll poll(Row row) {
        return new StoredPoll(
                row.getUUID("id"),
                row.getUUID("room"),
                row.getString("question"),
                row.getString("method"),
                (JsonArray) row.getValue("options"),
                (JsonObject) row.getValue("settings"),
                row.getString("state"),
                Rows.instant(row, "opened_at"),
                Rows.instant(row, "closes_at"),
                Rows.instant(row, "closed_at"),
                row.getInteger("eligible"),
                row.getInteger("opening_eligible"),
                row.getInteger("opening_present"),
                row.getInteger("cast_count"),
                row.getBoolean("revealed"),
                (JsonObject) row.getValue("tally"),
                (JsonArray) row.getValue("receipts"),
                (JsonArray) row.getValue("ballots"),
                row.getString("reason"),
                row.getUUID("origin"));
    }
}
