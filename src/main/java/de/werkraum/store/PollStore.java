package de.werkraum.store;

import de.werkraum.store.StoredPoll.State;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls and their ballots. Every change of state locks the poll's row first, and casting shares that lock, so that no ballot slips past a
 * closing and none comes after its member was taken out.
 */
public final class PollStore {
    private static final String COLUMNS =
            """
            id, room, question, method, options, settings, state, opened_at, closes_at, closed_at, eligible, opening_eligible,
            opening_present, cast_count, revealed, tally, receipts, ballots, reason, origin""";

    private static final Logger LOG = Logger.getLogger(PollStore.class.getName());

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

    /** What closing leaves behind: E at the end, and the count. */
    public record Closing(int eligible, StoredPoll.Result result) {}

    /** The tally shown last while a poll is open, and the number of ballots in it. */
    public record Shown(int cast, JsonObject tally) {}

    /** What goes with an open poll. */
    public record Opened(List<Voter> voters, List<StoredBallot> ballots, Optional<Shown> shown) {}

    // ---- reading

    /** All polls of a room, in the order of their making. */
    public Future<List<StoredPoll>> list(UUID room) {
        return pool.preparedQuery("select " + COLUMNS + " from poll where room = $1 order by id")
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(rows, PollStore::poll));
    }

    /** Rooms with an open poll that closes at an hour, or that should have been closed with its room. */
    public Future<List<UUID>> roomsWithTimedPolls() {
        return pool.query(
                        """
                        select distinct p.room from poll p join room r on r.id = p.room
                         where p.state = 'open' and (p.closes_at is not null or r.phase = 'closed')
                        """)
                .execute()
                .map(rows -> Rows.list(rows, row -> row.getUUID(0)));
    }

    /** Electorate and ballots of a poll; empty if it is not open. */
    public Future<Optional<Opened>> opened(UUID poll) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select shown_cast, shown_tally from poll where id = $1 and state = 'open' for share")
                .execute(Tuple.of(poll))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return Future.succeededFuture(Optional.empty());
                    }
                    Optional<Shown> shown = Rows.first(rows, PollStore::shown).flatMap(Function.identity());
                    return voters(connection, poll).compose(voters -> BallotTable.read(connection, poll)
                            .map(ballots -> Optional.of(new Opened(voters, ballots, shown))));
                }));
    }

    private static Optional<Shown> shown(Row row) {
        JsonObject tally = (JsonObject) row.getValue("shown_tally");
        return tally == null ? Optional.empty() : Optional.of(new Shown(row.getInteger("shown_cast"), tally));
    }

    /** The electorate of a poll. */
    public Future<List<Voter>> voters(UUID poll) {
        return pool.withConnection(connection -> voters(connection, poll));
    }

    /** Whoever left while the poll is open is no part of its electorate, even if the server stopped before it could take the member out. */
    private static Future<List<Voter>> voters(SqlConnection connection, UUID poll) {
        return connection
                .preparedQuery(
                        """
                        select v.member, coalesce(m.name, '') as name, v.organisation, v.present, v.voted
                          from poll_voter v join poll p on p.id = v.poll left join member m on m.id = v.member
                         where v.poll = $1 and (p.state <> 'open' or m.removed is not true)
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

    /** Whether a member's ballot was counted in a closed poll. */
    public Future<Boolean> voted(UUID poll, UUID member) {
        return pool.preparedQuery("select voted from poll_voter where poll = $1 and member = $2")
                .execute(Tuple.of(poll, member))
                .map(rows -> Rows.first(rows, row -> row.getBoolean(0)).orElse(false));
    }

    // ---- drafts

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
                        .addValue(Rows.time(poll.times().opened()))
                        .addValue(Rows.time(poll.closesAt()))
                        .addValue(poll.roll().openingEligible())
                        .addValue(poll.roll().openingPresent()))
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

    // ---- while open

    /** Changes what may change while a poll is open, or shows a result. */
    public Future<Void> update(StoredPoll poll) {
        return pool.preparedQuery("update poll set settings = $2, closes_at = $3, revealed = $4 where id = $1")
                .execute(Tuple.of(
                        poll.id(),
                        poll.settings(),
                        Rows.time(poll.closesAt()),
                        poll.result().revealed()))
                .mapEmpty();
    }

    /** Notes the tally that is about to be shown of an open poll. */
    public Future<Void> show(UUID poll, Shown shown) {
        return pool.preparedQuery("update poll set shown_cast = $2, shown_tally = $3 where id = $1 and state = 'open'")
                .execute(Tuple.of(poll, shown.cast(), shown.tally()))
                .mapEmpty();
    }

    /** Admits further members to an open poll; false if it is not open. */
    public Future<Boolean> admit(UUID poll, Collection<Voter> voters) {
        return whileOpen(poll, connection -> addVoters(connection, poll, voters));
    }

    /** Takes a member and its ballot out of an open poll; false if it is not open. */
    public Future<Boolean> expel(UUID poll, UUID member) {
        return whileOpen(poll, connection -> BallotTable.remove(connection, poll, member)
                .compose(gone -> connection
                        .preparedQuery("delete from poll_voter where poll = $1 and member = $2")
                        .execute(Tuple.of(poll, member)))
                .mapEmpty());
    }

    private Future<Boolean> whileOpen(UUID poll, Function<SqlConnection, Future<Void>> change) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select 1 from poll where id = $1 and state = 'open' for update")
                .execute(Tuple.of(poll))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(false)
                        : change.apply(connection)
                                .compose(changed -> connection
                                        .preparedQuery(
                                                """
                                                update poll set eligible = (select count(*) from poll_voter where poll = $1) where id = $1
                                                """)
                                        .execute(Tuple.of(poll)))
                                .map(true)));
    }

    /**
     * Stores ballots that arrived together, at most one a member, in one commit.
     *
     * @return whose ballots were stored: nobody's if the poll is not open, and none of those who are no part of the electorate any more
     */
    public Future<Set<UUID>> cast(UUID poll, List<StoredBallot> ballots) {
        Future<Set<UUID>> stored = pool.withTransaction(connection -> connection
                .preparedQuery("select 1 from poll where id = $1 and state = 'open' for share")
                .execute(Tuple.of(poll))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(Set.of())
                        : BallotTable.write(connection, poll, ballots)));
        return stored.onFailure(
                failure -> LOG.log(Level.WARNING, "{0} ballots of poll {1} were not stored: {2}", new Object[] {
                    ballots.size(), poll, kind(failure)
                }));
    }

    /** What went wrong, without PostgreSQL's words: they may quote values. */
    private static String kind(Throwable failure) {
        return failure instanceof PgException error
                ? "PostgreSQL says " + error.getSqlState()
                : failure.getClass().getName();
    }

    // ---- ends

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
                        : BallotTable.read(connection, poll)
                                .map(count)
                                .compose(closing -> keep(connection, poll, closedAt, closing))
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

    /** Cancels an open or closed poll; of an open one the ballots are dropped and only their number stays. False if it is neither. */
    public Future<Boolean> cancel(UUID poll, String reason, Instant now) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        "select state = 'open' from poll where id = $1 and state in ('open', 'closed') for update")
                .execute(Tuple.of(poll))
                .compose(rows -> Rows.first(rows, row -> row.getBoolean(0))
                        .map(open -> cancel(connection, poll, reason, now)
                                .compose(done -> open ? discard(connection, poll) : Future.succeededFuture())
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

    private static StoredPoll poll(Row row) {
        return new StoredPoll(
                row.getUUID("id"),
                row.getUUID("room"),
                row.getUUID("origin"),
                new StoredPoll.Content(
                        row.getString("question"),
                        row.getString("method"),
                        (JsonArray) row.getValue("options"),
                        (JsonObject) row.getValue("settings")),
                State.of(row.getString("state")),
                new StoredPoll.Times(
                        Rows.instant(row, "opened_at"), Rows.instant(row, "closes_at"), Rows.instant(row, "closed_at")),
                new StoredPoll.Roll(
                        row.getInteger("eligible"),
                        row.getInteger("opening_eligible"),
                        row.getInteger("opening_present")),
                new StoredPoll.Result(
                        row.getInteger("cast_count"),
                        row.getBoolean("revealed"),
                        (JsonObject) row.getValue("tally"),
                        (JsonArray) row.getValue("receipts"),
                        (JsonArray) row.getValue("ballots")),
                row.getString("reason"));
    }
}
