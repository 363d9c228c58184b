package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The servers that share this database, and which of them a room lives at. What it says decides; everything else only suggests. */
public final class Servers {
    /** What {@code fence()} raises in the database. */
    private static final String FENCED = "WK001";
    /** Longest wait for commits under way of a server that is fenced; then its sessions are ended. */
    private static final String FENCE_WAIT = "1s";

    private final Pool pool;
    private final int own;

    /** @param own the number of this server */
    public Servers(Pool pool, int own) {
        this.pool = pool;
        this.own = own;
    }

    /**
     * A server that may write.
     *
     * @param node how the others name it
     * @param http where the others reach it, {@code host:port}
     * @param loops event loops that its rooms live on
     * @param serving whether it has found the others
     * @param silentMillis since its last sign of life
     */
    public record Peer(
            int number, String node, String http, int loops, String version, boolean serving, long silentMillis) {}

    /**
     * Where a room lives.
     *
     * @param term grows with each move
     */
    public record Place(int server, int term) {}

    /** Whether a write failed because another server has taken over what was this one's: no try will succeed. */
    public static boolean fenced(Throwable failure) {
        return failure instanceof PgException error && FENCED.equals(error.getSqlState());
    }

    /** A sign of life of this server; false if it is fenced. */
    public Future<Boolean> beat() {
        return pool.preparedQuery(
                        """
                        update server_beat b set beat_at = clock_timestamp() from server s
                         where b.number = $1 and s.number = b.number and not s.fenced
                        """)
                .execute(Tuple.of(own))
                .map(rows -> rows.rowCount() == 1);
    }

    /** This server has found the others. */
    public Future<Void> serves() {
        return pool.preparedQuery("update server set serving = true where number = $1")
                .execute(Tuple.of(own))
                .mapEmpty();
    }

    /** All servers that may write, this one too. */
    public Future<List<Peer>> peers() {
        return pool.query(
                        """
                        select s.number, s.node, s.http, s.loops, s.version, s.serving,
                               extract(epoch from clock_timestamp() - b.beat_at) * 1000 as silent
                          from server s join server_beat b on b.number = s.number where not s.fenced order by s.number
                        """)
                .execute()
                .map(rows -> Rows.list(rows, Servers::peer));
    }

    private static Peer peer(Row row) {
        return new Peer(
                row.getInteger("number"),
                row.getString("node"),
                row.getString("http"),
                row.getInteger("loops"),
                row.getString("version"),
                row.getBoolean("serving"),
                row.getNumeric("silent").longValue());
    }

    /**
     * From now on that server can commit nothing. Waits for its commits under way, and ends its sessions where these hang. Its rooms are to be had by
     * whoever asks.
     */
    public Future<Void> fence(int number) {
        return fenceOnce(number)
                .recover(hangs -> end(number).compose(ended -> fenceOnce(number)))
                .compose(done -> end(number));
    }

    private Future<Void> fenceOnce(int number) {
        return pool.withTransaction(connection -> connection
                .query("set local lock_timeout = '" + FENCE_WAIT + "'")
                .execute()
                .compose(set -> connection
                        .preparedQuery("update server set fenced = true where number = $1 and not fenced")
                        .execute(Tuple.of(number)))
                .mapEmpty());
    }

    private Future<Void> end(int number) {
        return pool.query("select pg_terminate_backend(l.pid)" + Term.SESSIONS + " and l.classid in (" + Term.WATCH
                        + ", " + Term.POOL + ") and l.objid = " + number)
                .execute()
                .mapEmpty();
    }

    /** Where a room lives; empty while at no server that may write. */
    public Future<Optional<Place>> place(UUID room) {
        return pool.preparedQuery(
                        """
                        select o.server, o.term from room_owner o join server s on s.number = o.server and not s.fenced where o.room = $1
                        """)
                .execute(Tuple.of(room))
                .map(rows -> Rows.first(rows, row -> new Place(row.getInteger(0), row.getInteger(1))));
    }

    /**
     * Takes a room that lives at no server that may write, or at this one. Whatever is read of it in later statements is all that its last server has
     * committed.
     *
     * @return where it lives now, which may be another server; empty where there is no such room
     */
    public Future<Optional<Place>> take(UUID room) {
        return pool.preparedQuery(
                        """
                        insert into room_owner as o (room, server, term) select id, $2, 1 from room where id = $1
                        on conflict (room) do update set server = excluded.server, term = o.term + 1
                         where o.server is null or o.server = excluded.server
                            or not exists (select 1 from server s where s.number = o.server and not s.fenced)
                        returning term
                        """)
                .execute(Tuple.of(room, own))
                .compose(rows -> rows.rowCount() == 1
                        ? Future.succeededFuture(Optional.of(
                                new Place(own, rows.iterator().next().getInteger(0))))
                        : place(room));
    }

    /** A room that was taken under that term lives nowhere from now on. */
    public Future<Void> release(UUID room, int term) {
        return pool.preparedQuery("update room_owner set server = null where room = $1 and server = $2 and term = $3")
                .execute(Tuple.of(room, own, term))
                .mapEmpty();
    }

    /** The same of all rooms of this server. */
    public Future<Void> releaseAll() {
        return pool.preparedQuery("update room_owner set server = null where server = $1")
                .execute(Tuple.of(own))
                .mapEmpty();
    }
}
