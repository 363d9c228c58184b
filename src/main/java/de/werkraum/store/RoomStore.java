package de.werkraum.store;

import de.werkraum.access.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rooms. */
public final class RoomStore {
    private static final String COLUMNS =
            "id, event, title, language, phase, locked, timer_ends_at, timer_seconds, timer_left, spotlight, admission, take_along, minuting, preset, part, created_at";

    private final Pool pool;

    public RoomStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Stores a new room with its first plan and its shared codes, all or nothing.
     *
     * @param purpose what it is made for
     * @param request what asked for it, if that may come again
     */
    public Future<Void> found(
            StoredRoom room,
            byte[] plan,
            Map<Role, String> codes,
            @Nullable StoredVersion source,
            SessionStore.Purpose purpose,
            @Nullable Request request) {
        JsonObject made = new JsonObject().put("room", room.id().toString());
        return pool.withTransaction(connection -> create(connection, room)
                .compose(done -> PlanAppend.to(connection, List.of(new PlanStore.Entry(room.id(), 1, plan)), false))
                .compose(done -> CodeStore.share(connection, room.id(), codes))
                .compose(done ->
                        source == null ? Future.succeededFuture() : VersionStore.insert(connection, source, false))
                .compose(done -> purpose.take(connection, room.id()))
                .compose(done -> RequestStore.write(connection, request, made)));
    }

    private static Future<Void> create(SqlConnection connection, StoredRoom room) {
        return connection
                .preparedQuery(
                        """
                        insert into room (id, event, title, language, phase, locked, admission, created_at, entered_at, preset)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
                        """)
                .execute(Tuple.tuple()
                        .addValue(room.id())
                        .addValue(room.event())
                        .addValue(room.title())
                        .addValue(room.language())
                        .addValue(room.phase())
                        .addValue(room.locked())
                        .addValue(room.admission())
                        .addValue(Rows.time(room.createdAt()))
                        .addValue(room.course() == null ? null : room.course().preset()))
                .mapEmpty();
    }

    public Future<Optional<StoredRoom>> get(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from room where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, RoomStore::room));
    }

    /** The rooms of an event. */
    public Future<List<StoredRoom>> of(UUID event) {
        return pool.preparedQuery("select " + COLUMNS + " from room where event = $1 order by created_at, id")
                .execute(Tuple.of(event))
                .map(rows -> Rows.list(rows, RoomStore::room));
    }

    /** All rooms, the oldest first. */
    public Future<List<StoredRoom>> list() {
        return pool.query("select " + COLUMNS + " from room order by created_at, id")
                .execute()
                .map(rows -> Rows.list(rows, RoomStore::room));
    }

    /** Stores what moderation changes, and notes it; {@code closed_at} follows the phase. */
    public Future<Void> update(StoredRoom room, Instant now, List<AuditEntry> notes) {
        return AuditStore.noting(pool, notes, connection -> update(connection, room, now));
    }

    private static Future<Void> update(SqlConnection connection, StoredRoom room, Instant now) {
        Timer timer = room.timer();
        return connection
                .preparedQuery(
                        """
                        update room set title = $2, phase = $3, locked = $4, timer_ends_at = $5, timer_seconds = $6, spotlight = $7,
                               admission = $8, closed_at = case when $3 = 'closed' then coalesce(closed_at, $9) end,
                               take_along = $10, minuting = $11, timer_left = $12, part = $13
                        where id = $1
                        """)
                .execute(Tuple.tuple()
                        .addValue(room.id())
                        .addValue(room.title())
                        .addValue(room.phase())
                        .addValue(room.locked())
                        .addValue(timer instanceof Timer.Running running ? Rows.time(running.endsAt()) : null)
                        .addValue(timer == null ? null : timer.seconds())
                        .addValue(room.spotlight())
                        .addValue(room.admission())
                        .addValue(Rows.time(now))
                        .addValue(room.papers().takeAlong().toArray(String[]::new))
                        .addValue(room.papers().minuting())
                        .addValue(timer instanceof Timer.Paused paused ? paused.left() : null)
                        .addValue(room.course() == null ? null : room.course().part()))
                .mapEmpty();
    }

    /** Notes that somebody was there: retention counts from the last time. */
    public Future<Void> entered(UUID id, Instant now) {
        return pool.preparedQuery("update room set entered_at = $2 where id = $1")
                .execute(Tuple.of(id, Rows.time(now)))
                .mapEmpty();
    }

    /** Deletes the room with all that belongs to it, the ballots of open polls included; false if there was none. */
    public Future<Boolean> delete(UUID id) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select id from poll where room = $1 and state = 'open' for update")
                .execute(Tuple.of(id))
                .compose(rows -> BallotTable.dropAll(connection, Rows.list(rows, row -> row.getUUID(0))))
                .compose(dropped -> connection
                        .preparedQuery("delete from room where id = $1")
                        .execute(Tuple.of(id)))
                .map(rows -> rows.rowCount() == 1));
    }

    private static StoredRoom.@Nullable Course course(Row row) {
        String preset = row.getString("preset");
        return preset == null ? null : new StoredRoom.Course(preset, row.getInteger("part"));
    }

    private static StoredRoom room(Row row) {
        Instant created = row.getOffsetDateTime("created_at").toInstant();
        return new StoredRoom(
                row.getUUID("id"),
                row.getUUID("event"),
                row.getString("title"),
                row.getString("language"),
                row.getString("phase"),
                row.getBoolean("locked"),
                Timer.stored(
                        row.getInteger("timer_seconds"),
                        Rows.instant(row, "timer_ends_at"),
                        row.getInteger("timer_left")),
                row.getString("spotlight"),
                row.getString("admission"),
                new StoredRoom.Papers(List.of(row.getArrayOfStrings("take_along")), row.getBoolean("minuting")),
                course(row),
                created);
    }
}
