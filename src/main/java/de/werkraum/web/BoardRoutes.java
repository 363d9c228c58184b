package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.store.Announcement;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code /events/:event/board}: all rooms of an event at one look, and what is done in all of them. */
final class BoardRoutes {
    /** Longest sentence told everywhere, in characters. */
    private static final int SENTENCE = 300;

    /** Minutes that an announcement is shown where nothing is said, and at most: a lunch break. */
    private static final int MINUTES = 10;

    private static final int MOST_MINUTES = 120;

    private final Vertx vertx;
    private final EventGate doors;
    private final Stores stores;
    private final Errands errands;
    private final Boards boards;
    private final Onlookers onlookers;
    private final Clock clock;
    private final Limits.Texts limits;

    BoardRoutes(
            Vertx vertx,
            EventGate doors,
            Stores stores,
            Errands errands,
            Boards boards,
            Onlookers onlookers,
            Clock clock,
            Limits.Texts limits) {
        this.vertx = vertx;
        this.doors = doors;
        this.stores = stores;
        this.errands = errands;
        this.boards = boards;
        this.onlookers = onlookers;
        this.clock = clock;
        this.limits = limits;
    }

    void mount(Router api) {
        api.get("/events/:event/board").handler(Door.call(this::get));
        api.patch("/events/:event/board").handler(Door.call(this::patch));
        api.get("/events/:event/board/stream")
                .handler(Lookout.route(vertx, "board", onlookers, doors::overseer, boards::of));
        api.post("/events/:event/announce").handler(Door.call(this::announce));
        api.post("/rooms/:room/help").handler(Door.call(this::help));
    }

    private Future<Reply> get(RoutingContext context) {
        return doors.organiser(context).compose(event -> boards.of(event.id())).map(Reply::json);
    }

    /** An empty sentence takes the one before away. */
    private Future<Reply> announce(RoutingContext context) {
        return doors.organiser(context).compose(event -> {
            Body body = Body.of(context);
            String text = body.optionalText("text", SENTENCE);
            int minutes = body.whole("minutes", 1, MOST_MINUTES, MINUTES);
            body.check();
            Announcement said =
                    text == null ? null : new Announcement(text, clock.instant().plus(Duration.ofMinutes(minutes)));
            return boards.announce(event.id(), said).map(told -> Reply.ok(new JsonObject().put("rooms", told)));
        });
    }

    /** The same change in all rooms but the plenary: a timer, a phase, the lock. */
    private Future<Reply> patch(RoutingContext context) {
        return doors.organiser(context).compose(event -> {
            Body body = Body.of(context);
            for (String name : body.json().fieldNames()) {
                if (!List.of("timer", "phase", "locked").contains(name)) {
                    body.wrong(name, "can't be changed in all rooms at once");
                }
            }
            RoomPatch patch = RoomPatch.of(body, limits);
            body.check();
            return stores.rooms()
                    .of(event.id())
                    .compose(stored -> everywhere(event, stored, patch))
                    .compose(done -> boards.of(event.id()))
                    .map(Reply::json);
        });
    }

    /** A room that can't be changed keeps no other from it. */
    private Future<Void> everywhere(StoredEvent event, List<StoredRoom> stored, RoomPatch patch) {
        List<Future<?>> all = new ArrayList<>();
        for (StoredRoom room : stored) {
            if (!room.id().equals(event.plenary())) {
                all.add(errands.patch(room.id(), patch));
            }
        }
        return Future.join(all).mapEmpty();
    }

    private Future<Reply> help(RoutingContext context) {
        return doors.gate().moderator(context).map(caller -> {
            Body body = Body.of(context);
            boolean needed = body.bool("needed", true);
            body.check();
            boards.help(caller.member().room(), needed);
            return Reply.ok(new JsonObject().put("needed", needed));
        });
    }
}
