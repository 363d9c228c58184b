package de.werkraum.web;

import de.werkraum.problem.Problem;
import de.werkraum.store.Playlist;
import de.werkraum.store.PlaylistStore;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /events/:event/playlist}: what the screens of an event show in turn. */
final class PlaylistRoutes {
    /** Entries of a list: a day's programme of the largest congress, each room twice. */
    private static final int ENTRIES = 100;

    /** Seconds that something is shown: shorter nobody reads it, longer it is no list. */
    private static final int SHORTEST = 5;

    private static final int LONGEST = 600;

    private static final List<String> VIEWS = Stream.of(Playlist.View.values())
            .map(view -> view.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Vertx vertx;
    private final EventGate doors;
    private final Stores stores;
    private final Walls walls;
    private final Onlookers onlookers;
    private final Clock clock;

    PlaylistRoutes(Vertx vertx, EventGate doors, Stores stores, Walls walls, Onlookers onlookers, Clock clock) {
        this.vertx = vertx;
        this.doors = doors;
        this.stores = stores;
        this.walls = walls;
        this.onlookers = onlookers;
        this.clock = clock;
    }

    void mount(Router api) {
        api.get("/events/:event/playlist").handler(Door.call(this::get));
        api.put("/events/:event/playlist").handler(Door.call(this::put));
        api.get("/events/:event/playlist/stream")
                .handler(Lookout.route(vertx, "wall", onlookers, doors::onlooker, walls::of));
    }

    private Future<Reply> get(RoutingContext context) {
        return doors.inside(context).compose(event -> list(event.id()));
    }

    /** As it was set, with what screens show now, and the time that they go by. */
    private Future<Reply> list(UUID event) {
        return Future.all(stores.playlists().get(event), walls.of(event)).map(all -> {
            Playlist playlist = stored(all.resultAt(0));
            JsonArray entries = new JsonArray();
            playlist.entries()
                    .forEach(entry -> entries.add(new JsonObject()
                            .put("view", entry.view().name().toLowerCase(Locale.ROOT))
                            .put("room", RoomJson.text(entry.room()))
                            .put("seconds", entry.seconds())));
            return Reply.ok(new JsonObject()
                    .put("entries", entries)
                    .put("results", playlist.results())
                    .put("wall", new JsonObject(all.<String>resultAt(1)))
                    .put("now", clock.instant().toString()));
        });
    }

    private static Playlist stored(Optional<PlaylistStore.Stored> found) {
        return found.orElseThrow(() -> Problem.notFound("There is no such event."))
                .playlist();
    }

    private Future<Reply> put(RoutingContext context) {
        return doors.organiser(context).compose(event -> {
            Body body = Body.of(context);
            return stores.rooms().of(event.id()).compose(rooms -> {
                Set<UUID> known = rooms.stream().map(StoredRoom::id).collect(Collectors.toSet());
                List<Playlist.Entry> entries = new ArrayList<>();
                body.parts("entries", ENTRIES).forEach(part -> entries.add(entry(part, known)));
                boolean adds = body.json().getValue("results") != null;
                int results = adds ? body.whole("results", SHORTEST, LONGEST, SHORTEST) : 0;
                body.check();
                Playlist playlist = new Playlist(entries, adds ? Integer.valueOf(results) : null);
                return stores.playlists()
                        .set(event.id(), playlist, clock.instant())
                        .compose(done -> walls.anew(event.id()))
                        .compose(done -> list(event.id()));
            });
        });
    }

    private static Playlist.Entry entry(Body part, Set<UUID> known) {
        String word = part.oneOf("view", VIEWS, VIEWS.get(0));
        Playlist.View view = Playlist.View.valueOf(word.toUpperCase(Locale.ROOT));
        UUID room = part.optionalId("room");
        boolean chooses = Walls.needsRoom(view) && view != Playlist.View.PLENARY;
        if (chooses && (room == null || !known.contains(room))) {
            part.wrong("room", "must be a room of the event");
        }
        int seconds = part.whole("seconds", SHORTEST, LONGEST, 20);
        return new Playlist.Entry(view, chooses ? room : null, seconds);
    }
}
