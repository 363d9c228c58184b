package de.werkraum.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The right of one server that has the database for itself: that of the newest term. */
record Alone() implements Right {
    @Override
    public void begin(Connection connection, int term) throws SQLException {
        // Those that were several show no sign of life any more: whatever they would still commit is refused.
        Term.value(
                connection,
                "with ended as (update server set fenced = true where not fenced returning 1) select count(*) from ended");
    }

    @Override
    public String intruders(Connection connection) {
        return "";
    }

    /** Whether no newer one has begun. A standby that was promoted may have missed the beginning of this one. */
    @Override
    public boolean holds(Connection connection, int term) throws SQLException {
        int newest = Term.value(connection, "select term from writer");
        return newest < term
                ? Term.value(connection, "update writer set term = greatest(term, " + term + ") returning term") == term
                : newest == term;
    }

    @Override
    public String admits(int term) {
        return "select term <= " + term + " from writer";
    }
}
