package de.werkraum.chaos;

import de.werkraum.support.Conditions;
import de.werkraum.support.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Lets transactions read a table and makes those wait that write into it: they stay where they are until it is let go. */
final class TableLock implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final String table;
    private final Connection connection;

    private TableLock(String table, Connection connection) {
        this.table = table;
        this.connection = connection;
    }

    static TableLock on(String table, String url) {
        try {
            Connection connection = TestDatabase.connect(url);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table " + table + " in share mode");
            }
            return new TableLock(table, connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns once somebody is kept waiting. */
    void awaitWaiting() {
        Conditions.await("somebody wants to write into " + table, LONG, this::waited);
    }

    private boolean waited() {
        String query = "select 1 from pg_locks where not granted and relation = '" + table + "'::regclass";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets go, by ending the session: PostgreSQL may be gone already. */
    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
