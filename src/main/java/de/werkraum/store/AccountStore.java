package de.werkraum.store;

import de.werkraum.access.Member;
import de.werkraum.access.Role;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which members are whose account's: at most one of a room. Members who were removed count no more. */
public final class AccountStore {
    /** More than anybody is in within the retention time. */
    private static final int PLACES = 500;

    private final Pool pool;

    public AccountStore(Pool pool) {
        this.pool = pool;
    }

    /** A room that an account is in. */
    public record Place(Member member, String title, String phase, @Nullable UUID event, @Nullable String eventTitle) {}

    /** The rooms of an account, the newest first. */
    public Future<List<Place>> places(UUID account) {
        return pool.preparedQuery(
                        """
                        select m.id, m.room, m.name, m.organisation, m.role, r.title, r.phase, r.event, e.title as event_title
                          from member m join room r on r.id = m.room left join event e on e.id = r.event
                         where m.account = $1 and not m.removed order by r.created_at desc, r.id limit $2
                        """)
                .execute(Tuple.of(account, PLACES))
                .map(rows -> Rows.list(rows, AccountStore::place));
    }

    private static Place place(Row row) {
        return new Place(
                MemberStore.member(row),
                row.getString("title"),
                row.getString("phase"),
                row.getUUID("event"),
                row.getString("event_title"));
    }

    /** An event that an account has a pass of. */
    public record Attended(UUID event, String title, Role role) {}

    /** The events of an account, the newest first. */
    public Future<List<Attended>> events(UUID account) {
        return pool.preparedQuery(
                        """
                        select p.event, p.role, e.title from pass p join event e on e.id = p.event
                         where p.account = $1 and not p.removed order by e.created_at desc, e.id limit $2
                        """)
                .execute(Tuple.of(account, PLACES))
                .map(rows -> Rows.list(
                        rows,
                        row -> new Attended(
                                row.getUUID("event"),
                                row.getString("title"),
                                Role.of(row.getString("role")).orElseThrow())));
    }

    /** Who the account is in that room, if it is in it. */
    public Future<Optional<Member>> member(UUID room, UUID account) {
        return pool.preparedQuery(
                        """
                        select id, room, name, organisation, role from member where room = $1 and account = $2 and not removed
                        """)
                .execute(Tuple.of(room, account))
                .map(rows -> Rows.first(rows, MemberStore::member));
    }

    /** Who the account was in that room when others removed it, unless somebody has let it in since. */
    public Future<Optional<UUID>> barred(UUID room, UUID account) {
        return pool.preparedQuery("select id from member where room = $1 and account = $2 and barred limit 1")
                .execute(Tuple.of(room, account))
                .map(rows -> Rows.first(rows, row -> row.getUUID(0)));
    }

    /** Whether a member is another account's: two people may share a browser. */
    public Future<Boolean> others(Member member, UUID account) {
        return pool.preparedQuery("select from member where id = $1 and account <> $2")
                .execute(Tuple.of(member.id(), account))
                .map(rows -> rows.size() > 0);
    }

    /** Makes a member who joined before the account's; nothing where it is somebody's, or the account is in the room already. */
    public Future<Void> link(Member member, UUID account) {
        return pool.preparedQuery(
                        """
                        update member set account = $2 where id = $1 and account is null
                           and not exists (select 1 from member o where o.room = $3 and o.account = $2 and not o.removed)
                        """)
                .execute(Tuple.of(member.id(), account, member.room()))
                .mapEmpty();
    }

    /** Has the account lead a room that it has made; once, so that whoever was removed since stays so. */
    public Future<Void> lead(Member member, UUID account, Instant now) {
        return pool.preparedQuery(
                        """
                        insert into member (id, room, name, role, joined_at, account)
                        select $1, $2, $3, $4, $5, $6 where not exists (select 1 from member where room = $2 and account = $6)
                        on conflict do nothing
                        """)
                .execute(Tuple.of(
                        member.id(), member.room(), member.name(), Role.MODERATOR.wire(), Rows.time(now), account))
                .mapEmpty();
    }

    /** Whether participants of that event are to sign on. */
    public Future<Boolean> wanted(UUID event) {
        return pool.preparedQuery("select from event_sign_on where event = $1")
                .execute(Tuple.of(event))
                .map(rows -> rows.size() > 0);
    }

    /** Whether they are to from now on. */
    public Future<Void> want(UUID event, boolean wanted) {
        String sql = wanted
                ? "insert into event_sign_on (event) select id from event where id = $1 on conflict do nothing"
                : "delete from event_sign_on where event = $1";
        return pool.preparedQuery(sql).execute(Tuple.of(event)).mapEmpty();
    }
}
