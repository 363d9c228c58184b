package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kept states of plans. They lie beside the log and its snapshots and have no part in loading a room. */
public final class VersionStore {
    private static final String COLUMNS =
            "v.id, v.at, v.reason, v.name, v.steps, v.by_member, coalesce(m.name, '') as by_name";

    private final Pool pool;

    public VersionStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * A version as listed.
     *
     * @param by who it was kept for; null for the server itself
     */
    public record Listed(
            UUID id, Instant at, String reason, @Nullable String name, int steps, AuditStore.@Nullable Person by) {}

    /** A version with its plan. */
    public record Whole(Listed listed, String json) {
        /** Decodes it, which takes as long as the plan is large: not for an event loop that others wait for. */
        public JsonObject plan() {
            return new JsonObject(json);
        }
    }

    /** Keeps a state under a name and notes it; false if the room has {@code most} named ones already. */
    public Future<Boolean> keepNamed(StoredVersion version, int most, AuditEntry note) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select 1 from room where id = $1 for no key update")
                .execute(Tuple.of(version.room()))
                .compose(locked -> connection
                        .preparedQuery("select count(*) from plan_version where room = $1 and reason = 'named'")
                        .execute(Tuple.of(version.room())))
                .compose(rows -> rows.iterator().next().getLong(0) >= most
                        ? Future.succeededFuture(false)
                        : insert(connection, version, false)
                                .compose(done -> AuditStore.write(connection, note))
                                .map(true)));
    }

    /**
     * Keeps a state for the server itself, unless the very same is kept already, and removes the oldest of its kind. One that was to be imported
     * into is kept in any case: by its id the import is taken back. The same id twice is kept once.
     *
     * @param each so many of each reason stay
     * @param bytes so many bytes of all that were not named stay, and the newest in any case; the plan that a room reuses stays
     */
    public Future<Void> keep(StoredVersion version, int each, int bytes) {
        return pool.withTransaction(
                connection -> insert(connection, version, version.reason() != StoredVersion.Reason.IMPORT)
                        .compose(done -> connection
                                .preparedQuery(
                                        """
                                delete from plan_version where id in (
                                    select id from (
                                        select id, row_number() over (partition by reason order by at desc, id desc) as of_kind,
                                               row_number() over newest as place, sum(bytes) over newest as total
                                          from plan_version where room = $1 and reason not in ('named', 'source')
                                        window newest as (order by at desc, id desc)) v
                                     where of_kind > $2 or (place > 1 and total > $3))
                                """)
                                .execute(Tuple.of(version.room(), each, bytes)))
                        .mapEmpty());
    }

    /** A room deleted meanwhile takes its versions with it. */
    static Future<Void> insert(SqlClient connection, StoredVersion version, boolean unlessKept) {
        return connection
                .preparedQuery(
                        """
                        insert into plan_version (id, room, seq, at, by_member, reason, name, steps, bytes, plan)
                        select $1, room.id, $3, $4, $5, $6, $7, $8, $9, $10::text::json from room
                         where room.id = $2 and not ($11 and exists (
                               select 1 from plan_version v where v.room = $2 and v.seq = $3 and v.plan::text = $10::text))
                        on conflict (id) do nothing
                        """)
                .execute(Tuple.tuple()
                        .addValue(version.id())
                        .addValue(version.room())
                        .addValue(version.seq())
                        .addValue(Rows.time(version.at()))
                        .addValue(version.by() == null ? null : version.by().id())
                        .addValue(version.reason().wire())
                        .addValue(version.name())
                        .addValue(version.steps())
                        .addValue(version.plan().getBytes(StandardCharsets.UTF_8).length)
                        .addValue(version.plan())
                        .addValue(unlessKept))
                .mapEmpty();
    }

    /** The versions of a room, the newest first, without their plans. */
    public Future<List<Listed>> list(UUID room) {
        return pool.preparedQuery("select " + COLUMNS
                        + " from plan_version v left join member m on m.id = v.by_member where v.room = $1"
                        + " order by v.at desc, v.id desc")
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(rows, VersionStore::listed));
    }

    /** One version of a room with its plan. */
    public Future<Optional<Whole>> get(UUID room, UUID version) {
        return pool.preparedQuery("select " + COLUMNS
                        + ", v.plan::text as plan from plan_version v left join member m on m.id = v.by_member"
                        + " where v.room = $1 and v.id = $2")
                .execute(Tuple.of(room, version))
                .map(rows -> Rows.first(rows, row -> new Whole(listed(row), row.getString("plan"))));
    }

    private static Listed listed(Row row) {
        UUID by = row.getUUID("by_member");
        return new Listed(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("reason"),
                row.getString("name"),
                row.getInteger("steps"),
                by == null ? null : new AuditStore.Person(by, row.getString("by_name")));
    }
}
