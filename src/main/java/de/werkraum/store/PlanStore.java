package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The plan log: Yjs updates (v1) of all rooms, and the snapshots that replace them. */
public final class PlanStore {
    /** Longest wait for the end of a commit that was cancelled. */
    private static final int CANCEL_SECONDS = 2;

    private final Pool pool;

    public PlanStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Updates of one room as one. Sequence numbers start at 1 in each room.
     *
     * @param seq number of the last of them
     * @param updates how many there are
     */
    public record Entry(UUID room, long seq, byte[] update, int updates) {
        /** One update. */
        public Entry(UUID room, long seq, byte[] update) {
            this(room, seq, update, 1);
        }
    }

    /**
     * What is stored of a plan, as far as it is good.
     *
     * @param updates the snapshot, if there is one, then the log in order, without what is damaged
     * @param seq the highest number there is, 0 if there is none
     * @param logged updates in the log after the snapshot
     * @param damage what is not there, or is not what was written
     */
    public record StoredPlan(List<byte[]> updates, long seq, int logged, Optional<Damage> damage) {}

    /**
     * Rows that are not what was written, or are not there.
     *
     * @param table of the first of them
     * @param missing how many updates that makes, at least
     * @param unreadable whether some are there and can't be used: a backup may mend them, so nothing may take their place
     */
    public record Damage(String table, long seq, String what, int missing, boolean unreadable) {}

    /**
     * What is found of plans that are in memory.
     *
     * @param server a word for the run of PostgreSQL that has answered: another one after a failover, a restart or a crash
     * @param lacking rooms of which it no longer holds what it had committed
     */
    public record Holding(String server, List<UUID> lacking) {}

    /** Writes a group of updates in one statement and one commit. Writing one again changes nothing, so a commit of unknown end can be retried. */
    public Future<Void> append(List<Entry> entries) {
        return PlanAppend.to(pool, entries, false);
    }

    /**
     * The same, given up after so many seconds: it is cancelled in PostgreSQL before the answer fails, so that no more than one ever waits there.
     *
     * @param again whether some may be stored already by a commit whose answer got lost: they are touched, so that this commit ends no sooner than
     *     that one, which may wait for a standby
     * @return the number of the session of PostgreSQL that has answered
     */
    public Future<Long> append(List<Entry> entries, int seconds, boolean again) {
        return pool.getConnection().compose(connection -> {
            PgConnection session = PgConnection.cast(connection);
            long number = ((long) session.processId() << Integer.SIZE) | (session.secretKey() & 0xffff_ffffL);
            Future<Void> written = PlanAppend.to(connection, entries, again);
            return written.timeout(seconds, TimeUnit.SECONDS)
                    .recover(failure -> written.isComplete()
                            ? Future.failedFuture(failure)
                            : cancelled(session, written).compose(ended -> Future.failedFuture(failure)))
                    .eventually(() -> connection.close().otherwiseEmpty())
                    .map(done -> number);
        });
    }

    /** Ends what the connection is doing; waits a moment for its end, whatever it is. */
    private static Future<Void> cancelled(PgConnection connection, Future<?> doing) {
        return connection
                .cancelRequest()
                .compose(sent -> doing.timeout(CANCEL_SECONDS, TimeUnit.SECONDS))
                .otherwiseEmpty()
                .mapEmpty();
    }

    /**
     * Asks which server answers, and of which rooms it no longer holds what had been committed under that number. Its word changes with the start
     * of its processes, with its timeline, and with a crash that it has recovered from, which begins its statistics anew.
     */
    public Future<Holding> holding(Map<UUID, Long> committed) {
        List<UUID> rooms = List.copyOf(committed.keySet());
        return pool.preparedQuery(
                        """
                        select concat_ws(' ', pg_postmaster_start_time(), left(pg_walfile_name(pg_current_wal_lsn()), 8),
                                         (select stats_reset from pg_stat_bgwriter)) as server,
                               array(select k.room from unnest($1::uuid[], $2::bigint[]) as k (room, seq) join room on room.id = k.room
                                      where k.seq > 0
                                        and not exists (select 1 from plan_update u where u.room = k.room and u.seq = k.seq)
                                        and not exists (select 1 from plan_snapshot s where s.room = k.room and s.seq >= k.seq)) as lacking
                        """)
                .execute(Tuple.of((Object) rooms.toArray(UUID[]::new), (Object)
                        rooms.stream().map(committed::get).toArray(Long[]::new)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Holding(row.getString("server"), List.of(row.getArrayOfUUIDs("lacking")));
                });
    }

    /** The number under which the newest of each of these plans is stored; two looks into an index a room. */
    public Future<Map<UUID, Long>> heads(List<UUID> rooms) {
        return pool.preparedQuery(
                        """
                        select k.room, greatest((select max(seq) from plan_update u where u.room = k.room),
                                                (select max(seq) from plan_snapshot s where s.room = k.room), 0) as seq
                          from unnest($1::uuid[]) as k (room)
                        """)
                .execute(Tuple.of((Object) rooms.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Long> heads = new HashMap<>();
                    rows.forEach(row -> heads.put(row.getUUID("room"), row.getLong("seq")));
                    return heads;
                });
    }

    /** The plan of a room, every row of it checked. */
    public Future<StoredPlan> load(UUID room) {
        return new PlanLoad(pool, room).run();
    }

    /**
     * Writes a snapshot of everything up to {@code seq}, and more perhaps. The one before it stays with all updates since, older ones go,
     * in one transaction. An older snapshot never replaces a newer one.
     */
    public Future<Void> snapshot(UUID room, long seq, byte[] document) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select 1 from room where id = $1 for no key update")
                .execute(Tuple.of(room))
                .compose(locked -> connection
                        .preparedQuery(
                                """
                                insert into plan_snapshot (room, seq, data, crc) select id, $2, $3, $4 from room where id = $1
                                   and not exists (select 1 from plan_snapshot where room = $1 and seq >= $2)
                                """)
                        .execute(Tuple.of(room, seq, Buffer.buffer(document), Checksum.of(document))))
                .compose(written ->
                        written.rowCount() == 0 ? Future.succeededFuture() : removeReplaced(connection, room, seq)));
    }

    /** Writes a snapshot of everything up to {@code seq} in place of all that is stored up to there: what it doesn't hold is gone. */
    public Future<Void> purge(UUID room, long seq, byte[] document) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select 1 from room where id = $1 for no key update")
                .execute(Tuple.of(room))
                .compose(locked -> connection
                        .preparedQuery("delete from plan_update where room = $1 and seq <= $2")
                        .execute(Tuple.of(room, seq)))
                .compose(done -> connection
                        .preparedQuery("delete from plan_snapshot where room = $1 and seq <= $2")
                        .execute(Tuple.of(room, seq)))
                .compose(done -> connection
                        .preparedQuery(
                                """
                                insert into plan_snapshot (room, seq, data, crc) select id, $2, $3, $4 from room where id = $1
                                """)
                        .execute(Tuple.of(room, seq, Buffer.buffer(document), Checksum.of(document))))
                .mapEmpty());
    }

    private static Future<Void> removeReplaced(SqlConnection connection, UUID room, long newest) {
        String before = " (select max(seq) from plan_snapshot where room = $1 and seq < $2)";
        return connection
                .preparedQuery("delete from plan_update where room = $1 and seq <=" + before)
                .execute(Tuple.of(room, newest))
                .compose(done -> connection
                        .preparedQuery("delete from plan_snapshot where room = $1 and seq <" + before)
                        .execute(Tuple.of(room, newest)))
                .mapEmpty();
    }
}
