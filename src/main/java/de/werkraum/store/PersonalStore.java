package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is kept about people, and erasing it. Plans, tallies and numbers stay. */
public final class PersonalStore {
    private final Pool pool;

    public PersonalStore(Pool pool) {
        this.pool = pool;
    }

    /** A member's row, also of one who was removed or erased. */
    public record Person(
            UUID id,
            String name,
            @Nullable String organisation,
            String role,
            Instant joinedAt,
            boolean removed,
            @Nullable UUID account) {}

    /** A poll a member may or might have voted in. */
    public record Eligibility(UUID poll, boolean present, boolean voted) {}

    /** The member of that room, removed or not. */
    public Future<Optional<Person>> member(UUID room, UUID member) {
        return pool.preparedQuery(
                        "select id, name, organisation, role, joined_at, removed, account from member where room = $1 and"
                                + " id = $2")
                .execute(Tuple.of(room, member))
                .map(rows -> Rows.first(
                        rows,
                        row -> new Person(
                                row.getUUID("id"),
                                row.getString("name"),
                                row.getString("organisation"),
                                row.getString("role"),
                                row.getOffsetDateTime("joined_at").toInstant(),
                                row.getBoolean("removed"),
                                row.getUUID("account"))));
    }

    /** The single-use codes a member has taken. */
    public Future<List<String>> codes(UUID member) {
        return pool.preparedQuery("select code from code where used_by = $1 order by code")
                .execute(Tuple.of(member))
                .map(rows -> Rows.list(rows, row -> row.getString(0)));
    }

    /** The electorates a member belongs to. */
    public Future<List<Eligibility>> electorates(UUID member) {
        return pool.preparedQuery("select poll, present, voted from poll_voter where member = $1 order by poll")
                .execute(Tuple.of(member))
                .map(rows -> Rows.list(
                        rows,
                        row -> new Eligibility(row.getUUID(0), row.getBoolean("present"), row.getBoolean("voted"))));
    }

    /** Kept versions of the plan that hold comments of a member. */
    public Future<List<UUID>> versions(UUID room, UUID member) {
        return pool.preparedQuery(
                        "select id from plan_version where room = $1 and strpos(plan::text, $2) > 0 order by id")
                .execute(Tuple.of(room, member.toString()))
                .map(rows -> Rows.list(rows, row -> row.getUUID(0)));
    }

    /** Members of a room whose names are known still. */
    public Future<Set<UUID>> named(UUID room) {
        return pool.preparedQuery("select id from member where room = $1 and name <> ''")
                .execute(Tuple.of(room))
                .map(rows -> Set.copyOf(Rows.list(rows, row -> row.getUUID(0))));
    }

