package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;

/** The table that holds the ballots of one open poll. Dropping it takes rows, order and system columns with it, which deleting would not. */
final class BallotTable {
    private BallotTable() {}

    static String name(UUID poll) {
        return "ballot_" + poll.toString().replace("-", "");
    }

    static Future<Void> create(SqlClient connection, UUID poll) {
        return connection
                .query("create table " + name(poll)
                        + " (member uuid primary key, choices json not null, receipt uuid not null)")
                .execute()
                .mapEmpty();
    }

    static Future<Void> drop(SqlClient connection, UUID poll) {
        return connection.query("drop table if exists " + name(poll)).execute().mapEmpty();
    }

    static Future<Void> dropAll(SqlClient connection, List<UUID> polls) {
        Future<Void> done = Future.succeededFuture();
        for (UUID poll : polls) {
            done = done.compose(before -> drop(connection, poll));
        }
        return done;
    }
}
