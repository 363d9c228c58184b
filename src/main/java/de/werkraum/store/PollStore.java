package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
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

    /** The tally shown last while a poll is open, and the number of ballots in it. */
    public record Shown(int cast, JsonObject tally) {}

    /** What goes with an open poll. */
    public record Opened(List<Voter> voters, List<StoredBallot> ballots, Optional<Shown> shown) {}

    // ---- reading

    /** All polls of a room, in the order of their making. */
    public Future<List<StoredPoll>> list(UUID room) {
        return pool.preparedQuery("select " + PollRows.COLUMNS + " from poll where room = $1 order by id")
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(rows, PollRows::poll));
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
                    Optional<Shown> shown = Rows.first(rows, PollRows::shown).flatMap(Function.identity());
                    return voters(connection, poll).compose(voters -> BallotTable.read(connection, poll)
                            .map(ballots -> Optional.of(new Opened(voters, ballots, shown))));
                }));
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

    /** Completes when no transaction holds these polls: what was under way on a connection that broke has ended. */
    public Future<Void> await(Collection<UUID> polls) {
        return pool.preparedQuery("select 1 from poll where id = any($1) for share")
                .execute(Tuple.of((Object) polls.toArray(UUID[]::new)))
                .mapEmpty();
    }

    // ---- drafts

    /** Stores a draft, new or changed, and notes it. */
    public Future<Void> saveDraft(StoredPoll poll, AuditEntry note) {
        return AuditStore.noting(pool, List.of(note), connection -> saveDraft(connection, poll));
    }

    private static Future<Void> saveDraft(SqlConnection connection, StoredPoll poll) {
        return connection
                .preparedQuery(
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

    /** Deletes a draft, and notes it. */
    public Future<Void> deleteDraft(UUID poll, AuditEntry note) {
        return AuditStore.noting(pool, List.of(note), connection -> connection
                .preparedQuery("delete from poll where id = $1 and state = 'draft'")
                .execute(Tuple.of(poll))
                .mapEmpty());
    }

    /** Opens a draft with its frozen labels and electorate, and notes it; false if it is no draft any more. */
    public Future<Boolean> open(StoredPoll poll, Collection<Voter> electorate, AuditEntry note) {
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
                                .compose(added -> AuditStore.write(connection, note))
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

    /** Changes what may change while a poll is open, or shows a result, and notes it. */
    public Future<Void> update(StoredPoll poll, AuditEntry note) {
        return AuditStore.noting(pool, List.of(note), connection -> connection
                .preparedQuery("update poll set settings = $2, closes_at = $3, revealed = $4 where id = $1")
                .execute(Tuple.of(
                        poll.id(),
                        poll.settings(),
                        Rows.time(poll.closesAt()),
                        poll.result().revealed()))
                .mapEmpty());
    }

    /** Notes the tally that is about to be shown of an open poll. */
    public Future<Void> show(UUID poll, Shown shown) {
        return pool.preparedQuery("update poll set shown_cast = $2, shown_tally = $3 where id = $1 and state = 'open'")
                .execute(Tuple.of(poll, shown.cast(), shown.tally()))
                .mapEmpty();
    }

    /** Admits further members to an open poll, and notes it; false if it is not open. */
    public Future<Boolean> admit(UUID poll, Collection<Voter> voters, AuditEntry note) {
        return whileOpen(poll, connection -> addVoters(connection, poll, voters)
                .compose(added -> AuditStore.write(connection, note)));
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
}
