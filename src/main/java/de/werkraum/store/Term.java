package de.werkraum.store;

import de.werkraum.problem.StartupException;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right of one server to write to a database. Two would overwrite each other's updates, since each counts them by itself.
 *
 * <p>A start is refused while another server shows signs of life. If none come for {@link #HUNG}, the other one hangs or its machine is
 * gone: the newer takes the next term and ends all sessions of older ones. A server that wakes up finds its sessions gone, gets no new
 * ones ({@link Database}), hears that it was replaced, and steps back. Signs of life are the queries of one session beside the pool.
 */
final class Term implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Term.class.getName());

    /** Advisory locks say whose a session is: the class is one of these, the object the term. The numbers spell "Werk" and "Werl". */
    static final int POOL = 0x5765726b;

    static final int WATCH = 0x5765726c;

    private static final Duration BEAT = Duration.ofSeconds(1);
    /** Ten beats: longer than a pause for garbage or a busy machine, short enough for people who wait. */
    static final Duration HUNG = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofMillis(50);
    /** Sessions that are told to end do so within milliseconds unless PostgreSQL itself hangs. */
    private static final Duration ENDED = Duration.ofSeconds(10);
    /** Longest wait for an answer of PostgreSQL, in seconds. */
    private static final int ANSWER_SECONDS = 5;

    static final String SESSIONS =
            """
             from pg_locks l join pg_stat_activity a on a.pid = l.pid
             where l.locktype = 'advisory' and l.objsubid = 2 and a.datname = current_database() and l.pid <> pg_backend_pid()
            """;

    private final DatabaseUrl url;
    private final Right right;
    private final int number;
    private final Runnable replaced;
    private final Thread watch;
    private volatile boolean closed;
    private volatile Runnable reconnected = () -> {};
    private @Nullable Connection connection;

    private Term(DatabaseUrl url, Right right, int number, Connection connection, Runnable replaced) {
        this.url = url;
        this.right = right;
        this.number = number;
        this.connection = connection;
        this.replaced = replaced;
        watch = new Thread(this::watch, "werkraum-term");
        watch.setDaemon(true);
    }

    /**
     * Waits until no other server uses the database beside those that may, or shows that it hangs.
     *
     * @throws StartupException if another one is alive, or PostgreSQL does not answer
     */
    static void requireAlone(DatabaseUrl url, Right right) {
        Map<Integer, String> first = new HashMap<>();
        long end = System.nanoTime() + HUNG.toNanos();
        try (Connection connection = open(url)) {
            while (true) {
                Map<Integer, String> now = signsOfLife(connection, right);
                now.forEach(first::putIfAbsent);
                if (now.isEmpty()) {
                    return;
                }
                if (!first.entrySet().containsAll(now.entrySet())) {
                    throw new StartupException("Another Werkraum is using the database " + url
                            + ": stop it, or set DATABASE_URL to another database.");
                }
                if (System.nanoTime() > end) {
                    LOG.log(Level.WARNING, "Another Werkraum on the database shows no sign of life; it is replaced.");
                    return;
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
        } catch (SQLException e) {
            throw Reason.silence(url, e);
        }
    }

    /** The watching sessions of other servers, each with the time of its last query; of a session that can't be looked at, now. */
    private static Map<Integer, String> signsOfLife(Connection connection, Right right) throws SQLException {
        String query = "select l.pid, coalesce(a.state_change, clock_timestamp())::text" + SESSIONS
                + " and l.classid = " + WATCH + right.intruders(connection);
        Map<Integer, String> signs = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                signs.put(rows.getInt(1), rows.getString(2));
            }
        }
        return signs;
    }

    /**
     * Takes the next term, and ends whatever sessions of earlier ones are left.
     *
     * @param replaced called once, on a thread of its own, when a newer server has taken over
     */
    static Term take(DatabaseUrl url, Right right, Runnable replaced) {
        try {
            Connection connection = open(url);
            try {
                int number = value(connection, "update writer set term = term + 1 returning term");
                right.begin(connection, number);
                hold(connection, number);
                endOthers(connection, number, right);
                Term term = new Term(url, right, number, connection, replaced);
                term.watch.start();
                return term;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Reason.silence(url, e);
        }
    }

    private static void endOthers(Connection connection, int number, Right right) throws SQLException {
        String others = SESSIONS + " and l.classid in (" + WATCH + ", " + POOL + ") and l.objid <> " + number
                + right.intruders(connection);
        long end = System.nanoTime() + ENDED.toNanos();
        while (value(connection, "select count(pg_terminate_backend(l.pid))" + others) > 0) {
            if (System.nanoTime() > end) {
                throw new StartupException(
                        "Sessions of an earlier Werkraum don't end in PostgreSQL; try again, or restart PostgreSQL.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Counted from 1, one for each start. */
    int number() {
        return number;
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(BEAT.toNanos());
            try {
                if (!closed && !holds()) {
                    replaced.run();
                    return;
                }
            } catch (SQLException e) {
                // PostgreSQL is away: the journal says so, and the next beat asks again
                disconnect();
            }
        }
    }

    /** Names who hears that PostgreSQL answers again. */
    void whenReconnected(Runnable hears) {
        reconnected = hears;
    }

    private boolean holds() throws SQLException {
        Connection asked = connection;
        boolean again = asked == null;
        if (asked == null) {
            asked = open(url);
            connection = asked;
            hold(asked, number);
        }
        boolean holds = right.holds(asked, number);
        if (again && holds) {
            reconnected.run();
        }
        return holds;
    }

    private void disconnect() {
        try {
            Connection broken = connection;
            connection = null;
            if (broken != null) {
                broken.close();
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A broken connection did not close: {0}", e.getMessage());
        }
    }

    private static Connection open(DatabaseUrl url) throws SQLException {
        Connection connection = url.dataSource(ANSWER_SECONDS).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + Migrations.SCHEMA);
        }
        return connection;
    }

    private static void hold(Connection connection, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_lock_shared(?, ?)")) {
            statement.setInt(1, WATCH);
            statement.setInt(2, number);
            statement.execute();
        }
    }

    static int value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Gives up the session; the next server may start at once. */
    @Override
    public void close() {
        closed = true;
        watch.interrupt();
        try {
            watch.join(BEAT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }
}
