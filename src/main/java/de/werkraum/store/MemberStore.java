package de.werkraum.store;

import de.werkraum.access.Member;
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

/** People of rooms. A removed member stays as a row, so that its token ends and its id is never given again. */
public final class MemberStore {
    private static final String COLUMNS = "id, room, name, organisation, role";

    private final Pool pool;

    public MemberStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Takes somebody in, all or nothing.
     *
     * @param single the single-use code that is used up by this, or null
     * @param account whose member it is, where somebody has signed on
     * @param request what asked for it, if that may come again
     * @return false if somebody else has that code
     */
    public Future<Boolean> join(
            Member member, Instant now, @Nullable String single, @Nullable UUID account, @Nullable Request request) {
        JsonObject made = new JsonObject().put("member", member.id().toString());
        return pool.withTransaction(connection -> create(connection, member, now, account)
                        .compose(done -> single == null
                                ? Future.succeededFuture(true)
                                : CodeStore.claim(connection, single, member.id()))
                        .compose(free -> free
                                ? RequestStore.write(connection, request, made)
                                : Future.failedFuture(new Taken())))
                .map(true)
                .recover(failure ->
                        failure instanceof Taken ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    /** Ends the transaction of somebody who came with a code that is used up. */
    private static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Taken() {
            super("the code is used up", null, false, false);
        }
    }

    private static Future<Void> create(SqlConnection connection, Member member, Instant now, @Nullable UUID account) {
        return connection
                .preparedQuery(
                        """
                        insert into member (id, room, name, organisation, role, joined_at, account)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        """)
                .execute(Tuple.tuple()
                        .addValue(member.id())
                        .addValue(member.room())
                        .addValue(member.name())
                        .addValue(member.organisation())
                        .addValue(member.role().wire())
                        .addValue(Rows.time(now))
                        .addValue(account))
                .mapEmpty();
    }

    /** The member, unless removed. */
    public Future<Optional<Member>> get(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from member where id = $1 and not removed")
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows, MemberStore::member));
    }

    /** The members of a room in the order of their joining, without the removed. */
    public Future<List<Member>> list(UUID room) {
        return pool.preparedQuery(
                        "select " + COLUMNS + " from member where room = $1 and not removed order by joined_at, id")
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(rows, MemberStore::member));
    }

    /** The people of an event, each once in however many of its rooms, without screens and the removed, in the order of their joining. */
    public Future<List<Member>> ofEvent(UUID event) {
        return pool.preparedQuery(
                        """
                        select distinct on (person) m.id, m.room, m.name, m.organisation, m.role, coalesce(m.pass, m.id) as person
                          from member m join room r on r.id = m.room
                         where r.event = $1 and not m.removed and m.role <> 'viewer' order by person, m.joined_at, m.id
                        """)
                .execute(Tuple.of(event))
                .map(rows -> Rows.list(rows, MemberStore::member));
    }

    /** A name by which somebody took part in an event; the organisation may be blank. */
    public record Named(String name, String organisation) {}

    /** All names of whoever took part in an event, also of those who have left or were removed, but not of the erased; of one name, a known organisation at last. */
    public Future<List<Named>> namedIn(UUID event) {
        return pool.preparedQuery(
                        """
                        select m.name as name, coalesce(m.organisation, '') as organisation
                          from member m join room r on r.id = m.room where r.event = $1 and m.name <> ''
                        union
                        select p.name, coalesce(p.organisation, '') from pass p where p.event = $1 and p.name <> ''
                         order by name, organisation
                        """)
                .execute(Tuple.of(event))
                .map(rows -> Rows.list(rows, row -> new Named(row.getString("name"), row.getString("organisation"))));
    }

    /** Members of a room, without the removed. */
    public Future<Long> count(UUID room) {
        return pool.preparedQuery("select count(*) from member where room = $1 and not removed")
                .execute(Tuple.of(room))
                .map(rows -> Rows.first(rows, row -> row.getLong(0)).orElse(0L));
    }

    /** Stores a member anew, and notes who did so. */
    public Future<Void> update(Member member, List<AuditEntry> notes) {
        return AuditStore.noting(pool, notes, connection -> connection
                .preparedQuery("update member set name = $2, organisation = $3, role = $4 where id = $1")
                .execute(Tuple.of(
                        member.id(),
                        member.name(),
                        member.organisation(),
                        member.role().wire()))
                .mapEmpty());
    }

    /**
     * Takes a member out of its room, and notes who did so.
     *
     * @param barred whether others did so, who don't want it back: it comes in again when let in
     */
    public Future<Void> remove(UUID id, boolean barred, List<AuditEntry> notes) {
        return AuditStore.noting(pool, notes, connection -> connection
                .preparedQuery("update member set removed = true, barred = $2 where id = $1")
                .execute(Tuple.of(id, barred))
                .mapEmpty());
    }

    /** Whether that was a member of the room whom others removed and nobody has let in since. */
    public Future<Boolean> barred(UUID room, UUID id) {
        return pool.preparedQuery("select from member where id = $1 and room = $2 and barred")
                .execute(Tuple.of(id, room))
                .map(rows -> rows.size() > 0);
    }

    /** Whether that is or was a member of the room. */
    public Future<Boolean> knows(UUID room, UUID id) {
        return pool.preparedQuery("select from member where id = $1 and room = $2")
                .execute(Tuple.of(id, room))
                .map(rows -> rows.size() > 0);
    }

    /** The members of a room whom others removed and nobody has let in since, in the order of their joining, without the erased. */
    public Future<List<Member>> listBarred(UUID room) {
        return pool.preparedQuery("select " + COLUMNS
                        + " from member where room = $1 and barred and name <> '' order by joined_at, id")
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(rows, MemberStore::member));
    }

    /** Lets whoever was removed join again by any code, and notes who did so. */
    public Future<Void> letIn(UUID id, List<AuditEntry> notes) {
        return AuditStore.noting(pool, notes, connection -> connection
                .preparedQuery("update member set barred = false where id = $1")
                .execute(Tuple.of(id))
                .mapEmpty());
    }

    static Member member(Row row) {
        return new Member(
                row.getUUID("id"),
                row.getUUID("room"),
                row.getString("name"),
                row.getString("organisation"),
                Role.of(row.getString("role")).orElseThrow());
    }
}
