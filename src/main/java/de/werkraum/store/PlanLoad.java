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
 * Reads a plan and checks every row of it. A damaged snapshot gives way to the one before it; a damaged or missing update hides none after it:
 * what rests on it waits in the document until somebody brings it back. One object a load.
 */
final class PlanLoad {
    private static final String SNAPSHOT = "plan_snapshot";
    private static final String UPDATE = "plan_update";
    private static final String CHANGED = "its bytes are not those that were written";
    /** SQLSTATE class of PostgreSQL's own findings: a page whose checksum fails, a value that can't be put together. */
    private static final String CORRUPTED = "XX";

    /** Numbers tried one by one where the next can't be found: more than a page of 8 KiB that can't be read may hold rows. */
    private static final int MOST_BLIND = 1_000;

    private final Pool pool;
    private final UUID room;
    private int blind;
    private @Nullable Damage first;
    private int missing;
    private boolean unreadable;
    private long newestSnapshot;

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
                        select seq, data, crc, 1 as updates, true as snapshot from plan_snapshot
                         where room = $1 and seq = (select max(seq) from plan_snapshot where room = $1 and seq < $2)
                        union all
                        select u.seq, u.data, u.crc, u.updates, false from plan_update u
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
                broken(SNAPSHOT, seq, CHANGED);
                return whole(seq);
            }
            if (snapshot) {
                plan.start(seq, bytes(row));
            } else {
                plan.take(row);
            }
        }
        return Future.succeededFuture(plan.built());
    }

    /** Where PostgreSQL can't read everything at once: each row that it can read alone. */
    private Future<StoredPlan> rowByRow() {
        return pool.preparedQuery("select seq from plan_snapshot where room = $1 order by seq desc")
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(rows, row -> row.getLong("seq")))
                .recover(failure -> {
                    broken(SNAPSHOT, 0, "PostgreSQL can't list this room's snapshots");
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
        return following(plan.seq)
                .compose(seq -> seq.isEmpty()
                        ? Future.succeededFuture(plan.built())
                        : one(UPDATE, seq.get()).compose(row -> {
                            row.ifPresentOrElse(plan::take, () -> plan.pass(seq.get(), seq.get()));
                            return updates(plan);
                        }));
    }

    /** The number of the next update that there is; where even that can't be read, the next number. */
    private Future<Optional<Long>> following(long seq) {
        return pool.preparedQuery("select min(seq) as seq from plan_update where room = $1 and seq > $2")
                .execute(Tuple.of(room, seq))
                .map(rows -> Rows.first(rows, row -> row).map(row -> row.getLong("seq")))
                .recover(failure ->
                        unreadable(failure) ? Future.succeededFuture(blindly(seq + 1)) : Future.failedFuture(failure));
    }

    private Optional<Long> blindly(long seq) {
        blind++;
        if (blind > MOST_BLIND) {
            broken(UPDATE, seq, "PostgreSQL can't list this room's updates from there on");
            return Optional.empty();
        }
        return Optional.of(seq);
    }

    /** One row, if it is there and good. */
    private Future<Optional<Row>> one(String table, long seq) {
        return pool.preparedQuery("select seq, data, crc" + (table.equals(UPDATE) ? ", updates" : "") + " from " + table
                        + " where room = $1 and seq = $2")
                .execute(Tuple.of(room, seq))
                .map(rows -> Rows.first(rows, row -> row))
                .map(row -> row.filter(there -> good(there) || broken(table, seq, CHANGED)))
                .recover(failure -> {
                    broken(table, seq, "PostgreSQL can't read it");
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

    /** Notes a row that is there and can't be used; answers false. */
    private boolean broken(String table, long seq, String what) {
        unreadable = true;
        if (table.equals(SNAPSHOT)) {
            newestSnapshot = Math.max(newestSnapshot, seq);
        } else {
            missing++;
        }
        note(table, seq, what);
        return false;
    }

    private void note(String table, long seq, String what) {
        if (first == null) {
            first = new Damage(table, seq, what, 0, false);
        }
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

        /** Takes an update if it is good. */
        void take(Row row) {
            long at = row.getLong("seq");
            int many = row.getInteger("updates");
            pass(at - many + 1, at);
            logged += many;
            if (good(row)) {
                updates.add(bytes(row));
            } else {
                broken(UPDATE, at, CHANGED);
                missing += many - 1;
            }
        }

        /** Goes on to the last of some numbers; those before the first of them are missing. */
        void pass(long from, long to) {
            if (from > seq + 1) {
                missing += (int) (from - seq - 1);
                note(UPDATE, seq + 1, "it is missing");
            }
            seq = Math.max(seq, to);
        }

        /** No number is given twice: the next one follows whatever was found. */
        StoredPlan built() {
            Damage found = first;
            return new StoredPlan(
                    List.copyOf(updates),
                    Math.max(seq, newestSnapshot),
                    logged,
                    Optional.ofNullable(found)
                            .map(at -> new Damage(at.table(), at.seq(), at.what(), missing, unreadable)));
        }
    }
}
