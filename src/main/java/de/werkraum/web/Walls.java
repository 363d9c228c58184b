package de.werkraum.web;

import de.werkraum.access.Role;
import de.werkraum.event.Recent;
import de.werkraum.problem.Problem;
import de.werkraum.store.Announcement;
import de.werkraum.store.Playlist;
import de.werkraum.store.PlaylistStore;
import de.werkraum.store.SessionStore;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.StoredSession;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the screens of events show: the same for all of them, at most a second old, however many look. Which entry is on follows from when the list was
 * made and from the time, so a screen that comes later shows what the others do. Thread-safe.
 */
final class Walls {
    /** What of a room's card on the board is the organisers' alone. */
    private static final List<String> PRIVATE = List.of("help", "expected", "viewers", "locked", "outcomes");

    private final Stores stores;
    private final Boards boards;
    private final Clock clock;
    private final @Nullable String joinUrl;
    private final Recent<UUID, String> looks;

    Walls(Stores stores, Boards boards, Clock clock, @Nullable String joinUrl) {
        this.stores = stores;
        this.boards = boards;
        this.clock = clock;
        looks = Lookout.looks(clock);
        this.joinUrl = joinUrl;
    }

    /** What the screens of an event show. */
    Future<String> of(UUID event) {
        return looks.of(event, () -> look(event));
    }

    /** What was seen before is not told any more: something was changed. */
    Future<String> anew(UUID event) {
        looks.forget(event);
        return of(event);
    }

    private Future<String> look(UUID id) {
        return Future.all(List.of(
                        stores.events().get(id),
                        stores.playlists().get(id),
                        stores.eventCodes().shared(id),
                        stores.sessions().get(id),
                        stores.rooms().of(id),
                        boards.of(id),
                        stores.events().announced(id)))
                .map(all -> {
                    Optional<StoredEvent> event = all.resultAt(0);
                    Optional<PlaylistStore.Stored> list = all.resultAt(1);
                    Optional<SessionStore.Stored> programme = all.resultAt(3);
                    if (event.isEmpty() || list.isEmpty() || programme.isEmpty()) {
                        throw Problem.notFound("There is no such event.");
                    }
                    Map<Role, String> codes = all.resultAt(2);
                    List<StoredRoom> rooms = all.resultAt(4);
                    JsonArray board = new JsonObject(all.<String>resultAt(5)).getJsonArray("rooms");
                    JsonObject wall = new JsonObject()
                            .put("title", event.get().title())
                            .put("code", codes.get(Role.PARTICIPANT))
                            .put("joinUrl", joinUrl)
                            .put("since", since(list.get()).toString())
                            .put(
                                    "entries",
                                    entries(
                                            event.get(),
                                            list.get().playlist(),
                                            programme.get(),
                                            rooms,
                                            outcomes(board)))
                            .put("sessions", sessions(programme.get()))
                            .put("rooms", open(board));
                    Optional<Announcement> said = all.resultAt(6);
                    said.filter(one -> one.lasts(clock.instant()))
                            .ifPresent(one -> wall.put("announcement", one.toJson()));
                    return wall.encode();
                });
    }

    private static Instant since(PlaylistStore.Stored stored) {
        Instant since = stored.since();
        return since == null ? Instant.EPOCH : since;
    }

    /** Rooms that came to something: a poll has a result, or a step was agreed on. */
    private static Set<String> outcomes(JsonArray board) {
        Set<String> rooms = new HashSet<>();
        for (int i = 0; i < board.size(); i++) {
            JsonObject card = board.getJsonObject(i);
            if (card.getInteger("outcomes", 0) > 0 || card.getInteger("agreed", 0) > 0) {
                rooms.add(card.getString("room"));
            }
        }
        return rooms;
    }

    /**
     * What is shown in turn: views of rooms that are gone are left out, results of rooms that are closed come last.
     *
     * @param outcomes rooms that have some: an empty wall says nothing to a hall
     */
    private static JsonArray entries(
            StoredEvent event,
            Playlist playlist,
            SessionStore.Stored programme,
            List<StoredRoom> rooms,
            Set<String> outcomes) {
        Map<UUID, StoredRoom> there = new LinkedHashMap<>();
        programme.sessions().stream()
                .flatMap(session -> rooms.stream().filter(room -> room.id().equals(session.room())))
                .forEach(room -> there.put(room.id(), room));
        rooms.forEach(room -> there.putIfAbsent(room.id(), room));
        Set<UUID> resulting = new HashSet<>();
        JsonArray list = new JsonArray();
        for (Playlist.Entry entry : playlist.entries()) {
            UUID room = entry.view() == Playlist.View.PLENARY ? event.plenary() : entry.room();
            boolean lacks = room == null ? needsRoom(entry.view()) : !there.containsKey(room);
            if (!lacks) {
                list.add(entry(entry.view(), room == null ? null : there.get(room), entry.seconds()));
            }
            if (room != null && entry.view() == Playlist.View.RESULTS) {
                resulting.add(room);
            }
        }
        Integer results = playlist.results();
        if (results != null) {
            there.values().stream()
                    .filter(room -> room.closed()
                            && !resulting.contains(room.id())
                            && outcomes.contains(room.id().toString()))
                    .forEach(room -> list.add(entry(Playlist.View.RESULTS, room, results)));
        }
        return list;
    }

    /** Whether a view is about a room. */
    static boolean needsRoom(Playlist.View view) {
        return view == Playlist.View.PLENARY || view == Playlist.View.ROOM || view == Playlist.View.RESULTS;
    }

    private static JsonObject entry(Playlist.View view, @Nullable StoredRoom room, int seconds) {
        JsonObject json = new JsonObject()
                .put("view", view.name().toLowerCase(Locale.ROOT))
                .put("seconds", seconds);
        return room == null ? json : json.put("room", room.id().toString()).put("title", room.title());
    }

    private static JsonArray sessions(SessionStore.Stored programme) {
        JsonArray list = new JsonArray();
        for (StoredSession stored : programme.sessions()) {
            list.add(new JsonObject()
                    .put("id", stored.id().toString())
                    .put("title", stored.session().title())
                    .put("place", stored.session().place())
                    .put("start", RoomJson.text(stored.session().start()))
                    .put("end", RoomJson.text(stored.session().end()))
                    .put("room", RoomJson.text(stored.room())));
        }
        return list;
    }

    private static JsonArray open(JsonArray rooms) {
        rooms.forEach(card -> PRIVATE.forEach(((JsonObject) card)::remove));
        return rooms;
    }
}
