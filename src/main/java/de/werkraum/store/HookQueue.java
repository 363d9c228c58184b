package de.werkraum.store;

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
import org.jspecify.annotations.Nullable;

/**
 * Acts that wait to be told, in their order. Of several servers one tells a hook at a time: whoever claims it moves its next try on, and again
 * with every act told. If that server dies, another takes over then, and tells again what may have been told already.
 */
public final class HookQueue {
    private final Pool pool;
    private final int kept;

    /** @param kept answers of each hook */
    public HookQueue(Pool pool, int kept) {
        this.pool = pool;
        this.kept = kept;
    }

    /**
     * A hook that is this server's for a while.
     *
     * @param tries that failed since the last that did not
     */
    public record Claimed(HookStore.Hook hook, int tries, @Nullable Instant failingSince) {}

    /** An act that waits. */
    public record Waiting(
            long seq, UUID id, String act, UUID room, @Nullable UUID event, Instant at, JsonObject told) {}

    /** Takes hooks for whom something waits and whose next try may begin, the longest due first. */
    public Future<List<Claimed>> claim(Instant now, Instant until, int most) {
        return pool.preparedQuery(
                        """
                        update hook set due = $2 where id in
                         (select h.id from hook h
                           where h.paused_at is null and h.due <= $1 and exists (select 1 from hook_waiting w where w.hook = h.id)
                           order by h.due limit $3 for update skip locked)
                        returning id, url, secret, events, room, created_at, tries, failing_since
                        """)
                .execute(Tuple.of(Rows.time(now), Rows.time(until), most))
                .map(rows -> Rows.list(
                        rows,
                        row -> new Claimed(
                                HookStore.hook(row), row.getInteger("tries"), Rows.instant(row, "failing_since"))));
    }

    /** What is to be told next; empty where nothing waits, or the hook is gone or paused. */
    public Future<Optional<Waiting>> next(UUID hook) {
        return pool.preparedQuery(
                        """
                        select w.seq, w.id, w.act, w.room, w.event, w.at, w.told
                          from hook_waiting w join hook h on h.id = w.hook
                         where h.id = $1 and h.paused_at is null order by w.seq limit 1
                        """)
                .execute(Tuple.of(hook))
                .map(rows -> Rows.first(rows, HookQueue::waiting));
    }

    /** It was told and taken: the next may go, by this server until then. */
    public Future<Void> told(UUID hook, long seq, HookStore.Answer answer, Instant until) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("delete from hook_waiting where seq = $1")
                .execute(Tuple.of(seq))
                .compose(done -> connection
                        .preparedQuery("update hook set due = $2, tries = 0, failing_since = null where id = $1")
                        .execute(Tuple.of(hook, Rows.time(until))))
                .compose(done -> HookStore.answered(connection, hook, answer, kept)));
    }

    /**
     * It was not taken.
     *
     * @param due of the next try
     * @param paused whether there is none
     */
    public Future<Void> failed(UUID hook, HookStore.Answer answer, Instant due, boolean paused) {
        return pool.withTransaction(connection -> failed(connection, hook, answer.at(), due, paused)
                .compose(done -> HookStore.answered(connection, hook, answer, kept)));
    }

    private static Future<Void> failed(SqlConnection connection, UUID hook, Instant at, Instant due, boolean paused) {
        return connection
                .preparedQuery(
                        """
                        update hook set due = $3, tries = tries + 1, failing_since = coalesce(failing_since, $2),
                               paused_at = case when $4 then $2 end where id = $1
                        """)
                .execute(Tuple.of(hook, Rows.time(at), Rows.time(due), paused))
                .mapEmpty();
    }

    /** This server is done with it for now. */
    public Future<Void> release(UUID hook, Instant now) {
        return pool.preparedQuery("update hook set due = $2 where id = $1")
                .execute(Tuple.of(hook, Rows.time(now)))
                .mapEmpty();
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                row.getLong("seq"),
                row.getUUID("id"),
                row.getString("act"),
                row.getUUID("room"),
                row.getUUID("event"),
                row.getOffsetDateTime("at").toInstant(),
                (JsonObject) row.getValue("told"));
    }
}
