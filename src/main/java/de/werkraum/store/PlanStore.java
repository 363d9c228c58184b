package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The plan log: Yjs updates (v1) of all rooms, and the snapshots that replace them. */
public final class PlanStore {
    private final Pool pool;

    public PlanStore(Pool pool) {
        this.pool = pool;
    }

    /** One update of one room. Sequence numbers start at 1 in each room. */
    public record Entry(UUID room, long seq, byte[] update) {}

    /**
     * What is stored of a plan, as far as it is good.
     *
     * @param updates the snapshot, if there is one, then the log in order
     * @param seq the number of the last of these updates, 0 if there is none
     * @param logged log rows after the snapshot
     * @param damage the first row that is not what was written; nothing may be added to such a plan
     */
    public record StoredPlan(List<byte[]> updates, long seq, int logged, Optional<Damage> damage) {}

    /** A row that is not what was written, or is not there. */
    public record Damage(String table, long seq, String what) {}

    /** Writes a group of updates in one statement and one commit. Writing one again changes nothing, so a commit of unknown end can be retried. */
    public Future<Void> append(List<Entry> entries) {
        return append(pool, entries);
    }

    static Future<Void> append(SqlClient connection, List<Entry> entries) {
        UUID[] rooms = new UUID[entries.size()];
        Long[] seqs = new Long[entries.size()];
        Buffer[] updates = new Buffer[entries.size()];
        Integer[] crcs = new Integer[entries.size()];
        for (int i = 0; i < rooms.length; i++) {
            Entry entry = entries.get(i);
            rooms[i] = entry.room();
            seqs[i] = entry.seq();
            updates[i] = Buffer.buffer(entry.update());
            crcs[i] = Checksum.of(entry.update());
        }
        // A room deleted meanwhile takes its updates with it.
        return connection
                .preparedQuery(
                        """
                        insert into plan_update (room, seq, data, crc)
                        select u.room, u.seq, u.data, u.crc
                          from unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::integer[]) as u (room, seq, data, crc)
                          join room on room.id = u.room
                        on conflict (room, seq) do nothing
                        """)
                .execute(Tuple.of(rooms, seqs, updates, crcs))
                .mapEmpty();
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
