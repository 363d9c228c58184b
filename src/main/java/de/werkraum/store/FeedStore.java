package de.werkraum.store;

import de.werkraum.access.Tokens;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calendars to subscribe to. */
public final class FeedStore {
    private static final String COLUMNS = "id, room, event, responsible, by_member, created_at, read_at";

    private final Pool pool;

    public FeedStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * A calendar to subscribe to.
     *
     * @param room whose plan it shows; null for an event's
     * @param responsible whose steps alone it shows; null for all
     */
    public record Feed(
            UUID id,
            @Nullable UUID room,
            @Nullable UUID event,
            @Nullable String responsible,
            UUID by,
            Instant createdAt,
            @Nullable Instant readAt) {}

    /**
     * Stores a new one of a room, and notes it; false where the room has too many.
     *
     * @param note of the act, which carries the request
     */
    public Future<Boolean> createInRoom(Feed feed, byte[] hash, int most, AuditEntry note) {
        return pool.withTransaction(connection -> insert(connection, feed, hash, most)
                .compose(made -> made ? AuditStore.write(connection, note).map(true) : Future.succeededFuture(false)));
    }

    /** Stores a new one of an event; false where the event has too many. */
    public Future<Boolean> createOfEvent(Feed feed, byte[] hash, int most, @Nullable Request request) {
        JsonObject made = new JsonObject().put("feed", feed.id().toString());
        return pool.withTransaction(connection -> insert(connection, feed, hash, most)
                .compose(stored -> stored
                        ? RequestStore.write(connection, request, made).map(true)
                        : Future.succeededFuture(false)));
    }

    private static Future<Boolean> insert(SqlConnection connection, Feed feed, byte[] hash, int most) {
        return connection
                .preparedQuery(
                        """
                        insert into feed (id, hash, room, event, responsible, by_member, created_at)
                        select $1, $2, $3, $4, $5, $6, $7
                         where (select count(*) from feed where room = $3 or event = $4) < $8
                        """)
                .execute(Tuple.tuple()
                        .addValue(feed.id())
                        .addValue(Buffer.buffer(hash))
                        .addValue(feed.room())
                        .addValue(feed.event())
                        .addValue(feed.responsible())
                        .addValue(feed.by())
                        .addValue(Rows.time(feed.createdAt()))
                        .addValue(most))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The one of that hash, as long as whoever made it is the organiser, or in the room. */
    public Future<Optional<Feed>> find(byte[] hash) {
        return pool.preparedQuery(
                        "select " + COLUMNS
                                + """
                          from feed where hash = $1
                           and (by_member = $2 or exists (select 1 from member m where m.id = by_member and not m.removed))
                        """)
                .execute(Tuple.of(Buffer.buffer(hash), Tokens.ORGANISER))
                .map(rows -> Rows.first(rows, FeedStore::feed));
    }

    public Future<Optional<Feed>> get(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from feed where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, FeedStore::feed));
    }

    /**
     * Those of a room or of an event, the newest first.
     *
     * @param by whose alone; null for all
     */
    public Future<List<Feed>> list(UUID place, @Nullable UUID by) {
        return pool.preparedQuery(
                        "select " + COLUMNS
                                + """
                          from feed where (room = $1 or event = $1) and ($2::uuid is null or by_member = $2)
                         order by created_at desc, id
                        """)
                .execute(Tuple.of(place, by))
                .map(rows -> Rows.list(rows, FeedStore::feed));
    }

    /**
     * Ends one at once; false if there is none of that id there.
     *
     * @param by whose it must be; null for anybody's
     */
    public Future<Boolean> revoke(UUID place, UUID id, @Nullable UUID by, List<AuditEntry> notes) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        """
                        delete from feed where id = $2 and (room = $1 or event = $1) and ($3::uuid is null or by_member = $3)
                        """)
                .execute(Tuple.of(place, id, by))
                .compose(rows -> rows.rowCount() == 1
                        ? AuditStore.write(connection, notes).map(true)
                        : Future.succeededFuture(false)));
    }

    /** Notes that it was read and says that much; answers since when it does. */
    public Future<Instant> read(UUID id, String mark, Instant now) {
        return pool.preparedQuery(
                        """
                        update feed set read_at = $3, mark = $2, changed_at = case when mark = $2 then changed_at else $3 end
                         where id = $1 returning changed_at
                        """)
                .execute(Tuple.of(id, mark, Rows.time(now)))
                .map(rows -> Rows.first(rows, row -> row.getOffsetDateTime(0).toInstant())
                        .orElse(now));
    }

    private static Feed feed(Row row) {
        return new Feed(
                row.getUUID("id"),
                row.getUUID("room"),
                row.getUUID("event"),
                row.getString("responsible"),
                row.getUUID("by_member"),
                row.getOffsetDateTime("created_at").toInstant(),
                Rows.instant(row, "read_at"));
    }
}
