package de.werkraum.store;

import de.werkraum.access.Pass;
import de.werkraum.access.Role;
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

/** People of events. One that was removed stays as a row, so that its token ends. */
public final class PassStore {
    private static final String COLUMNS = "id, event, name, organisation, role, personal";

    private final Pool pool;

    public PassStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Takes somebody in, all or nothing.
     *
     * @param account whose pass it is, where somebody has signed on
     * @param single the code for one person that is used up by this, or null
     * @param request what asked for it, if that may come again
     * @return false if somebody else has that code
     */
    public Future<Boolean> join(
            Pass pass, @Nullable UUID account, Instant now, @Nullable String single, @Nullable Request request) {
        JsonObject made = new JsonObject().put("pass", pass.id().toString());
        return pool.withTransaction(connection -> create(connection, pass, account, now)
                .compose(done -> single == null
                        ? Future.succeededFuture(true)
                        : EventCodeStore.claim(connection, single, pass.id()))
                .compose(free -> free
                        ? RequestStore.write(connection, request, made).map(true)
                        : connection
                                .preparedQuery("delete from pass where id = $1")
                                .execute(Tuple.of(pass.id()))
                                .map(false)));
    }

    private static Future<Void> create(SqlConnection connection, Pass pass, @Nullable UUID account, Instant now) {
        return connection
                .preparedQuery(
                        """
                        insert into pass (id, event, name, organisation, role, personal, joined_at, seen_at, account)
                        values ($1, $2, $3, $4, $5, $6, $7, $7, $8)
                        """)
                .execute(Tuple.tuple()
                        .addValue(pass.id())
                        .addValue(pass.event())
                        .addValue(pass.name())
                        .addValue(pass.organisation())
                        .addValue(pass.role().wire())
                        .addValue(pass.personal())
                        .addValue(Rows.time(now))
                        .addValue(account))
                .mapEmpty();
    }

    /** The pass of an account, unless removed. */
    public Future<Optional<Pass>> of(UUID event, UUID account) {
        return pool.preparedQuery("select " + COLUMNS + " from pass where event = $1 and account = $2 and not removed")
                .execute(Tuple.of(event, account))
                .map(rows -> Rows.first(rows, PassStore::pass));
    }

    /** The pass, unless removed. */
    public Future<Optional<Pass>> get(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from pass where id = $1 and not removed")
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, PassStore::pass));
    }

    /** The pass, removed or not, unless erased. */
    public Future<Optional<Pass>> ever(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from pass where id = $1 and name <> ''")
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, PassStore::pass));
    }

    /** The people of an event in the order of their joining, without the removed. */
    public Future<List<Pass>> list(UUID event) {
        return pool.preparedQuery(
                        "select " + COLUMNS + " from pass where event = $1 and not removed order by joined_at, id")
                .execute(Tuple.of(event))
                .map(rows -> Rows.list(rows, PassStore::pass));
    }

    /** How many people an event has, without the removed. */
    public Future<Long> count(UUID event) {
        return pool.preparedQuery("select count(*) from pass where event = $1 and not removed")
                .execute(Tuple.of(event))
                .map(rows -> Rows.first(rows, row -> row.getLong(0)).orElse(0L));
    }

    /** Stores somebody anew, and in all rooms what it is called. */
    public Future<Void> update(Pass pass) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("update pass set name = $2, organisation = $3, role = $4, personal = $5 where id = $1")
                .execute(Tuple.of(
                        pass.id(), pass.name(), pass.organisation(), pass.role().wire(), pass.personal()))
                .compose(done -> connection
                        .preparedQuery("update member set name = $2, organisation = $3 where pass = $1 and not removed")
                        .execute(Tuple.of(pass.id(), pass.name(), pass.organisation())))
                .mapEmpty());
    }

    /** A place in a room. */
    public record Place(UUID room, UUID member) {}

    /** Where somebody has a place. */
    public Future<List<Place>> places(UUID pass) {
        return pool.preparedQuery("select room, id from member where pass = $1 and not removed order by id")
                .execute(Tuple.of(pass))
                .map(rows -> Rows.list(rows, row -> new Place(row.getUUID("room"), row.getUUID("id"))));
    }

    /** The same with those that were taken away and where a name still stands. */
    public Future<List<Place>> kept(UUID pass) {
        return pool.preparedQuery(
                        "select room, id from member where pass = $1 and (not removed or name <> '') order by id")
                .execute(Tuple.of(pass))
                .map(rows -> Rows.list(rows, row -> new Place(row.getUUID("room"), row.getUUID("id"))));
    }

    /**
     * Ends somebody's token. Done twice, it stays as it was done first.
     *
     * @param barred whether others did so, who don't want it back: it comes in again when let in
     */
    public Future<Void> remove(UUID id, boolean barred) {
        return pool.preparedQuery(
                        """
                        update pass set removed = true, barred = case when removed then barred else $2 end, at = null where id = $1
                        """)
                .execute(Tuple.of(id, barred))
                .mapEmpty();
    }

    /** Whether others took that person out of the event, and nobody has let it in since. */
    public Future<Boolean> barred(UUID event, UUID id) {
        return pool.preparedQuery("select from pass where id = $1 and event = $2 and barred")
                .execute(Tuple.of(id, event))
                .map(rows -> rows.size() > 0);
    }

    /** The same of whoever has that account. */
    public Future<Boolean> barredAccount(UUID event, UUID account) {
        return pool.preparedQuery("select from pass where event = $1 and account = $2 and barred limit 1")
                .execute(Tuple.of(event, account))
                .map(rows -> rows.size() > 0);
    }

    /** Whom others took out of an event and nobody has let in since, in the order of their joining, without the erased. */
    public Future<List<Pass>> listBarred(UUID event) {
        return pool.preparedQuery("select " + COLUMNS
                        + " from pass where event = $1 and barred and name <> '' order by joined_at, id limit 1000")
                .execute(Tuple.of(event))
                .map(rows -> Rows.list(rows, PassStore::pass));
    }

    /** Lets somebody join again by any code; false where the event never had that person. Done twice, it stays so. */
    public Future<Boolean> letIn(UUID event, UUID id) {
        return pool.preparedQuery("update pass set barred = false where id = $1 and event = $2")
                .execute(Tuple.of(id, event))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Takes the name off somebody, and off the code that it came with; what it is in rooms is erased there. */
    public Future<Void> erase(UUID id) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        "update pass set name = '', organisation = null, account = null, removed = true, at = null where id = $1")
                .execute(Tuple.of(id))
                .compose(done -> connection
                        .preparedQuery("delete from expected where pass = $1")
                        .execute(Tuple.of(id)))
                .compose(done -> connection
                        .preparedQuery("delete from event_code where used_by = $1 and single")
                        .execute(Tuple.of(id)))
                .mapEmpty());
    }

    /** Erases whoever was not seen since that time; its places in rooms go with those rooms. */
    public Future<Void> forget(Instant before) {
        return pool.preparedQuery("select id from pass where seen_at < $1 and name <> '' order by id limit 1000")
                .execute(Tuple.of(Rows.time(before)))
                .compose(rows -> {
                    Future<Void> erased = Future.succeededFuture();
                    for (UUID id : Rows.list(rows, row -> row.getUUID("id"))) {
                        erased = erased.compose(done -> erase(id));
                    }
                    return erased;
                });
    }

    static Pass pass(Row row) {
        return new Pass(
                row.getUUID("id"),
                row.getUUID("event"),
                row.getString("name"),
                row.getString("organisation"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getBoolean("personal"));
    }
}
