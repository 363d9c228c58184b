package de.werkraum.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What screens of an event show in turn.
 *
 * @param results seconds for the results of each room that was closed, which then come by themselves; null where they don't
 */
public record Playlist(List<Entry> entries, @Nullable Integer results) {
    /** The programme, how the rooms stand, the plenary: of an event for which nobody has said otherwise. */
    public static final Playlist USUAL = new Playlist(
            List.of(
                    new Entry(View.PROGRAMME, null, 20),
                    new Entry(View.BOARD, null, 20),
                    new Entry(View.PLENARY, null, 30)),
            20);

    public Playlist {
        entries = List.copyOf(entries);
    }

    /** What can be shown. */
    public enum View {
        PROGRAMME,
        BOARD,
        PLENARY,
        /** What the screen of that room shows. */
        ROOM,
        /** How the polls of that room ended. */
        RESULTS
    }

    /**
     * Something that is shown for a while.
     *
     * @param room of views that are about one
     */
    public record Entry(View view, @Nullable UUID room, int seconds) {
        private static Entry of(JsonObject json) {
            String room = json.getString("room");
            return new Entry(
                    View.valueOf(json.getString("view")),
                    room == null ? null : UUID.fromString(room),
                    json.getInteger("seconds"));
        }
    }

    /** What of it another event may show. */
    Playlist withoutRooms() {
        return new Playlist(
                entries.stream().filter(entry -> entry.room() == null).toList(), results);
    }

    JsonObject toJson() {
        JsonArray list = new JsonArray();
        entries.forEach(entry -> list.add(new JsonObject()
                .put("view", entry.view().name())
                .put("room", entry.room() == null ? null : entry.room().toString())
                .put("seconds", entry.seconds())));
        return new JsonObject().put("entries", list).put("results", results);
    }

    static Playlist of(JsonObject json) {
        List<Entry> entries = new ArrayList<>();
        json.getJsonArray("entries").forEach(entry -> entries.add(Entry.of((JsonObject) entry)));
        return new Playlist(entries, json.getInteger("results"));
    }
}
