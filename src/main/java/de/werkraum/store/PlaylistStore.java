package de.werkraum.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What screens of events show in turn. */
public final class PlaylistStore {
    private final Pool pool;

    public PlaylistStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * A playlist as stored.
     *
     * @param since its first entry is on from then; null where nobody has said what to show
     */
    public record Stored(Playlist playlist, @Nullable Instant since) {}

    /** What screens of an event show; empty where there is no such event. */
    public Future<Optional<Stored>> get(UUID event) {
        return pool.preparedQuery("select playlist, playlist_at from event where id = $1")
                .execute(Tuple.of(event))
                .map(rows -> Rows.first(rows, PlaylistStore::stored));
    }

    private static Stored stored(Row row) {
        JsonObject json = (JsonObject) row.getValue("playlist");
        return new Stored(json == null ? Playlist.USUAL : Playlist.of(json), Rows.instant(row, "playlist_at"));
    }

    /** As part of the caller's transaction: what another event's screens show that is about no room. */
    static Future<Void> copy(SqlConnection connection, UUID from, UUID to, Instant now) {
        return connection
                .preparedQuery("select playlist, playlist_at from event where id = $1 and playlist is not null")
                .execute(Tuple.of(from))
                .compose(rows -> {
                    Playlist list = Rows.first(rows, PlaylistStore::stored)
                            .map(Stored::playlist)
                            .orElse(null);
                    return list == null
                            ? Future.succeededFuture()
                            : connection
                                    .preparedQuery("update event set playlist = $2, playlist_at = $3 where id = $1")
                                    .execute(Tuple.of(to, list.withoutRooms().toJson(), Rows.time(now)))
                                    .mapEmpty();
                });
    }

    /** Screens of an event show this from now on, beginning with the first; the same again changes nothing. */
    public Future<Void> set(UUID event, Playlist playlist, Instant now) {
        return pool.preparedQuery(
                        """
                        update event set playlist = $2, playlist_at = $3 where id = $1 and playlist::text is distinct from ($2::json)::text
                        """)
                .execute(Tuple.of(event, playlist.toJson(), Rows.time(now)))
                .mapEmpty();
    }
}
