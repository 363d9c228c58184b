package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events. */
public final class EventStore {
    private final Pool pool;

    public EventStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Stores a new event.
     *
     * @param request what asked for it, if that may come again
     */
    public Future<Void> create(StoredEvent event, Instant now, @Nullable Request request) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("insert into event (id, title, date, venue, created_at) values ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(event.id(), event.title(), event.date(), event.venue(), Rows.time(now)))
                .compose(done -> RequestStore.write(
                        connection,
                        request,
                        new JsonObject().put("event", event.id().toString()))));
    }

    public Future<Optional<StoredEvent>> get(UUID id) {
        return pool.preparedQuery("select id, title, date, venue from event where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, EventStore::event));
    }

    /** All events, the newest first. */
    public Future<List<StoredEvent>> list() {
        return pool.query("select id, title, date, venue from event order by created_at desc, id desc")
                .execute()
                .map(rows -> Rows.list(rows, EventStore::event));
    }

    private static StoredEvent event(Row row) {
        return new StoredEvent(
                row.getUUID("id"), row.getString("title"), row.getLocalDate("date"), row.getString("venue"));
    }
}
