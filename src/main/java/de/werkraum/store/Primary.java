package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnectOptions;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which of several addresses takes writes now: the pool asks for each new connection. What libpq does for {@code target_session_attrs}, the
 * Vert.x client leaves to whoever calls it: given several addresses, it takes them by turns. Safe for use by all threads.
 */
final class Primary implements Supplier<Future<SqlConnectOptions>> {
    /** True on a standby and on a server, database or role that is set to read-only. */
    static final String ONLY_READS = "pg_is_in_recovery() or current_setting('transaction_read_only') = 'on'";

    /** How long one address is waited for before the next is asked, in milliseconds: with three of them, within the wait for a connection. */
    private static final int ANSWER_MILLIS = 1_500;
    /** Where no other takes writes, a slow one is waited for this long, in milliseconds: a busy machine is not one that is gone. */
    private static final int SLOW_MILLIS = 4_000;
    /** How long an answer holds. A pool that fills asks once; one that has lost its server asks again soon. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private final Vertx vertx;
    private final List<PgConnectOptions> addresses;
    private @Nullable Future<SqlConnectOptions> asked;
    private long askedAt;
    private int last;

    Primary(Vertx vertx, List<PgConnectOptions> addresses) {
        this.vertx = vertx;
        this.addresses = List.copyOf(addresses);
    }

    @Override
    public Future<SqlConnectOptions> get() {
        return addresses.size() == 1 ? Future.succeededFuture(addresses.get(0)) : several();
    }

    private synchronized Future<SqlConnectOptions> several() {
        boolean old = System.nanoTime() - askedAt > FRESH.toNanos();
        Future<SqlConnectOptions> now = asked;
        if (now == null || (now.isComplete() && (old || now.failed()))) {
            askedAt = System.nanoTime();
            now = from(last, addresses.size());
            asked = now;
        }
        return now;
    }

    /** The one that was right last is asked first, the others after it. */
    private Future<SqlConnectOptions> from(int index, int left) {
        PgConnectOptions address = addresses.get(index);
        Future<SqlConnectOptions> slow = takesWrites(address).map(yes -> {
            found(index);
            return address;
        });
        if (left == 1) {
            return slow;
        }
        return slow.timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                .recover(failure ->
                        from((index + 1) % addresses.size(), left - 1).recover(others -> slow));
    }

    private synchronized void found(int index) {
        last = index;
    }

    private Future<Void> takesWrites(PgConnectOptions address) {
        PgConnectOptions once = new PgConnectOptions(address).setReconnectAttempts(0);
        return PgConnection.connect(vertx, once)
                .compose(connection ->
                        connection.query("select " + ONLY_READS).execute().eventually(connection::close))
                .timeout(SLOW_MILLIS, TimeUnit.MILLISECONDS)
                .compose(rows -> onlyReads(rows)
                        ? Future.failedFuture(new ConnectException("None of the servers of DATABASE_URL takes writes"))
                        : Future.succeededFuture());
    }

    static boolean onlyReads(RowSet<Row> rows) {
        return rows.iterator().next().getBoolean(0);
    }
}
