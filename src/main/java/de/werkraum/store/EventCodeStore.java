package de.werkraum.store;

import de.werkraum.access.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Codes of events, looked up like those of rooms: how long it takes tells nothing about any code. */
public final class EventCodeStore {
    private final Pool pool;

    public EventCodeStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * What a code opens.
     *
     * @param usedBy the pass that took a code for one person
     */
    public record Code(UUID event, Role role, boolean single, @Nullable UUID usedBy) {}

    /** What a code opens. */
    public Future<Optional<Code>> find(String code) {
        return pool.preparedQuery("select event, role, single, used_by from event_code where hash = "
                        + CodeStore.HASH.formatted("$1::text"))
                .execute(Tuple.of(code))
                .map(rows -> Rows.first(
                        rows,
                        row -> new Code(
                                row.getUUID("event"),
                                Role.of(row.getString("role")).orElseThrow(),
                                row.getBoolean("single"),
                                row.getUUID("used_by"))));
    }

    /** The shared codes of an event by role. */
    public Future<Map<Role, String>> shared(UUID event) {
        return pool.preparedQuery("select role, code from event_code where event = $1 and not single")
                .execute(Tuple.of(event))
                .map(CodeStore::byRole);
    }

    /** Makes this the shared code of that role; the one before stops at once. */
    public Future<Void> renew(UUID event, Role role, String code, @Nullable Request request) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        """
                        insert into event_code (code, event, role, hash) values ($1::text, $2, $3, %s)
                        on conflict (event, role) where not single do update set code = excluded.code, hash = excluded.hash
                        """
                                .formatted(CodeStore.HASH.formatted("$1::text")))
                .execute(Tuple.of(code, event, role.wire()))
                .compose(done -> RequestStore.write(
                        connection,
                        request,
                        new JsonObject().put("role", role.wire()).put("code", code))));
    }

    /** Makes a shared code where that role has none. */
    public Future<Void> begin(UUID event, Role role, String code) {
        return pool.preparedQuery(
                        """
                        insert into event_code (code, event, role, hash) values ($1::text, $2, $3, %s)
                        on conflict (event, role) where not single do nothing
                        """
                                .formatted(CodeStore.HASH.formatted("$1::text")))
                .execute(Tuple.of(code, event, role.wire()))
                .mapEmpty();
    }

    /** Adds codes for one person each. */
    public Future<Void> addSingle(UUID event, List<String> codes, @Nullable Request request) {
        JsonObject made = new JsonObject().put("role", "personal").put("codes", new JsonArray(codes));
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        """
                        insert into event_code (code, event, role, single, hash)
                        select c, $1, 'participant', true, %s from unnest($2::text[]) as c
                        """
                                .formatted(CodeStore.HASH.formatted("c")))
                .execute(Tuple.of(event, (Object) codes.toArray(String[]::new)))
                .compose(done -> RequestStore.write(connection, request, made)));
    }

    /** Takes a code for somebody; false if somebody else has it. */
    public Future<Boolean> claim(String code, UUID pass) {
        return claim(pool, code, pass);
    }

    static Future<Boolean> claim(SqlClient connection, String code, UUID pass) {
        return connection
                .preparedQuery(
                        "update event_code set used_by = $2 where code = $1 and single and (used_by is null or used_by = $2)")
                .execute(Tuple.of(code, pass))
                .map(rows -> rows.rowCount() == 1);
    }
}
