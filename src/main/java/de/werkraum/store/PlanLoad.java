package de.werkraum.store;

import de.werkraum.store.PlanStore.Damage;
import de.werkraum.store.PlanStore.StoredPlan;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan and checks every row of it. A damaged snapshot gives way to the one before it; a damaged or missing update ends the plan at
 * the one before that. One object a load.
 */
final class PlanLoad {
    private static final String SNAPSHOT = "plan_snapshot";
    private static final String UPDATE = "plan_update";
    /** SQLSTATE class of PostgreSQL's own findings: a page whose checksum fails, a value that can't be put together. */
    private static final String CORRUPTED = "XX";

    private final Pool pool;
    private final UUID room;
    private @Nullable Damage damage;

    PlanLoad(Pool pool, UUID room) {
        this.pool = pool;
        this.room = room;
    }

    Future<StoredPlan> run() {
        return whole(Long.MAX_VALUE)
                .recover(failure -> unreadable(failure) ? rowByRow() : Future.failedFuture(failure));
    }

    private static boolean unreadable(Throwable failure) {
        return failure instanceof PgException error && error.getSqlState().startsWith(CORRUPTED);
    }

    /** Both parts of one moment, from the newest snapshot below the bound on. */
    private Future<StoredPlan> whole(long below) {
        return pool.preparedQuery(
                        """
                        select seq, data, crc, true as snapshot from plan_snapshot
                         where room = $1 and seq = (select max(seq) from plan_snapshot where room = $1 and seq < $2)
                        union all
                        select u.seq, u.data, u.crc, false from plan_update u
                         where u.room = $1
                           and u.seq > coalesce((select max(s.seq) from plan_snapshot s where s.room = $1 and s.seq < $2), 0)
                        order by snapshot desc, seq
                        """)
                .execute(Tuple.of(room, below))
                .compose(this::checked);
    }

    private Future<StoredPlan> checked(RowSet<Row> rows) {
        Building plan = new Building();
        for (Row row : rows) {
            boolean snapshot = row.getBoolean("snapshot");
            long seq = row.getLong("seq");
            if (snapshot && !good(row)) {
                found(SNAPSHOT, seq, "its bytes are not those that were written");
                return whole(seq);
            }
            if (!snapshot && !plan.take(row)) {
                break;
            }
            if (snapshot) {
                plan.start(seq, bytes(row));
            }
        }
        return Future.succeededFuture(plan.built());
    }

    /** Where PostgreSQL can't read everything at once: up to the first row that it can't read alone. */
    private Future<StoredPlan> rowByRow() {
        return pool.preparedQuery("select seq from plan_snapshot where room = $1 order by seq desc")
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(rows, row -> row.getLong("seq")))
                .recover(failure -> {
                    found(SNAPSHOT, 0, "PostgreSQL can't list this room's snapshots");
                    return unreadable(failure) ? Future.succeededFuture(List.of()) : Future.failedFuture(failure);
                })
                .compose(this::fromSnapshots);
    }

    private Future<StoredPlan> fromSnapshots(List<Long> newestFirst) {
        if (newestFirst.isEmpty()) {
            return updates(new Building());
        }
        long seq = newestFirst.get(0);
        return one(SNAPSHOT, seq).compose(row -> {
            if (row.isEmpty()) {
                return fromSnapshots(newestFirst.subList(1, newestFirst.size()));
            }
            Building plan = new Building();
            plan.start(seq, bytes(row.get()));
            return updates(plan);
        });
    }

    private Future<StoredPlan> updates(Building plan) {
        return one(UPDATE, plan.seq + 1)
                .compose(row ->
                        row.isPresent() && plan.take(row.get()) ? updates(plan) : Future.succeededFuture(plan.built()));
    }

    /** One row, if it is there and good. */
    private Future<Optional<Row>> one(String table, long seq) {
        return pool.preparedQuery("select seq, data, crc from " + table + " where room = $1 and seq = $2")
                .execute(Tuple.of(room, seq))
                .map(rows -> Rows.first(rows, row -> row))
                .map(row -> row.filter(
                        there -> good(there) || found(table, seq, "its bytes are not those that were written")))
                .recover(failure -> {
                    found(table, seq, "PostgreSQL can't read it");
                    return unreadable(failure)
                            ? Future.succeededFuture(Optional.empty())
                            : Future.failedFuture(failure);
                });
    }

    private static byte[] bytes(Row row) {
        return row.getBuffer("data").getBytes();
    }

    private static boolean good(Row row) {
        return Checksum.matches(bytes(row), row.getInteger("crc"));
    }

    /** Notes the first damage; answers false. */
    private boolean found(String table, long seq, String what) {
        if (damage == null) {
            damage = new Damage(table, seq, what);
        }
        return false;
    }

    /** The good rows so far. */
    private final class Building {
        private final List<byte[]> updates = new ArrayList<>();
        private long seq;
        private int logged;

        void start(long at, byte[] snapshot) {
            seq = at;
            updates.add(snapshot);
        }

        /** Takes an update that follows the last one and is good. */
        boolean take(Row row) {
            long at = row.getLong("seq");
            if (at != seq + 1) {
                return found(UPDATE, seq + 1, "it is missing");
            }
            if (!good(row)) {
                return found(UPDATE, at, "its bytes are not those that were written");
            }
            seq = at;
            logged++;
            updates.add(bytes(row));
            return true;
        }

        StoredPlan built() {
            return new StoredPlan(List.copyOf(updates), seq, logged, Optional.ofNullable(damage));
        }
    }
}
