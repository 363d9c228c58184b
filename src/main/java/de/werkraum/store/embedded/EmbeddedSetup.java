package de.werkraum.store.embedded;

import de.werkraum.problem.StartupException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What the embedded server needs beyond its cluster. Over JDBC, before anything else runs. */
final class EmbeddedSetup {
    private EmbeddedSetup() {}

    /** Makes the product's role and its database where they are not there yet. Each step may have been the last before a crash. */
    static void provide(DataSource admin, String name, String password) {
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            if (!found(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
                statement.execute("create role " + name + " login password '" + password + "'");
            }
            if (!found(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + name);
            }
        } catch (SQLException e) {
            throw new StartupException("The embedded PostgreSQL can't be set up: " + e.getMessage(), e);
        }
    }

    /** Throws unless a commit in the product's own sessions is on the disk before it is answered. */
    static void requireDurable(DataSource source) {
        String lax =
                """
                select string_agg(name || ' is ' || setting, ', ' order by name) from pg_settings
                where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'
                """;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(lax)) {
            rows.next();
            String settings = rows.getString(1);
            if (settings != null) {
                throw new StartupException("The embedded PostgreSQL would lose data in a crash (" + settings
                        + "): undo that setting; Werkraum does not start on it.");
            }
        } catch (SQLException e) {
            throw new StartupException("The embedded PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    private static boolean found(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
