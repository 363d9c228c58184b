package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests that were done, with what they made, for as long as they may come again. */
public final class RequestStore {
    private final Pool pool;

    public RequestStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * What a request has done.
     *
     * @param content the hash of its body
     * @param made ids of what it made, or the codes
     */
    public record Done(String content, JsonObject made) {}

    /** What the request of that key has done, if it was done. */
    public Future<Optional<Done>> find(String key) {
        return pool.preparedQuery("select content, made from request where key = $1")
                .execute(Tuple.of(key))
                .map(rows ->
                        Rows.first(rows, row -> new Done(row.getString("content"), (JsonObject) row.getValue("made"))));
    }

    /**
     * Notes as part of the caller's transaction that a request is done, if it carries a mark. Of two at once the second waits here for the
     * first, and fails with all it did. A room deleted meanwhile takes its requests with it.
     */
    static Future<Void> write(SqlClient connection, @Nullable Request request, JsonObject made) {
        return request == null
                ? Future.succeededFuture()
                : connection
                        .preparedQuery(
                                """
                                insert into request (key, content, room, at, made)
                                select $1, $2, $3, $4, $5 where $3::uuid is null or exists (select 1 from room where id = $3)
                                """)
                        .execute(Tuple.of(
                                request.key(), request.content(), request.room(), Rows.time(request.at()), made))
                        .mapEmpty();
    }

    /** Forgets requests that were done before that time. */
    public Future<Void> forget(Instant before) {
        return pool.preparedQuery("delete from request where at < $1")
                .execute(Tuple.of(Rows.time(before)))
                .mapEmpty();
    }
}
