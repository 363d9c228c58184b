package de.werkraum.store;

import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
        return pool.withTransaction(connection -> insert(connection, event, now)
                .compose(done -> RequestStore.write(
                        connection,
                        request,
                        new JsonObject().put("event", event.id().toString()))));
    }

    /**
     * Stores a new event with the programme of another, and what its screens show but for views of rooms: there are none, nor people.
     *
     * @param daysLater its sessions are than those
     * @param ids makes ids of sessions
     * @param request what asked for it, if that may come again
     */
    public Future<Void> copy(
            UUID from, StoredEvent event, long daysLater, Supplier<UUID> ids, Instant now, @Nullable Request request) {
        return pool.withTransaction(connection -> insert(connection, event, now)
                .compose(done -> SessionStore.copy(connection, from, event.id(), daysLater, ids))
                .compose(done -> PlaylistStore.copy(connection, from, event.id(), now))
                .compose(done -> RequestStore.write(
                        connection,
                        request,
                        new JsonObject().put("event", event.id().toString()))));
    }

    private static Future<Void> insert(SqlConnection connection, StoredEvent event, Instant now) {
        return connection
                .preparedQuery("insert into event (id, title, date, venue, created_at) values ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(event.id(), event.title(), event.date(), event.venue(), Rows.time(now)))
                .mapEmpty();
    }

    public Future<Optional<StoredEvent>> get(UUID id) {
        return pool.preparedQuery("select id, title, date, venue, plenary from event where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, EventStore::event));
    }

    /** The plenary of the event that a room belongs to, unless it is that room. */
    public Future<Optional<UUID>> plenaryBeside(UUID room) {
        return pool.preparedQuery(
                        """
                        select e.plenary from room r join event e on e.id = r.event
                         where r.id = $1 and e.plenary is not null and e.plenary <> $1
                        """)
                .execute(Tuple.of(room))
                .map(rows -> Rows.first(rows, row -> row.getUUID(0)));
    }

    /** All events, the newest first. */
    public Future<List<StoredEvent>> list() {
        return pool.query("select id, title, date, venue, plenary from event order by created_at desc, id desc")
                .execute()
                .map(rows -> Rows.list(rows, EventStore::event));
    }

    private static StoredEvent event(Row row) {
        return new StoredEvent(
                row.getUUID("id"),
                row.getString("title"),
                row.getLocalDate("date"),
                row.getString("venue"),
                row.getUUID("plenary"));
    }

    /** Stores what it is called and when and where it is; false if there is none. */
    public Future<Boolean> update(StoredEvent event) {
        return pool.preparedQuery("update event set title = $2, date = $3, venue = $4 where id = $1")
                .execute(Tuple.of(event.id(), event.title(), event.date(), event.venue()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Announces a sentence in place of the one before; null takes that away. */
    public Future<Void> announce(UUID event, @Nullable Announcement said) {
        return pool.preparedQuery("update event set announced = $2, announced_until = $3 where id = $1")
                .execute(Tuple.of(
                        event, said == null ? null : said.text(), said == null ? null : Rows.time(said.until())))
                .mapEmpty();
    }

    /** What was announced last, also where it is over. */
    public Future<Optional<Announcement>> announced(UUID event) {
        return pool.preparedQuery(
                        "select announced, announced_until from event where id = $1 and announced is not null")
                .execute(Tuple.of(event))
                .map(rows -> Rows.first(
                        rows,
                        row -> new Announcement(
                                row.getString("announced"),
                                row.getOffsetDateTime("announced_until").toInstant())));
    }

    /** Deletes the event with its programme; its rooms stay. False if there was none. */
    public Future<Boolean> delete(UUID id) {
        return pool.preparedQuery("delete from event where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 1);
    }

    /** As part of the caller's transaction: this room is the plenary; fails where there is one already, or no event. */
    static Future<Void> meet(SqlConnection connection, UUID event, UUID room) {
        return connection
                .preparedQuery("update event set plenary = $2 where id = $1 and plenary is null")
                .execute(Tuple.of(event, room))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.conflict("opened", "The event has a plenary already, or is gone.");
                    }
                    return null;
                });
    }
}
