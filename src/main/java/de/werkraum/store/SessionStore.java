package de.werkraum.store;

import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sessions of events. */
public final class SessionStore {
    private static final String COLUMNS =
            """
             s.id, s.key, s.title, s.place, s.starts_at, s.ends_at, s.moderators, s.seats, s.template, s.preset, s.brought, s.room
            """;

    private final Pool pool;

    public SessionStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * The programme of an event.
     *
     * @param version counts its changes
     */
    public record Stored(int version, List<StoredSession> sessions) {
        public Stored {
            sessions = List.copyOf(sessions);
        }
    }

    /** The programme of an event, by when sessions begin; empty where there is no such event. */
    public Future<Optional<Stored>> get(UUID event) {
        return read(pool, event);
    }

    private static Future<Optional<Stored>> read(SqlClient connection, UUID event) {
        return connection
                .preparedQuery(
                        "select e.programme, " + COLUMNS
                                + """
                          from event e left join session s on s.event = e.id
                         where e.id = $1 order by s.starts_at nulls last, s.place_in
                        """)
                .execute(Tuple.of(event))
                .map(rows -> Rows.first(rows, row -> new Stored(row.getInteger("programme"), sessions(rows))));
    }

    /** An event without any is one row that has no session. */
    private static List<StoredSession> sessions(RowSet<Row> rows) {
        List<StoredSession> sessions = new ArrayList<>();
        for (Row row : rows) {
            if (row.getUUID("id") != null) {
                sessions.add(session(row));
            }
        }
        return sessions;
    }

    /** A statement of its own: what waits for the lock sees only afterwards what others have written. */
    private static Future<Void> lock(SqlConnection connection, UUID event) {
        return connection
                .preparedQuery("select from event where id = $1 for update")
                .execute(Tuple.of(event))
                .mapEmpty();
    }

    /**
     * Makes this the programme of an event; whoever else changes it waits. Sessions keep their rooms, whatever the change says of them.
     *
     * @param change from what is there to what shall be
     */
    public Future<Stored> change(UUID event, Function<Stored, List<StoredSession>> change) {
        return pool.withTransaction(connection -> lock(connection, event)
                .compose(locked -> read(connection, event))
                .compose(found -> {
                    Stored before = found.orElseThrow(() -> Problem.notFound("There is no such event."));
                    List<StoredSession> after = change.apply(before);
                    return after.equals(before.sessions())
                            ? Future.succeededFuture(before)
                            : write(connection, event, after)
                                    .compose(done -> read(connection, event))
                                    .map(Optional::orElseThrow);
                }));
    }

