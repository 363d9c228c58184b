package de.werkraum.store;

import de.werkraum.store.PlanStore.Entry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/** Adds updates to the plan log. */
final class PlanAppend {
    private static final System.Logger LOG = System.getLogger(PlanAppend.class.getName());

    private static final String GIVEN =
            " unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::integer[], $5::integer[]) as u (room, seq, data, crc, updates)";

    private PlanAppend() {}

    /**
     * Writes a group of updates; a room deleted meanwhile takes its updates with it.
     *
     * @param again whether some may be there already
     */
    static Future<Void> to(SqlClient connection, List<Entry> entries, boolean again) {
        Tuple values = values(entries);
        String sameAgain = again ? "update set crc = excluded.crc where plan_update.data = excluded.data" : "nothing";
        return connection
                .preparedQuery(
                        "insert into plan_update (room, seq, data, crc, updates) select u.room, u.seq, u.data, u.crc, u.updates from"
                                + GIVEN + " join room on room.id = u.room on conflict (room, seq) do " + sameAgain)
                .execute(values)
                .compose(rows -> rows.rowCount() == entries.size()
                        ? Future.succeededFuture()
                        : underOtherNumbers(connection, values));
    }

    /**
     * Two who count by themselves could give one number to two updates; the later would be dropped in silence. It gets a number after all that are
     * there: in what order updates are applied makes no difference.
     */
    private static Future<Void> underOtherNumbers(SqlClient connection, Tuple values) {
        return connection
                .preparedQuery(
                        """
                        insert into plan_update (room, seq, data, crc, updates)
                        select u.room,
                               (select max(seq) from plan_update m where m.room = u.room)
                                 + row_number() over (partition by u.room order by u.seq),
                               u.data, u.crc, u.updates
                          from %s join plan_update taken on taken.room = u.room and taken.seq = u.seq
                         where taken.data <> u.data
                           and not exists (select 1 from plan_update same where same.room = u.room and same.data = u.data)
                        """
                                .formatted(GIVEN))
                .execute(values)
                .onSuccess(rows -> {
                    if (rows.rowCount() > 0) {
                        LOG.log(
                                Level.ERROR,
                                "{0} updates had numbers that were taken; they are stored under others.",
                                rows.rowCount());
                    }
                })
                .mapEmpty();
    }

    private static Tuple values(List<Entry> entries) {
        UUID[] rooms = new UUID[entries.size()];
        Long[] seqs = new Long[entries.size()];
        Buffer[] updates = new Buffer[entries.size()];
        Integer[] crcs = new Integer[entries.size()];
        Integer[] counts = new Integer[entries.size()];
        for (int i = 0; i < rooms.length; i++) {
            Entry entry = entries.get(i);
            rooms[i] = entry.room();
            seqs[i] = entry.seq();
            updates[i] = Buffer.buffer(entry.update());
            crcs[i] = Checksum.of(entry.update());
            counts[i] = entry.updates();
        }
        return Tuple.of(rooms, seqs, updates, crcs, counts);
    }
}
