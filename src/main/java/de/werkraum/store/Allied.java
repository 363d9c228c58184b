package de.werkraum.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The right of one of several servers: a row of its own that nobody has fenced. All its sessions name it, and each of their writes locks it
 * ({@code fence()} in the database), so that none ends after another server has taken over what was its.
 *
 * @param node how the others name it
 * @param http where the others reach it, {@code host:port}
 * @param loops event loops that its rooms live on
 * @param version of the program
 */
public record Allied(String node, String http, int loops, String version) implements Right {
    /**
     * Longest pause within a transaction, in milliseconds: they take some; a process that was stopped in one would keep others from taking its
     * rooms.
     */
    private static final int IDLE_MILLIS = 2_000;

    @Override
    public void begin(Connection connection, int term) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                        "insert into server (number, node, http, loops, version) values (?, ?, ?, ?, ?)");
                PreparedStatement beat = connection.prepareStatement("insert into server_beat (number) values (?)")) {
            row.setInt(1, term);
            row.setString(2, node);
            row.setString(3, http);
            row.setInt(4, loops);
            row.setString(5, version);
            row.execute();
            beat.setInt(1, term);
            beat.execute();
        }
    }

    /** Before the first start of this version there are no others that may. */
    @Override
    public String intruders(Connection connection) throws SQLException {
        boolean several = Term.value(connection, "select count(*) from pg_class where oid = to_regclass('server')") > 0;
        return several ? " and l.objid not in (select number::oid from server where not fenced)" : "";
    }

    @Override
    public boolean holds(Connection connection, int term) throws SQLException {
        return Term.value(connection, "select count(*) from server where number = " + term + " and not fenced") == 1;
    }

    @Override
    public String admits(int term) {
        return "set werkraum.server = '" + term + "'; set idle_in_transaction_session_timeout = " + IDLE_MILLIS
                + "; select count(*) = 1 from server where number = " + term + " and not fenced";
    }
}
