package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which events show everybody what they came to. */
public final class PublicationStore {
    private static final String FOUND =
            """
            select p.id, p.event, p.names, p.downloads, p.published_at, p.by_pass, coalesce(o.name, '') as by_name
              from publication p left join pass o on o.id = p.by_pass
            """;

    private final Pool pool;

    public PublicationStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * An event's results for everybody.
     *
     * @param names whether who is in charge is named
     * @param downloads whether there are documents to take away
     * @param by the pass of whoever published them; null for the server's organiser
     * @param byName blank where it isn't known, or not any more
     */
    public record Publication(
            UUID id, UUID event, boolean names, boolean downloads, Instant at, @Nullable UUID by, String byName) {}

    /** Publishes an event's results under that address alone; one before ends. */
    public Future<Void> publish(Publication publication, byte[] hash, @Nullable Request request) {
        JsonObject made = new JsonObject().put("publication", publication.id().toString());
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        """
                        insert into publication (id, event, hash, names, downloads, published_at, by_pass)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        on conflict (event) do update set id = $1, hash = $3, names = $4, downloads = $5, published_at = $6, by_pass = $7
                        """)
                .execute(Tuple.tuple()
                        .addValue(publication.id())
                        .addValue(publication.event())
                        .addValue(Buffer.buffer(hash))
                        .addValue(publication.names())
                        .addValue(publication.downloads())
                        .addValue(Rows.time(publication.at()))
                        .addValue(publication.by()))
                .compose(done -> RequestStore.write(connection, request, made)));
    }

    /** The one under an address of that hash. */
    public Future<Optional<Publication>> find(byte[] hash) {
        return pool.preparedQuery(FOUND + " where p.hash = $1")
                .execute(Tuple.of(Buffer.buffer(hash)))
                .map(rows -> Rows.first(rows, PublicationStore::publication));
    }

    /** That of an event. */
    public Future<Optional<Publication>> of(UUID event) {
        return pool.preparedQuery(FOUND + " where p.event = $1")
                .execute(Tuple.of(event))
                .map(rows -> Rows.first(rows, PublicationStore::publication));
    }

    /** Ends it at once; false where there was none. */
    public Future<Boolean> withdraw(UUID event) {
        return pool.preparedQuery("delete from publication where event = $1")
                .execute(Tuple.of(event))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Publication publication(Row row) {
        return new Publication(
                row.getUUID("id"),
                row.getUUID("event"),
                row.getBoolean("names"),
                row.getBoolean("downloads"),
                row.getOffsetDateTime("published_at").toInstant(),
                row.getUUID("by_pass"),
                row.getString("by_name"));
    }
}
