package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The log of who led a room how. An entry is written in the transaction of what it tells, so that neither is there without the other. */
public final class AuditStore {
    private final Pool pool;

    public AuditStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * A person as known now.
     *
     * @param name empty once erased, and for the organiser, who is no member; a key's for a script
     */
    public record Person(UUID id, String name) {}

    /** An act as noted. */
    public record Noted(
            UUID id,
            Instant at,
            String act,
            @Nullable Person by,
            @Nullable String role,
            @Nullable Person target,
            JsonObject detail) {}

    /** Does something and notes it, in one transaction. */
    static <T> Future<T> noting(Pool pool, List<AuditEntry> entries, Function<SqlConnection, Future<T>> change) {
        return pool.withTransaction(connection -> change.apply(connection)
                .compose(result -> write(connection, entries).map(result)));
    }

    /** Notes acts as part of the caller's transaction. */
    static Future<Void> write(SqlClient connection, List<AuditEntry> entries) {
        Future<Void> written = Future.succeededFuture();
        for (AuditEntry entry : entries) {
            written = written.compose(before -> write(connection, entry));
        }
        return written;
    }

    /** A room deleted meanwhile takes its entries with it. */
    static Future<Void> write(SqlClient connection, AuditEntry entry) {
        return connection
                .preparedQuery(
                        """
                        insert into audit (id, room, at, by_member, by_role, act, target, detail)
                        select $1, room.id, $3, $4, $5, $6, $7, $8 from room where room.id = $2
                        """)
                .execute(Tuple.tuple()
                        .addValue(entry.id())
                        .addValue(entry.room())
                        .addValue(Rows.time(entry.at()))
                        .addValue(entry.by() == null ? null : entry.by().id())
                        .addValue(entry.by() == null ? null : entry.by().role().wire())
                        .addValue(entry.act())
                        .addValue(entry.target())
                        .addValue(entry.detail()))
                .compose(noted -> RequestStore.write(connection, entry.request(), entry.detail()));
    }

    /** Notes an act that changes nothing stored, such as an export. */
    public Future<Void> note(AuditEntry entry) {
        return entry.request() == null
                ? write(pool, entry)
                : pool.withTransaction(connection -> write(connection, entry));
    }

    /**
     * The acts of a room, the newest first.
     *
     * @param before only what came before the entry of that id; null from the newest on
     * @param member only what that member did or what was done to it; null for all
     */
    public Future<List<Noted>> list(UUID room, @Nullable UUID before, @Nullable UUID member, int limit) {
        return pool.preparedQuery(
                        """
                        select a.id, a.at, a.act, a.by_member, a.by_role, coalesce(m.name, k.name) as by_name, a.target, t.name as target_name,
                               a.detail
                          from audit a left join member m on m.id = a.by_member left join member t on t.id = a.target
                               left join event_key k on k.id = a.by_member
                         where a.room = $1
                           and ($2::uuid is null or a.seq < (select b.seq from audit b where b.id = $2 and b.room = $1))
                           and ($3::uuid is null or a.by_member = $3 or a.target = $3)
                         order by a.seq desc limit $4
                        """)
                .execute(Tuple.tuple()
                        .addValue(room)
                        .addValue(before)
                        .addValue(member)
                        .addValue(limit))
                .map(rows -> Rows.list(rows, AuditStore::noted));
    }

    /** A phase that began. */
    public record Begun(Instant at, String phase) {}

    /** The phases of a room in their order: the last 500, which no workshop has. */
    public Future<List<Begun>> phases(UUID room) {
        return pool.preparedQuery(
                        """
                        select at, phase from (select seq, at, detail ->> 'phase' as phase from audit
                         where room = $1 and act = 'phase' order by seq desc limit 500) as last order by seq
                        """)
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(
                        rows, row -> new Begun(row.getOffsetDateTime("at").toInstant(), row.getString("phase"))));
    }

    /** What was noted of an act in a room whose detail of that name has that value. */
    public Future<Optional<JsonObject>> find(UUID room, String act, String name, String value) {
        return pool.preparedQuery(
                        """
                        select detail from audit where room = $1 and act = $2 and detail ->> $3 = $4 limit 1
                        """)
                .execute(Tuple.of(room, act, name, value))
                .map(rows -> Rows.first(rows, row -> (JsonObject) row.getValue("detail")));
    }

    private static Noted noted(Row row) {
        return new Noted(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("act"),
                person(row, "by_member", "by_name"),
                row.getString("by_role"),
                person(row, "target", "target_name"),
                (JsonObject) row.getValue("detail"));
    }

    private static @Nullable Person person(Row row, String id, String name) {
        UUID member = row.getUUID(id);
        String known = row.getString(name);
        return member == null ? null : new Person(member, known == null ? "" : known);
    }
}
