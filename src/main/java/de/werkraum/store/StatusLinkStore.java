package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Addresses by which whoever is in charge of steps reports without an account. */
public final class StatusLinkStore {
    private static final String COLUMNS =
            "id, room, steps, responsible, by_member, created_at, ends_at, read_at, reported_at";

    private final Pool pool;

    public StatusLinkStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * A link.
     *
     * @param steps that it is for; null where it is for all of somebody's
     * @param responsible whose steps it is for; null where it is for some
     */
    public record Link(
            UUID id,
            UUID room,
            @Nullable List<String> steps,
            @Nullable String responsible,
            UUID by,
            Instant createdAt,
            Instant endsAt,
            @Nullable Instant readAt,
            @Nullable Instant reportedAt) {}

    /**
     * Stores a new one, and notes it; false where the room has too many that go on.
     *
     * @param note of the act, which carries the request
     */
    public Future<Boolean> create(Link link, byte[] hash, int most, AuditEntry note) {
        List<String> steps = link.steps();
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        """
                        insert into status_link (id, hash, room, steps, responsible, by_member, created_at, ends_at)
                        select $1, $2, $3, $4, $5, $6, $7, $8
                         where (select count(*) from status_link where room = $3 and ends_at > $7) < $9
                        """)
                .execute(Tuple.tuple()
                        .addValue(link.id())
                        .addValue(Buffer.buffer(hash))
                        .addValue(link.room())
                        .addValue(steps == null ? null : steps.toArray(String[]::new))
                        .addValue(link.responsible())
                        .addValue(link.by())
                        .addValue(Rows.time(link.createdAt()))
                        .addValue(Rows.time(link.endsAt()))
                        .addValue(most))
                .compose(rows -> rows.rowCount() == 1
                        ? AuditStore.write(connection, note).map(true)
                        : Future.succeededFuture(false)));
    }

    /** The one under an address of that hash, also one that has ended by itself. */
    public Future<Optional<Link>> find(byte[] hash) {
        return pool.preparedQuery("select " + COLUMNS + " from status_link where hash = $1")
                .execute(Tuple.of(Buffer.buffer(hash)))
                .map(rows -> Rows.first(rows, StatusLinkStore::link));
    }

    public Future<Optional<Link>> get(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from status_link where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, StatusLinkStore::link));
    }

    /** Those of a room, the newest first. */
    public Future<List<Link>> list(UUID room) {
        return pool.preparedQuery(
                        "select " + COLUMNS + " from status_link where room = $1 order by created_at desc, id desc")
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(rows, StatusLinkStore::link));
    }

    /** Ends one at once; false if the room has none of that id. */
    public Future<Boolean> revoke(UUID room, UUID id, AuditEntry note) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("delete from status_link where room = $1 and id = $2")
                .execute(Tuple.of(room, id))
                .compose(rows -> rows.rowCount() == 1
                        ? AuditStore.write(connection, note).map(true)
                        : Future.succeededFuture(false)));
    }

    /** Notes that somebody has looked. */
    public Future<Void> read(UUID id, Instant now) {
        return pool.preparedQuery("update status_link set read_at = $2 where id = $1")
                .execute(Tuple.of(id, Rows.time(now)))
                .mapEmpty();
    }

    /** Counts a report; false where that day has had too many. */
    public Future<Boolean> reporting(UUID id, Instant now, LocalDate day, int most) {
        return pool.preparedQuery(
                        """
                        update status_link set reported_at = $2, reported_on = $3, reports = case when reported_on = $3 then reports + 1 else 1 end
                         where id = $1 and (reported_on is distinct from $3 or reports < $4)
                        """)
                .execute(Tuple.of(id, Rows.time(now), day, most))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Forgets those that ended before that time. */
    public Future<Void> forget(Instant before) {
        return pool.preparedQuery("delete from status_link where ends_at < $1")
                .execute(Tuple.of(Rows.time(before)))
                .mapEmpty();
    }

    private static Link link(Row row) {
        String[] steps = row.getArrayOfStrings("steps");
        return new Link(
                row.getUUID("id"),
                row.getUUID("room"),
                steps == null ? null : List.of(steps),
                row.getString("responsible"),
                row.getUUID("by_member"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(),
                Rows.instant(row, "read_at"),
                Rows.instant(row, "reported_at"));
    }
}
