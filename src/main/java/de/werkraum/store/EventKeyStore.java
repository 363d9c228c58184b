package de.werkraum.store;

import de.werkraum.access.EventKey;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys of events. Revoked ones stay, so that what was done with them keeps a name. */
public final class EventKeyStore {
    private static final String COLUMNS = "id, event, name, scope, prefix, created_at, ends_at, revoked_at, used_at";

    private final Pool pool;

    public EventKeyStore(Pool pool) {
        this.pool = pool;
    }

    /** A key and its life. */
    public record Kept(EventKey key, Instant createdAt, @Nullable Instant revokedAt, @Nullable Instant usedAt) {}

    /**
     * Stores a new key; false where the event has too many that count.
     *
     * @param most keys of an event that are not revoked
     * @param request what asked for it, if that may come again
     */
    public Future<Boolean> create(EventKey key, byte[] hash, Instant now, int most, @Nullable Request request) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        """
                        insert into event_key (id, event, name, scope, prefix, hash, created_at, ends_at)
                        select $1, $2, $3, $4, $5, $6, $7, $8
                         where (select count(*) from event_key where event = $2 and revoked_at is null) < $9
                        """)
                .execute(Tuple.tuple()
                        .addValue(key.id())
                        .addValue(key.event())
                        .addValue(key.name())
                        .addValue(key.scope().wire())
                        .addValue(key.prefix())
                        .addValue(Buffer.buffer(hash))
                        .addValue(Rows.time(now))
                        .addValue(Rows.time(key.endsAt()))
                        .addValue(most))
                .compose(rows -> rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : RequestStore.write(
                                        connection,
                                        request,
                                        new JsonObject().put("key", key.id().toString()))
                                .map(true)));
    }

    /** The key of that hash, if it is good now; notes that it was used. */
    public Future<Optional<EventKey>> use(byte[] hash, Instant now) {
        return pool.preparedQuery(
                        "select " + COLUMNS + " from event_key where hash = $1 and revoked_at is null and ends_at > $2")
                .execute(Tuple.of(Buffer.buffer(hash), Rows.time(now)))
                .map(rows -> Rows.first(rows, EventKeyStore::kept))
                .compose(found -> found.isPresent() && stale(found.get(), now)
                        ? used(found.get().key().id(), now).map(found)
                        : Future.succeededFuture(found))
                .map(found -> found.map(Kept::key));
    }

    /** Once a minute is often enough to see that a key is in use. */
    private static boolean stale(Kept kept, Instant now) {
        return kept.usedAt() == null || kept.usedAt().plusSeconds(60).isBefore(now);
    }

    private Future<Void> used(UUID id, Instant now) {
        return pool.preparedQuery("update event_key set used_at = $2 where id = $1")
                .execute(Tuple.of(id, Rows.time(now)))
                .mapEmpty();
    }

    public Future<Optional<Kept>> get(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from event_key where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, EventKeyStore::kept));
    }

    /** All keys of an event, the newest first. */
    public Future<List<Kept>> list(UUID event) {
        return pool.preparedQuery("select " + COLUMNS + " from event_key where event = $1 order by created_at desc, id")
                .execute(Tuple.of(event))
                .map(rows -> Rows.list(rows, EventKeyStore::kept));
    }

    /** Ends a key from now on; false if the event has none of that id. */
    public Future<Boolean> revoke(UUID event, UUID id, Instant now) {
        return pool.preparedQuery(
                        "update event_key set revoked_at = coalesce(revoked_at, $3) where id = $2 and event = $1")
                .execute(Tuple.of(event, id, Rows.time(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Kept kept(Row row) {
        return new Kept(
                new EventKey(
                        row.getUUID("id"),
                        row.getUUID("event"),
                        row.getString("name"),
                        EventKey.Scope.of(row.getString("scope")).orElseThrow(),
                        row.getString("prefix"),
                        row.getOffsetDateTime("ends_at").toInstant()),
                row.getOffsetDateTime("created_at").toInstant(),
                Rows.instant(row, "revoked_at"),
                Rows.instant(row, "used_at"));
    }
}