    /**
     * Takes a session with its room to another event; whoever meant to come is forgotten, since that was somebody of the event before. The same again
     * changes nothing.
     *
     * @param most sessions of a programme
     * @return its room, if it has one; fails with 404 where there is no such session or event, and with 409 where that has as many as it may have
     */
    public Future<Optional<UUID>> move(UUID session, UUID from, UUID to, int most) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select id from event where id = any($1) order by id for update")
                .execute(Tuple.of((Object) new UUID[] {from, to}))
                .compose(locked -> connection
                        .preparedQuery(
                                """
                                select s.room, s.event, (select count(*) from session where event = $2) as there,
                                       exists (select from event where id = $2) as known from session s where s.id = $1
                                """)
                        .execute(Tuple.of(session, to)))
                .compose(rows -> {
                    Row row = Rows.first(rows, found -> found)
                            .filter(found -> found.getBoolean("known"))
                            .orElseThrow(() -> Problem.notFound("There is no such session, or no such event."));
                    Optional<UUID> room = Optional.ofNullable(row.getUUID("room"));
                    if (row.getUUID("event").equals(to)) {
                        return Future.succeededFuture(room);
                    } else if (!row.getUUID("event").equals(from)) {
                        throw Problem.notFound("There is no such session.");
                    } else if (row.getLong("there") >= most) {
                        throw Problem.conflict("full", "The event has as many sessions as it may have.");
                    }
                    return take(connection, session, from, to).map(room);
                }));
    }

    private static Future<Void> take(SqlConnection connection, UUID session, UUID from, UUID to) {
        return connection
                .preparedQuery(
                        """
                        update session set event = $2, key = null, brought = null,
                               place_in = (select coalesce(max(place_in) + 1, 0) from session where event = $2) where id = $1
                        """)
                .execute(Tuple.of(session, to))
                .compose(done -> connection
                        .preparedQuery("delete from expected where session = $1")
                        .execute(Tuple.of(session)))
                .compose(done -> connection
                        .preparedQuery("update room set event = $2 where id = (select room from session where id = $1)")
                        .execute(Tuple.of(session, to)))
                .compose(done -> connection
                        .preparedQuery("update event set programme = programme + 1 where id = any($1)")
                        .execute(Tuple.of((Object) new UUID[] {from, to})))
                .mapEmpty();
    }

    /** As part of the caller's transaction: the programme of an event as another takes it over. */
    static Future<Void> copy(SqlConnection connection, UUID from, UUID to, long daysLater, Supplier<UUID> ids) {
        return read(connection, from).compose(found -> {
            List<StoredSession> sessions = new ArrayList<>();
            found.orElseThrow(() -> Problem.notFound("There is no such event."))
                    .sessions()
                    .forEach(stored -> sessions.add(
                            new StoredSession(ids.get(), stored.session().onAnotherDay(daysLater), null, null)));
            return write(connection, to, sessions);
        });
    }

    /** Keys may change hands between sessions of one programme, so all are let go of first. */
    private static Future<Void> write(SqlConnection connection, UUID event, List<StoredSession> sessions) {
        List<Tuple> rows = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            rows.add(tuple(event, i, sessions.get(i)));
        }
        UUID[] ids = sessions.stream().map(StoredSession::id).toArray(UUID[]::new);
        return connection
                .preparedQuery("delete from session where event = $1 and id <> all ($2)")
                .execute(Tuple.tuple().addValue(event).addValue(ids))
                .compose(done -> connection
                        .preparedQuery("update session set key = null where event = $1")
                        .execute(Tuple.of(event)))
                .compose(done -> rows.isEmpty()
                        ? Future.succeededFuture()
                        : connection
                                .preparedQuery(
                                        """
                                        insert into session (id, event, place_in, key, title, place, starts_at, ends_at, moderators, seats, template,
                                               preset, brought)
                                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                                        on conflict (id) do update set place_in = $3, key = $4, title = $5, place = $6, starts_at = $7, ends_at = $8,
                                               moderators = $9, seats = $10, template = $11, preset = $12, brought = $13
                                        """)
                                .executeBatch(rows)
                                .mapEmpty())
                .compose(done -> connection
                        .preparedQuery("update event set programme = programme + 1 where id = $1")
                        .execute(Tuple.of(event)))
                .mapEmpty();
    }

    private static Tuple tuple(UUID event, int place, StoredSession stored) {
        Session session = stored.session();
        Session brought = stored.brought();
        return Tuple.tuple()
                .addValue(stored.id())
                .addValue(event)
                .addValue(place)
                .addValue(session.key())
                .addValue(session.title())
                .addValue(session.place())
                .addValue(Rows.time(session.start()))
                .addValue(Rows.time(session.end()))
                .addValue(session.moderators().toArray(String[]::new))
                .addValue(session.seats())
                .addValue(session.template())
                .addValue(session.preset())
                .addValue(brought == null ? null : brought.toJson());
    }

    /** As part of the caller's transaction: this room is where a session meets; fails where it has one already, or is gone. */
    static Future<Void> take(SqlConnection connection, UUID session, UUID room) {
        return connection
                .preparedQuery("update session set room = $2 where id = $1 and room is null")
                .execute(Tuple.of(session, room))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.conflict("opened", "The session has a room already, or is gone.");
                    }
                    return null;
                });
    }

    /** Forgets who was to lead sessions that ended before that time, and what files said of it. */
    public Future<Void> forget(Instant before) {
        return pool.preparedQuery(
                        """
                        update session s set moderators = '{}', brought = null from event e
                         where e.id = s.event and (s.moderators <> '{}' or s.brought is not null)
                           and coalesce(s.ends_at, s.starts_at, e.date, e.created_at) < $1
                        """)
                .execute(Tuple.of(Rows.time(before)))
                .mapEmpty();
    }

    private static StoredSession session(Row row) {
        JsonObject brought = (JsonObject) row.getValue("brought");
        return new StoredSession(
                row.getUUID("id"),
                new Session(
                        row.getString("key"),
                        row.getString("title"),
                        row.getString("place"),
                        Rows.instant(row, "starts_at"),
                        Rows.instant(row, "ends_at"),
                        List.of(row.getArrayOfStrings("moderators")),
                        row.getInteger("seats"),
                        row.getString("template"),
                        row.getString("preset")),
                brought == null ? null : Session.of(brought),
                row.getUUID("room"));
    }

    /** What a room is made for: a session, the plenary of an event, or nothing of a programme. */
    public record Purpose(@Nullable UUID session, @Nullable UUID plenary) {
        /** A room of no programme. */
        public static final Purpose NONE = new Purpose(null, null);

        /** As part of the caller's transaction. */
        Future<Void> take(SqlConnection connection, UUID room) {
            if (session != null) {
                return SessionStore.take(connection, session, room);
            }
            return plenary == null ? Future.succeededFuture() : EventStore.meet(connection, plenary, room);
        }
    }
}
