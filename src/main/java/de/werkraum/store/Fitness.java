package de.werkraum.store;

import de.werkraum.problem.StartupException;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * What a database must be before the first migration touches it. Each lack would show later, and then as something else: another
 * connection's answers, names that can't be stored, errors to people who join. Blocking.
 */
final class Fitness {
    private static final System.Logger LOG = System.getLogger(Fitness.class.getName());

    /** Longest wait for an answer of PostgreSQL, in seconds. */
    private static final int ANSWER_SECONDS = 5;
    /** Looks at a pooler's sessions: one alone could find two servers by chance. */
    private static final int LOOKS = 3;
    /** Of the connections that are free, those left for the watch over the term and for a person with psql. */
    private static final int SPARE = 2;

    /** With one connection, an act that waits for a commit would wait for itself. */
    private static final int LEAST = 2;

    private Fitness() {}

    /** @throws StartupException with one sentence for the operator: what the database lacks, and what mends it */
    static void require(DatabaseUrl url) {
        try (Connection connection = url.dataSource(ANSWER_SECONDS).getConnection()) {
            requireSession(url, connection);
            requireWrites(url, connection);
            requireUnicode(url, connection);
            requireSchemas(url, connection);
        } catch (SQLException e) {
            throw Reason.silence(url, e);
        }
    }

    /**
     * Two connections at once that are served by one session of PostgreSQL: a pooler hands sessions out by the transaction. There,
     * prepared statements and locks silently belong to whoever is served next.
     */
    private static void requireSession(DatabaseUrl url, Connection first) throws SQLException {
        try (Connection second = url.dataSource(ANSWER_SECONDS).getConnection()) {
            Set<String> sessions = new HashSet<>();
            for (int i = 0; i < LOOKS; i++) {
                sessions.add(value(first, "select pg_backend_pid()"));
                sessions.add(value(second, "select pg_backend_pid()"));
            }
            if (sessions.size() != 2) {
                throw new StartupException(
                        "Before the database " + url + " a pooler hands out sessions by the transaction:"
                                + " Werkraum needs pool_mode=session, or PostgreSQL itself.");
            }
        }
    }

    private static void requireWrites(DatabaseUrl url, Connection connection) throws SQLException {
        if (is(connection, "select pg_is_in_recovery()")) {
            throw new StartupException(
                    "The database " + url + " is a standby, which only reads: DATABASE_URL must lead to the primary.");
        }
        if (is(connection, "select current_setting('transaction_read_only') = 'on'")) {
            throw new StartupException("The database " + url
                    + " only reads: default_transaction_read_only is on for the server, the database or the role.");
        }
    }

    private static void requireUnicode(DatabaseUrl url, Connection connection) throws SQLException {
        String encoding = value(connection, "show server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new StartupException("The database " + url + " has the encoding " + encoding
                    + ", which can't hold every name: create one with encoding 'UTF8' template template0.");
        }
    }

    private static void requireSchemas(DatabaseUrl url, Connection connection) throws SQLException {
        boolean made = is(
                connection,
                """
                select count(*) = 2 from pg_namespace
                where nspname in ('%s', '%s') and has_schema_privilege(oid, 'create') and has_schema_privilege(oid, 'usage')
                """
                        .formatted(Migrations.SCHEMA, Migrations.HISTORY));
        if (!made && !is(connection, "select has_database_privilege(current_database(), 'create')")) {
            throw new StartupException("The role of the database " + url
                    + " may make no schemas: grant create on database "
                    + url.database() + " to " + url.user() + ", or make the schemas " + Migrations.SCHEMA + " and "
                    + Migrations.HISTORY + " for it.");
        }
    }

    /** How many connections the pool may have: what is wanted, or with a warning what PostgreSQL has left for this role. */
    static int connections(DatabaseUrl url, int wanted) {
        try (Connection connection = url.dataSource(ANSWER_SECONDS).getConnection()) {
            int free = Integer.parseInt(
                    value(
                            connection,
                            """
                    select least(
                      current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                        - (select count(*) from pg_stat_activity where backend_type = 'client backend'),
                      case when rolconnlimit < 0 then 2147483647
                        else rolconnlimit - (select count(*) from pg_stat_activity where usename = current_user) end) + 1
                    from pg_roles where rolname = current_user
                    """));
            if (free - SPARE >= wanted) {
                return wanted;
            }
            int fewer = Math.max(LEAST, free - SPARE);
            LOG.log(
                    Level.WARNING,
                    "PostgreSQL has {0} connections left for Werkraum, which wants {1}: it makes do with {2}, and requests wait"
                            + " longer. See max_connections and the limit of the role, or set WERKRAUM_DATABASE_CONNECTIONS.",
                    free,
                    wanted + SPARE,
                    fewer);
            return Math.min(wanted, fewer);
        } catch (SQLException e) {
            throw Reason.silence(url, e);
        }
    }

    private static boolean is(Connection connection, String query) throws SQLException {
        return value(connection, query).startsWith("t");
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
