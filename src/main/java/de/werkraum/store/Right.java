package de.werkraum.store;

import java.sql.Connection;
import java.sql.SQLException;

/** By what right a server writes to a database: alone, or as one of several. */
sealed interface Right permits Alone, Allied {
    /** Begins under that term. */
    void begin(Connection connection, int term) throws SQLException;

    /** A condition for marked sessions {@code l} of other servers: those that must not be there beside it. */
    String intruders(Connection connection) throws SQLException;

    /** Whether a server of that term may still write. */
    boolean holds(Connection connection, int term) throws SQLException;

    /** Commands for each new session of the pool; the last answers whether it may be used. */
    String admits(int term);
}
