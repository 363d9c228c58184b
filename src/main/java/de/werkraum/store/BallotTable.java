package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.json.Json;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The table that holds the ballots of one open poll. Dropping it takes rows, order and system columns with it, which deleting would not. */
final class BallotTable {
    private BallotTable() {}

    static String name(UUID poll) {
        return "ballot_" + poll.toString().replace("-", "");
    }

    /** Without autovacuum: statistics would copy members and receipts into a catalog that outlives the table. */
    static Future<Void> create(SqlClient connection, UUID poll) {
        return connection
                .query("create table " + name(poll)
                        + " (member uuid primary key, choices json not null, receipt uuid not null)"
                        + " with (autovacuum_enabled = false)")
                .execute()
                .compose(made -> connection
                        .query("call fence_table('" + name(poll) + "')")
                        .execute())
                .mapEmpty();
    }

    /** Writes ballots of members of the electorate, others not; answers whose were written. */
    static Future<Set<UUID>> write(SqlClient connection, UUID poll, List<PollStore.StoredBallot> ballots) {
        UUID[] members = column(ballots, PollStore.StoredBallot::member).toArray(UUID[]::new);
        String[] choices =
                column(ballots, ballot -> Json.encode(ballot.choices())).toArray(String[]::new);
        UUID[] receipts = column(ballots, PollStore.StoredBallot::receipt).toArray(UUID[]::new);
        return connection
                .preparedQuery(
                        "insert into " + name(poll)
                                + """
                         (member, choices, receipt)
                        select b.member, b.choices::json, b.receipt
                          from unnest($1::uuid[], $2::text[], $3::uuid[]) as b (member, choices, receipt)
                          join poll_voter v on v.poll = $4 and v.member = b.member
                        on conflict (member) do update set choices = excluded.choices, receipt = excluded.receipt
                        returning member
                        """)
                .execute(Tuple.of(members, choices, receipts, poll))
                .map(rows -> {
                    Set<UUID> written = new HashSet<>();
                    for (Row row : rows) {
                        written.add(row.getUUID(0));
                    }
                    return written;
                });
    }

    private static <T> List<T> column(List<PollStore.StoredBallot> ballots, Function<PollStore.StoredBallot, T> value) {
        return ballots.stream().map(value).toList();
    }

    static Future<List<PollStore.StoredBallot>> read(SqlClient connection, UUID poll) {
        return connection
                .query("select member, choices, receipt from " + name(poll))
                .execute()
                .map(rows -> Rows.list(
                        rows,
                        row -> new PollStore.StoredBallot(
                                row.getUUID("member"), row.getValue("choices"), row.getUUID("receipt"))));
    }

    static Future<Void> remove(SqlClient connection, UUID poll, UUID member) {
        return connection
                .preparedQuery("delete from " + name(poll) + " where member = $1")
                .execute(Tuple.of(member))
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
