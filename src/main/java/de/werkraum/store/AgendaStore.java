package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an event stands: where there are seats, where people vote, and what of it is somebody's own. */
public final class AgendaStore {
    private final Pool pool;

    public AgendaStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * An opened room of an event now.
     *
     * @param session null for the plenary and for rooms of no session
     * @param here participants who came by a pass and are there now
     * @param expected people who mean to come
     * @param polls open ones
     */
    public record Now(
            UUID room, @Nullable UUID session, String title, String phase, int here, int expected, int polls) {}

    /** All rooms of an event that were opened. */
    public Future<List<Now>> now(UUID event) {
        return pool.preparedQuery(
                        """
                        select r.id, s.id as session, r.title, r.phase,
                               (select count(*)::int from pass p join member m on m.pass = p.id and m.room = p.at and not m.removed
                                 where p.at = r.id and m.role = 'participant') as here,
                               (select count(*)::int from expected x where x.session = s.id) as expected,
                               (select count(*)::int from poll where poll.room = r.id and poll.state = 'open') as polls
                          from room r left join session s on s.room = r.id where r.event = $1 order by r.created_at, r.id
                        """)
                .execute(Tuple.of(event))
                .map(rows -> Rows.list(
                        rows,
                        row -> new Now(
                                row.getUUID("id"),
                                row.getUUID("session"),
                                row.getString("title"),
                                row.getString("phase"),
                                row.getInteger("here"),
                                row.getInteger("expected"),
                                row.getInteger("polls"))));
    }

    /** In how many closed polls each room of an event has a result that everybody may see; none for a room without any. */
    public Future<Map<UUID, Integer>> outcomes(UUID event) {
        return pool.preparedQuery(
                        """
                        select r.id, count(*)::int as outcomes from room r join poll on poll.room = r.id
                         where r.event = $1 and poll.state = 'closed' and poll.cast_count > 0
                           and (poll.revealed or poll.settings ->> 'reveal' <> 'moderator')
                           and (poll.settings ->> 'secret' <> 'true' or poll.cast_count >= (poll.settings ->> 'minBallots')::int)
                         group by r.id
                        """)
                .execute(Tuple.of(event))
                .map(rows -> {
                    Map<UUID, Integer> outcomes = new HashMap<>();
                    rows.forEach(row -> outcomes.put(row.getUUID("id"), row.getInteger("outcomes")));
                    return outcomes;
                });
    }

    /** A vote that somebody may cast now. */
    public record Vote(UUID room, UUID poll, String question) {}

    /**
     * What of an event is somebody's own.
     *
     * @param rooms where it has been
     * @param sessions where it means to come
     */
    public record Own(Set<UUID> rooms, Set<UUID> sessions, List<Vote> votes) {
        public Own {
            rooms = Set.copyOf(rooms);
            sessions = Set.copyOf(sessions);
            votes = List.copyOf(votes);
        }
    }

    /** What is somebody's own. */
    public Future<Own> own(UUID pass) {
        return pool.preparedQuery(
                        """
                        select array(select room from member where pass = $1 and not removed) as rooms,
                               array(select session from expected where pass = $1) as sessions,
                               (select coalesce(json_agg(json_build_array(p.room, p.id, p.question) order by p.opened_at, p.id), '[]')
                                  from member m join poll_voter v on v.member = m.id join poll p on p.id = v.poll
                                 where m.pass = $1 and not m.removed and p.state = 'open') as votes
                        """)
                .execute(Tuple.of(pass))
                .map(rows -> Rows.first(rows, AgendaStore::own).orElseThrow());
    }

    private static Own own(Row row) {
        List<Vote> votes = new ArrayList<>();
        for (Object vote : row.getJsonArray("votes")) {
            JsonArray of = (JsonArray) vote;
            votes.add(new Vote(UUID.fromString(of.getString(0)), UUID.fromString(of.getString(1)), of.getString(2)));
        }
        return new Own(ids(row, "rooms"), ids(row, "sessions"), votes);
    }

    private static Set<UUID> ids(Row row, String column) {
        return Set.copyOf(List.of(row.getArrayOfUUIDs(column)));
    }

    /** Somebody means to come to a session of its event, or not; false where there is none. */
    public Future<Boolean> expect(UUID session, UUID pass, boolean comes) {
        String sql = comes
                ? """
                  insert into expected (session, pass)
                  select s.id, p.id from session s join pass p on p.event = s.event where s.id = $1 and p.id = $2
                  on conflict do nothing
                  """
                : "delete from expected where session = $1 and pass = $2";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(session, pass))
                .compose(done -> pool.preparedQuery(
                                "select from session s join pass p on p.event = s.event where s.id = $1 and p.id = $2")
                        .execute(Tuple.of(session, pass)))
                .map(rows -> rows.size() > 0);
    }

    /**
     * Somebody who means to come.
     *
     * @param member what it is in the room, once it was there
     */
    public record Guest(String name, @Nullable String organisation, @Nullable UUID member) {}

    /** Who means to come to the session of a room, by name. */
    public Future<List<Guest>> expected(UUID room) {
        return pool.preparedQuery(
                        """
                        select p.name, p.organisation, m.id as member from session s join expected x on x.session = s.id
                          join pass p on p.id = x.pass and not p.removed left join member m on m.pass = p.id and m.room = s.room and not m.removed
                         where s.room = $1 order by p.name, p.id
                        """)
                .execute(Tuple.of(room))
                .map(rows -> Rows.list(
                        rows,
                        row -> new Guest(row.getString("name"), row.getString("organisation"), row.getUUID("member"))));
    }
}
