package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Other servers that want to hear of acts, and their last answers. */
public final class HookStore {
    private static final String COLUMNS =
            """
             h.id, h.url, h.secret, h.events, h.room, h.created_at, h.due, h.failing_since, h.paused_at,
             (select count(*) from hook_waiting w where w.hook = h.id) as waiting
            """;

    private final Pool pool;

    public HookStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Who wants to hear what.
     *
     * @param sealed the secret that signs, as nobody else can read it
     * @param room the only one whose acts are told; null for all
     */
    public record Hook(
            UUID id, String url, byte[] sealed, List<String> events, @Nullable UUID room, Instant createdAt) {}

    /**
     * How it goes.
     *
     * @param due when the next try may begin
     * @param failingSince when the first try failed since the last that did not
     * @param waiting acts that are not told yet
     */
    public record State(
            Hook hook, Instant due, @Nullable Instant failingSince, @Nullable Instant pausedAt, long waiting) {}

    /** What came back, the newest first. */
    public record Answer(Instant at, String act, @Nullable Integer status, String reason, int millis) {}

    /**
     * Stores a new one; false where there are too many.
     *
     * @param request what asked for it, if that may come again
     */
    public Future<Boolean> create(Hook hook, int most, @Nullable Request request) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        """
                        insert into hook (id, url, secret, events, room, created_at, due)
                        select $1, $2, $3, $4, $5, $6, $6 where (select count(*) from hook) < $7
                        """)
                .execute(Tuple.tuple()
                        .addValue(hook.id())
                        .addValue(hook.url())
                        .addValue(Buffer.buffer(hook.sealed()))
                        .addValue(hook.events().toArray(String[]::new))
                        .addValue(hook.room())
                        .addValue(Rows.time(hook.createdAt()))
                        .addValue(most))
                .compose(rows -> rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : RequestStore.write(
                                        connection,
                                        request,
                                        new JsonObject().put("hook", hook.id().toString()))
                                .map(true)));
    }

    /** All, the oldest first. */
    public Future<List<State>> list() {
        return pool.query("select" + COLUMNS + "from hook h order by h.created_at, h.id")
                .execute()
                .map(rows -> Rows.list(rows, HookStore::state));
    }

    public Future<Optional<State>> get(UUID id) {
        return pool.preparedQuery("select" + COLUMNS + "from hook h where h.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, HookStore::state));
    }

    /** Nothing more is told to it; false if there was none. */
    public Future<Boolean> delete(UUID id) {
        return pool.preparedQuery("delete from hook where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Tries again at once what waits, and gathers again. */
    public Future<Void> resume(UUID id, Instant now) {
        return pool.preparedQuery(
                        """
                        update hook set due = $2, tries = 0, failing_since = null, paused_at = null
                         where id = $1 and (paused_at is not null or failing_since is not null)
                        """)
                .execute(Tuple.of(id, Rows.time(now)))
                .mapEmpty();
    }

    /** The last answers of one. */
    public Future<List<Answer>> answers(UUID id) {
        return pool.preparedQuery(
                        "select at, act, status, reason, millis from hook_answer where hook = $1 order by seq desc")
                .execute(Tuple.of(id))
                .map(rows -> Rows.list(
                        rows,
                        row -> new Answer(
                                row.getOffsetDateTime("at").toInstant(),
                                row.getString("act"),
                                row.getInteger("status"),
                                row.getString("reason"),
                                row.getInteger("millis"))));
    }

    /** Notes an answer and forgets all but the newest; one of a hook deleted meanwhile is nobody's. */
    public Future<Void> answered(UUID hook, Answer answer, int kept) {
        return answered(pool, hook, answer, kept);
    }

    static Future<Void> answered(SqlClient connection, UUID hook, Answer answer, int kept) {
        return connection
                .preparedQuery(
                        """
                        insert into hook_answer (hook, at, act, status, reason, millis)
                        select id, $2, $3, $4, $5, $6 from hook where id = $1
                        """)
                .execute(Tuple.of(
                        hook, Rows.time(answer.at()), answer.act(), answer.status(), answer.reason(), answer.millis()))
                .compose(noted -> connection
                        .preparedQuery(
                                """
                                delete from hook_answer where hook = $1 and seq <=
                                 (select seq from hook_answer where hook = $1 order by seq desc offset $2 limit 1)
                                """)
                        .execute(Tuple.of(hook, kept)))
                .mapEmpty();
    }

    static Hook hook(Row row) {
        return new Hook(
                row.getUUID("id"),
                row.getString("url"),
                row.getBuffer("secret").getBytes(),
                List.of(row.getArrayOfStrings("events")),
                row.getUUID("room"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static State state(Row row) {
        return new State(
                hook(row),
                row.getOffsetDateTime("due").toInstant(),
                Rows.instant(row, "failing_since"),
                Rows.instant(row, "paused_at"),
                row.getLong("waiting"));
    }
}