    /** Some members of a room as they were called, and their organisations, which may be blank. */
    public Future<Map<String, String>> names(UUID room, Collection<UUID> members) {
        return pool.preparedQuery(
                        "select name, coalesce(organisation, '') as organisation from member where room = $1 and id = any($2) and"
                                + " name <> ''")
                .execute(Tuple.of(room, (Object) members.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<String, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getString("name"), row.getString("organisation")));
                    return names;
                });
    }

    /** Rooms that were closed, or entered and joined by nobody since, before that instant, and still hold names. */
    public Future<List<UUID>> due(Instant before) {
        return pool.preparedQuery(
                        """
                        select id from room where coalesce(closed_at, entered_at) < $1
                           and exists (select 1 from member where member.room = room.id and name <> '')
                           and (closed_at is not null
                                or not exists (select 1 from member where member.room = room.id and joined_at >= $1))
                         order by id
                        """)
                .execute(Tuple.of(Rows.time(before)))
                .map(rows -> Rows.list(rows, row -> row.getUUID(0)));
    }

    /** Ends members' tokens before their data goes. */
    public Future<Void> remove(Collection<UUID> members) {
        return pool.preparedQuery("update member set removed = true where id = any($1)")
                .execute(Tuple.of((Object) members.toArray(UUID[]::new)))
                .mapEmpty();
    }

    /**
     * Erases names, organisations and accounts, the single-use codes taken, which a list on paper may lead to a person, the calendars made, who was of which electorate, the
     * names beside the ballots of polls that were not secret, and the names at comments in kept versions, in one transaction. The rows of
     * the members stay without a name, so that their ids are never given again.
     */
    public Future<Void> erase(UUID room, Collection<UUID> members, AuditEntry note) {
        UUID[] ids = members.toArray(UUID[]::new);
        return AuditStore.noting(pool, List.of(note), connection -> connection
                .preparedQuery(
                        "update member set name = '', organisation = null, account = null, removed = true where room = $1 and id ="
                                + " any($2)")
                .execute(Tuple.of(room, (Object) ids))
                .compose(done -> connection
                        .preparedQuery(
                                """
                                delete from poll_voter where member = any($2)
                                   and poll in (select id from poll where room = $1 and state <> 'open')
                                """)
                        .execute(Tuple.of(room, (Object) ids)))
                .compose(done -> connection
                        .preparedQuery("delete from code where room = $1 and used_by = any($2)")
                        .execute(Tuple.of(room, (Object) ids)))
                .compose(done -> connection
                        .preparedQuery("delete from feed where room = $1 and by_member = any($2)")
                        .execute(Tuple.of(room, (Object) ids)))
                .compose(done -> ballots(connection, room, members))
                .compose(done -> versions(connection, room, members)));
    }

    private static Future<Void> ballots(SqlConnection connection, UUID room, Collection<UUID> members) {
        return connection
                .preparedQuery(
                        "select id, ballots as json from poll where room = $1 and ballots is not null for update")
                .execute(Tuple.of(room))
                .compose(rows -> rewrite(
                        connection,
                        rows,
                        ballots -> nameless((JsonArray) ballots, members),
                        "update poll set ballots = $2 where id = $1"));
    }

    private static Future<Void> versions(SqlConnection connection, UUID room, Collection<UUID> members) {
        List<String> ids = members.stream().map(UUID::toString).toList();
        return rewriteVersions(connection, room, ids, steps -> {
            boolean changed = false;
            for (int i = 0; i < steps.size(); i++) {
                changed |= nameless(steps.getJsonObject(i).getJsonArray("comments", new JsonArray()), members);
            }
            return changed;
        });
    }

    /** Takes names out of who is in charge in kept versions. */
    public Future<Void> unnameVersions(UUID room, Collection<String> names, UnaryOperator<String> told) {
        return pool.withTransaction(
                connection -> rewriteVersions(connection, room, names, steps -> inCharge(steps, told)));
    }

    /**
     * Changes the steps of those kept versions that hold one of these words, in capitals or not.
     *
     * @param change answers whether there was anything to change
     */
    private static Future<Void> rewriteVersions(
            SqlConnection connection, UUID room, Collection<String> words, Predicate<JsonArray> change) {
        return connection
                .preparedQuery(
                        """
                        select v.id, v.plan as json from plan_version v where v.room = $1
                           and exists (select 1 from unnest($2::text[]) as word where strpos(lower(v.plan::text), lower(word)) > 0) for update
                        """)
                .execute(Tuple.of(room, (Object) texts(words)))
                .compose(rows -> rewrite(
                        connection,
                        rows,
                        plan -> change.test(((JsonObject) plan).getJsonArray("steps", new JsonArray())),
                        "update plan_version set plan = $2 where id = $1"));
    }

    /** Stores those rows of an id and a JSON value anew that were changed, one after the other. */
    private static Future<Void> rewrite(
            SqlConnection connection, RowSet<Row> rows, Predicate<Object> change, String update) {
        Future<Void> done = Future.succeededFuture();
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            Object json = row.getValue("json");
            done = done.compose(before -> change.test(json)
                    ? connection
                            .preparedQuery(update)
                            .execute(Tuple.of(id, json))
                            .mapEmpty()
                    : Future.succeededFuture());
        }
        return done;
    }

    private static boolean inCharge(JsonArray steps, UnaryOperator<String> told) {
        boolean changed = false;
        for (int i = 0; i < steps.size(); i++) {
            JsonObject step = steps.getJsonObject(i);
            changed |= put(step, "responsible", told);
            changed |= put(step, "contributors", told);
            JsonArray origins = step.getJsonArray("origins", new JsonArray());
            for (int o = 0; o < origins.size(); o++) {
                changed |= put(origins.getJsonObject(o), "responsible", told);
            }
        }
        return changed;
    }

    private static boolean put(JsonObject json, String key, UnaryOperator<String> told) {
        if (!(json.getValue(key) instanceof String before)) {
            return false;
        }
        String now = told.apply(before);
        json.put(key, now);
        return !now.equals(before);
    }

    /**
     * Ends links of a room that were made for somebody of these names, of whatever room; those for offices go on. Small letters are made by the
     * database on both sides: which it knows depends on its locale.
     */
    public Future<Void> unlink(UUID room, Collection<String> names) {
        return pool.preparedQuery(
                        """
                        with gone as (select array_agg(lower(name)) as names from unnest($2::text[]) as name)
                        delete from status_link using gone where room = $1
                           and (lower(btrim(responsible)) = any (gone.names)
                             or regexp_split_to_array(lower(btrim(responsible)), '\\s*[,;/&+]\\s*|\\s+und\\s+|\\s+and\\s+') && gone.names)
                        """)
                .execute(Tuple.of(room, (Object) texts(names)))
                .mapEmpty();
    }

    private static String[] texts(Collection<String> words) {
        return words.stream().map(String::strip).toArray(String[]::new);
    }

    /** Takes the name out of all entries {@code {member, name}} of those members; answers whether there was one. */
    private static boolean nameless(JsonArray entries, Collection<UUID> members) {
        Set<String> ids = members.stream().map(UUID::toString).collect(Collectors.toSet());
        boolean changed = false;
        for (Object entry : entries) {
            if (entry instanceof JsonObject object
                    && object.getValue("member") instanceof String member
                    && ids.contains(member)) {
                object.put("name", "");
                changed = true;
            }
        }
        return changed;
    }
}
