package de.werkraum.store;

import de.werkraum.access.Member;
import de.werkraum.access.Pass;
import de.werkraum.access.Role;
import de.werkraum.access.Seat;
import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People of events walking into rooms. */
public final class EntryStore {
    private final Pool pool;

    public EntryStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Somebody in a room.
     *
     * @param full whether only a viewer's place was left
     * @param left the place in the room where it was until now, if that was another
     */
    public record Entered(Member member, boolean full, PassStore.@Nullable Place left) {}

    /**
     * Gives somebody its place in a room, the same as before if it had one. Of two who want the last seat, one gets it.
     *
     * @param fresh the id of a new member
     */
    public Future<Entered> enter(Pass pass, StoredRoom room, UUID fresh, Instant now) {
        return pool.withTransaction(connection -> stays(connection, pass.id())
                .compose(there -> seats(connection, room.id()))
                .compose(seats -> barred(connection, pass.id(), room.id())
                        .compose(done -> full(connection, pass.id(), room.id(), seats))
                        .compose(full -> known(connection, pass.id(), room.id()).compose(known -> {
                            Role role = Seat.of(pass.role(), known.map(Member::role), room.closed(), full);
                            Member member = known.map(had -> as(had, role))
                                    .orElseGet(
                                            () -> new Member(fresh, room.id(), pass.name(), pass.organisation(), role));
                            return put(connection, pass, member, known.isPresent(), now)
                                    .compose(done -> move(connection, pass, room.id(), now))
                                    .map(left -> new Entered(
                                            member, full && role == Role.VIEWER && pass.role() != Role.VIEWER, left));
                        }))));
    }

    private static Member as(Member member, Role role) {
        return new Member(member.id(), member.room(), member.name(), member.organisation(), role);
    }

    /** Whoever takes somebody out of the event waits for this, or was first. */
    private static Future<Void> stays(SqlConnection connection, UUID pass) {
        return connection
                .preparedQuery("select from pass where id = $1 and not removed for no key update")
                .execute(Tuple.of(pass))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.unauthorized("This person is no longer part of the event.");
                    }
                    return null;
                });
    }

    /** The seats of a room's session, which is locked; empty where it has no limit. */
    private static Future<Optional<Integer>> seats(SqlConnection connection, UUID room) {
        return connection
                .preparedQuery("select seats from session where room = $1 for update")
                .execute(Tuple.of(room))
                .map(rows -> Rows.first(rows, row -> Optional.ofNullable(row.getInteger("seats")))
                        .flatMap(seats -> seats));
    }

    private static Future<Void> barred(SqlConnection connection, UUID pass, UUID room) {
        return connection
                .preparedQuery(
                        """
                        select from member m join pass p on p.id = $1
                         where m.room = $2 and m.barred and (m.pass = p.id or m.account = p.account)
                        """)
                .execute(Tuple.of(pass, room))
                .map(rows -> {
                    if (rows.size() > 0) {
                        throw Problem.forbidden(
                                "removed",
                                "The moderators have removed you from this room. They can let you in again.");
                    }
                    return null;
                });
    }

    /** Whether others who are there now have all seats. */
    private static Future<Boolean> full(SqlConnection connection, UUID pass, UUID room, Optional<Integer> seats) {
        if (seats.isEmpty()) {
            return Future.succeededFuture(false);
        }
        return connection
                .preparedQuery(
                        """
                        select count(*) from pass p join member m on m.pass = p.id and m.room = p.at and not m.removed
                         where p.at = $2 and p.id <> $1 and m.role = 'participant'
                        """)
                .execute(Tuple.of(pass, room))
                .map(rows -> Rows.first(rows, row -> row.getLong(0)).orElse(0L) >= seats.get());
    }

    private static Future<Optional<Member>> known(SqlConnection connection, UUID pass, UUID room) {
        return connection
                .preparedQuery(
                        """
                        select m.id, m.room, m.name, m.organisation, m.role from member m join pass p on p.id = $1
                         where m.room = $2 and not m.removed and (m.pass = p.id or m.account = p.account)
                         order by m.pass = p.id desc nulls last limit 1
                        """)
                .execute(Tuple.of(pass, room))
                .map(rows -> Rows.first(rows, MemberStore::member));
    }

    private static Future<Void> put(SqlConnection connection, Pass pass, Member member, boolean known, Instant now) {
        return known
                ? connection
                        .preparedQuery("update member set role = $2, pass = $3 where id = $1")
                        .execute(Tuple.of(member.id(), member.role().wire(), pass.id()))
                        .mapEmpty()
                : connection
                        .preparedQuery(
                                """
                                insert into member (id, name, organisation, role, room, joined_at, pass, account)
                                select $1, $2, $3, $4, $5, $6, p.id, p.account from pass p where p.id = $7
                                """)
                        .execute(Tuple.tuple()
                                .addValue(member.id())
                                .addValue(member.name())
                                .addValue(member.organisation())
                                .addValue(member.role().wire())
                                .addValue(member.room())
                                .addValue(Rows.time(now))
                                .addValue(pass.id()))
                        .mapEmpty();
    }

    /** Organisers look in here and there and stay where they are. */
    private static Future<PassStore.@Nullable Place> move(SqlConnection connection, Pass pass, UUID room, Instant now) {
        if (pass.role() == Role.ORGANISER) {
            return Future.succeededFuture();
        }
        return connection
                .preparedQuery(
                        """
                        with was as (select p.at, m.id from pass p left join member m on m.pass = p.id and m.room = p.at and not m.removed
                                      where p.id = $1),
                             moved as (update pass set at = $2, seen_at = $3 where id = $1)
                        select at, id from was
                        """)
                .execute(Tuple.of(pass.id(), room, Rows.time(now)))
                .map(rows -> Rows.first(rows, row -> place(row, room))
                        .orElse(Optional.empty())
                        .orElse(null));
    }

    private static Optional<PassStore.Place> place(Row row, UUID now) {
        UUID room = row.getUUID("at");
        UUID member = row.getUUID("id");
        return room == null || member == null || room.equals(now)
                ? Optional.empty()
                : Optional.of(new PassStore.Place(room, member));
    }
}
