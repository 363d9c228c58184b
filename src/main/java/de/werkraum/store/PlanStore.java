package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
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
     * What is stored of a plan.
     *
     * @param updates the snapshot, if there is one, then the log in order
     * @param seq the number of the last update, 0 if there is none
     * @param logged log rows not yet replaced by a snapshot
     */
    public record StoredPlan(List<byte[]> updates, long seq, int logged) {}

    /** Writes a group of updates in one statement and one commit. Writing one again changes nothing, so a commit of unknown end can be retried. */
    public Future<Void> append(List<Entry> entries) {
        UUID[] rooms = new UUID[entries.size()];
        Long[] seqs = new Long[entries.size()];
        Buffer[] updates = new Buffer[entries.size()];
        for (int i = 0; i < rooms.length; i++) {
            Entry entry = entries.get(i);
            rooms[i] = entry.room();
            seqs[i] = entry.seq();
            updates[i] = Buffer.buffer(entry.update());
        }
        // A room deleted meanwhile takes its updates with it.
        return pool.preparedQuery(
                        """
                        insert into plan_update (room, seq, data)
                        select u.room, u.seq, u.data from unnest($1::uuid[], $2::bigint[], $3::bytea[]) as u (room, seq, data)
                          join room on room.id = u.room
                        on conflict (room, seq) do nothing
                        """)
                .execute(Tuple.of(rooms, seqs, updates))
                .mapEmpty();
    }

    /** The plan of a room, both parts of one moment. */
    public Future<StoredPlan> load(UUID room) {
        return pool.preparedQuery(
                        """
                        select seq, data, true as snapshot from plan_snapshot where room = $1
                        union all
                        select u.seq, u.data, false from plan_update u
                         where u.room = $1 and u.seq > coalesce((select s.seq from plan_snapshot s where s.room = $1), 0)
                        order by snapshot desc, seq
                        """)
                .execute(Tuple.of(room))
                .map(PlanStore::plan);
    }

    private static StoredPlan plan(RowSet<Row> rows) {
        List<byte[]> updates = new ArrayList<>(rows.size());
        long seq = 0;
        int logged = 0;
        for (Row row : rows) {
            updates.add(row.getBuffer("data").getBytes());
            seq = Math.max(seq, row.getLong("seq"));
            logged += row.getBoolean("snapshot") ? 0 : 1;
        }
        return new StoredPlan(updates, seq, logged);
    }

    /** Replaces the log up to {@code seq} by a snapshot, in one transaction. An older snapshot never replaces a newer one. */
    public Future<Void> snapshot(UUID room, long seq, byte[] document) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        """
                        insert into plan_snapshot (room, seq, data) select id, $2, $3 from room where id = $1
                        on conflict (room) do update set seq = excluded.seq, data = excluded.data where plan_snapshot.seq < excluded.seq
                        """)
                .execute(Tuple.of(room, seq, Buffer.buffer(document)))
                .compose(written -> written.rowCount() == 0
                        ? Future.succeededFuture()
                        : connection
                                .preparedQuery("delete from plan_update where room = $1 and seq <= $2")
                                .execute(Tuple.of(room, seq))
                                .mapEmpty()));
    }
}
