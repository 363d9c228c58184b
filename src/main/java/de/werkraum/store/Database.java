package de.werkraum.store;

import de.werkraum.problem.StartupException;
import de.werkraum.store.embedded.EmbeddedDatabase;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The open database: its pool, and the embedded server where there is one. Safe for use by all threads. */
public final class Database implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Database.class.getName());

    /** Requests waiting for a connection; beyond it they fail at once instead of piling up while PostgreSQL is away. */
    private static final int WAITING = 2_000;
    /** Longest wait for a connection, in milliseconds; a person waits that long for an answer, not longer. */
    private static final int CONNECT_MILLIS = 5_000;
    /** An unused connection is given back after this, in seconds: well before {@link #SILENT_SECONDS}, or a query could be cut as it begins. */
    private static final int IDLE_SECONDS = 5;
    /**
     * Silence of PostgreSQL on a connection after which that is given up, in seconds. Without it a connection that a firewall or a proxy has
     * forgotten would never answer, and never be replaced. Queries take milliseconds; an idle connection costs as little to make anew.
     */
    private static final int SILENT_SECONDS = 10;
    /** A connection is made anew after this, in seconds, so that none stays with a server that was the primary once. */
    private static final int LIFETIME_SECONDS = 60;
    /**
     * Tries at a connection, and the pause between them in milliseconds: two seconds in which a server that has no connection left for now may
     * have one. Whoever waits does not notice; an outage is told well within the five seconds it may take.
     */
    private static final int TRIES = 8;

    private static final int PAUSE_MILLIS = 250;
    /**
     * Waits for the first connection, each of {@link #CONNECT_MILLIS}. A machine that starts much at once leaves a cold process little time, and at a start
     * nobody waits for an answer; that PostgreSQL is there and fit is known by then.
     */
    private static final int FIRST_TRIES = 6;
    /** Time for queries under way when closing, in seconds, out of the ten the whole end may take. */
    private static final int CLOSE_SECONDS = 3;

    private final Pool pool;
    private final @Nullable EmbeddedDatabase server;
    private final Right right;
    private final Term term;
    private final Promise<Void> replaced;
    private final boolean fresh;

    private Database(
            Vertx vertx, @Nullable EmbeddedDatabase server, DatabaseUrl url, Right right, int wanted, boolean fresh) {
        this.server = server;
        this.right = right;
        this.fresh = fresh;
        replaced = Promise.promise();
        replaced.future()
                .onSuccess(
                        told -> LOG.log(Level.ERROR, "Another Werkraum has taken over the database. This one ends."));
        term = Term.take(url, right, replaced::tryComplete);
        pool = pool(vertx, url, Fitness.connections(url, wanted));
    }

    /** The same with what the pool is to run on there already. */
    public static Database open(Vertx vertx, @Nullable String databaseUrl, Path dataFolder, int connections) {
        return open(() -> vertx, databaseUrl, dataFolder, connections);
    }

    /**
     * Starts the embedded server if need be, migrates, and opens the pool. Blocks for up to some seconds, or as long as a recovery
     * after a crash takes: not for an event loop.
     *
     * @param vertx what the pool is to run on, asked for last: it may be made meanwhile
     * @param databaseUrl {@code postgresql://user:password@host:port/db}; null runs a server of our own under the data folder
     * @param connections at most, beside the one that watches over the term
     * @throws StartupException with one sentence for the operator, also if another server is using the database
     */
    public static Database open(Supplier<Vertx> vertx, @Nullable String databaseUrl, Path dataFolder, int connections) {
        return open(vertx, databaseUrl, dataFolder, connections, new Alone());
    }

    /** The same for a server that is one of several. */
    public static Database join(Vertx vertx, String databaseUrl, int connections, Allied allied) {
        return open(() -> vertx, databaseUrl, Path.of(""), connections, allied);
    }

    private static Database open(
            Supplier<Vertx> vertx, @Nullable String databaseUrl, Path dataFolder, int connections, Right right) {
        EmbeddedDatabase server = databaseUrl == null ? EmbeddedDatabase.start(dataFolder) : null;
        try {
            DatabaseUrl url = DatabaseUrl.parse(server == null ? String.valueOf(databaseUrl) : server.url());
            Fitness.require(url);
            Term.requireAlone(url, right);
            boolean fresh = Migrations.run(url);
            return new Database(vertx.get(), server, url, right, connections, fresh);
        } catch (RuntimeException e) {
            if (server != null) {
                server.close();
            }
            throw e;
        }
    }

    private Pool pool(Vertx vertx, DatabaseUrl url, int size) {
        PoolOptions bounds = new PoolOptions()
                .setName("werkraum")
                .setMaxSize(size)
                .setMaxWaitQueueSize(WAITING)
                .setConnectionTimeout(CONNECT_MILLIS)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxLifetime(LIFETIME_SECONDS)
                .setMaxLifetimeUnit(TimeUnit.SECONDS);
        NetClientOptions net = new NetClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadIdleTimeout(SILENT_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        List<PgConnectOptions> options = url.connectOptions();
        options.forEach(address -> address.setCachePreparedStatements(true)
                .setReconnectAttempts(TRIES)
                .setReconnectInterval(PAUSE_MILLIS));
        return PgBuilder.pool()
                .with(bounds)
                .with(net)
                .connectingTo(new Primary(vertx, options))
                .withConnectHandler(this::admit)
                .using(vertx)
                .build();
    }

    /**
     * Marks a new session as one of this server's, then looks whether this server may still write: whoever takes over ends the marked
     * sessions after it has taken its term, so none slips through. One that may not is never given to the pool.
     */
    private void admit(SqlConnection connection) {
        connection
                .query("set search_path = %s; select pg_advisory_lock_shared(%d, %d); %s"
                        .formatted(Migrations.SCHEMA, Term.POOL, term.number(), right.admits(term.number())))
                .execute()
                .map(Database::last)
                .onSuccess(may -> {
                    if (may) {
                        connection.close();
                    } else {
                        replaced.tryComplete();
                    }
                })
                .onFailure(failure -> connection.close());
    }

    private static boolean last(RowSet<Row> rows) {
        RowSet<Row> last = rows;
        while (last.next() != null) {
            last = last.next();
        }
        return last.iterator().next().getBoolean(0);
    }

    /** Counted from 1, one for each start on this database. */
    public int number() {
        return term.number();
    }

    /** Completes if another server has taken over the database. From then on nothing can be written; this one is to end. */
    public Future<Void> replaced() {
        return replaced.future();
    }

    /** Names who hears that PostgreSQL is there again after a while without, on a thread of its own: it may be another one, or lack something. */
    public void whenReconnected(Runnable hears) {
        term.whenReconnected(hears);
    }

    /** Its sessions see the product's schema first: tables are named without it. */
    public Pool pool() {
        return pool;
    }

    /** Whether the server is our own, under the data folder. */
    public boolean embedded() {
        return server != null;
    }

    /** Whether no version of the product had used this database before. */
    public boolean freshlyCreated() {
        return fresh;
    }

    /** Succeeds if PostgreSQL answers and takes writes now; fails after at most the wait for a connection. */
    public Future<Void> ping() {
        return pool.query("select " + Primary.ONLY_READS)
                .execute()
                .timeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .compose(rows -> Primary.onlyReads(rows)
                        ? Future.failedFuture("PostgreSQL takes no writes: it is a standby, or set to read-only.")
                        : Future.succeededFuture());
    }

    /** Succeeds once the pool has a connection: for a start, which may wait longer for it than people do. */
    public Future<Void> reached() {
        return reached(FIRST_TRIES);
    }

    private Future<Void> reached(int tries) {
        return pool.query("select 1")
                .execute()
                .<Void>mapEmpty()
                .recover(failure -> tries > 1 ? reached(tries - 1) : Future.failedFuture(failure));
    }

    /** Blocks until the pool is closed, and then until the embedded server has stopped. Calling it again does nothing. */
    @Override
    public void close() {
        try {
            pool.close().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "The connections to PostgreSQL did not close in order: {0}", e.toString());
        }
        term.close();
        if (server != null) {
            server.close();
        }
    }
}
