package de.werkraum.store;

import de.werkraum.access.Role;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Join codes: one shared code a role and room, and single-use codes. */
public final class CodeStore {
    /** What the code in {@code %s} is found by; its key was made with the column. */
    static final String HASH = "sha256(convert_to((select value from setting where key = 'codeKey') || %s, 'UTF8'))";

    private final Pool pool;

    public CodeStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * What a code opens.
     *
     * @param usedBy the member who took a single-use code
     */
    public record Code(UUID room, Role role, boolean single, @Nullable UUID usedBy) {}

    /** What a code opens. Takes as long for a code that is nearly right as for any other. */
    public Future<Optional<Code>> find(String code) {
        return pool.preparedQuery(
                        "select code, room, role, single, used_by from code where hash = " + HASH.formatted("$1::text"))
                .execute(Tuple.of(code))
                .map(rows -> Rows.first(rows, Function.identity())
                        .filter(row -> MessageDigest.isEqual(bytes(row.getString("code")), bytes(code)))
                        .map(row -> new Code(
                                row.getUUID("room"),
                                Role.of(row.getString("role")).orElseThrow(),
                                row.getBoolean("single"),
                                row.getUUID("used_by"))));
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    /** The shared codes of a room by role. */
    public Future<Map<Role, String>> shared(UUID room) {
        return pool.preparedQuery("select role, code from code where room = $1 and not single")
                .execute(Tuple.of(room))
                .map(CodeStore::byRole);
    }

    static Map<Role, String> byRole(RowSet<Row> rows) {
        Map<Role, String> codes = new EnumMap<>(Role.class);
        rows.forEach(row -> codes.put(Role.of(row.getString("role")).orElseThrow(), row.getString("code")));
        return codes;
    }

    /** The shared codes of all rooms, by room and role. */
    public Future<Map<UUID, Map<Role, String>>> shared() {
        return pool.query("select room, role, code from code where not single")
                .execute()
                .map(CodeStore::byRoom);
    }

    /** The shared codes of the rooms of an event, by room and role. */
    public Future<Map<UUID, Map<Role, String>>> sharedOf(UUID event) {
        return pool.preparedQuery(
                        "select c.room, c.role, c.code from code c join room r on r.id = c.room where r.event = $1 and not c.single")
                .execute(Tuple.of(event))
                .map(CodeStore::byRoom);
    }

    private static Map<UUID, Map<Role, String>> byRoom(RowSet<Row> rows) {
        Map<UUID, Map<Role, String>> codes = new HashMap<>();
        rows.forEach(row -> codes.computeIfAbsent(row.getUUID("room"), room -> new EnumMap<>(Role.class))
                .put(Role.of(row.getString("role")).orElseThrow(), row.getString("code")));
        return codes;
    }

    /**
     * Makes this the shared code of that role; the one before stops at once.
     *
     * @param request what asked for it, if that may come again
     */
    public Future<Void> renew(UUID room, Role role, String code, AuditEntry note, @Nullable Request request) {
        return AuditStore.noting(pool, List.of(note), connection -> share(connection, room, Map.of(role, code))
                .compose(done -> RequestStore.write(
                        connection,
                        request,
                        new JsonObject().put("role", role.wire()).put("code", code))));
    }

    /** Makes these the shared codes of a room, as part of the caller's transaction. */
    static Future<Void> share(SqlClient connection, UUID room, Map<Role, String> codes) {
        List<Role> roles = List.copyOf(codes.keySet());
        return connection
                .preparedQuery(
                        """
                        insert into code (code, room, role, hash)
                        select c.code, $1, c.role, %s from unnest($2::text[], $3::text[]) as c (code, role)
                        on conflict (room, role) where not single do update set code = excluded.code, hash = excluded.hash
                        """
                                .formatted(HASH.formatted("c.code")))
                .execute(Tuple.of(
                        room,
                        roles.stream().map(codes::get).toArray(String[]::new),
                        roles.stream().map(Role::wire).toArray(String[]::new)))
                .mapEmpty();
    }

    /**
     * Adds single-use codes for participants.
     *
     * @param request what asked for them, if that may come again
     */
    public Future<Void> addSingle(UUID room, List<String> codes, AuditEntry note, @Nullable Request request) {
        JsonObject made = new JsonObject().put("role", "participant").put("codes", new JsonArray(codes));
        return AuditStore.noting(pool, List.of(note), connection -> connection
                .preparedQuery(
                        """
                        insert into code (code, room, role, single, hash)
                        select c, $1, 'participant', true, %s from unnest($2::text[]) as c
                        """
                                .formatted(HASH.formatted("c")))
                .execute(Tuple.of(room, (Object) codes.toArray(String[]::new)))
                .compose(done -> RequestStore.write(connection, request, made)));
    }

    /** Takes a single-use code for a member; false if another member has it. */
    public Future<Boolean> claim(String code, UUID member) {
        return claim(pool, code, member);
    }

    static Future<Boolean> claim(SqlClient connection, String code, UUID member) {
        return connection
                .preparedQuery(
                        """
                        update code set used_by = $2 where code = $1 and single and (used_by is null or used_by = $2)
                        """)
                .execute(Tuple.of(code, member))
                .map(rows -> rows.rowCount() == 1);
    }
}
