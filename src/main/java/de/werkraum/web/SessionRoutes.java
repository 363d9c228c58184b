package de.werkraum.web;

import de.werkraum.problem.Problem;
import de.werkraum.room.Room;
import de.werkraum.room.Rooms;
import de.werkraum.store.StoredSession;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /events/:event/sessions/:session}: taking one out of its programme, with its room or without, or over to another event. */
final class SessionRoutes {
    private final EventGate doors;
    private final Stores stores;
    private final Rooms rooms;
    private final ProgrammeRoutes programmes;
    private final RoomEnding ending;
    private final int most;

    /** @param most sessions of a programme */
    SessionRoutes(
            EventGate doors, Stores stores, Rooms rooms, ProgrammeRoutes programmes, RoomEnding ending, int most) {
        this.doors = doors;
        this.stores = stores;
        this.rooms = rooms;
        this.programmes = programmes;
        this.ending = ending;
        this.most = most;
    }

    void mount(Router api) {
        api.delete("/events/:event/sessions/:session").handler(Door.call(this::delete));
        api.post("/events/:event/sessions/:session/move").handler(Door.call(this::move));
    }

    /** Rooms are deleted by the server's organiser alone. The room goes first: what is left when that fails can be pressed again. */
    private Future<Reply> delete(RoutingContext context) {
        boolean whole = "true".equals(Query.word(context, "room", List.of("false", "true")));
        UUID id = Gate.id(context, "session");
        Future<UUID> event = whole
                ? doors.owner(context).map(owner -> owner.event().id())
                : doors.organiser(context).map(organised -> organised.id());
        return event.compose(of -> find(of, id)
                        .compose(session -> end(whole ? session.room() : null))
                        .compose(ended -> programmes.change(of, before -> before.sessions().stream()
                                .filter(session -> !session.id().equals(id))
                                .toList())))
                .map(done -> Reply.none());
    }

    private Future<Void> end(@Nullable UUID room) {
        return room == null ? Future.succeededFuture() : ending.delete(room).mapEmpty();
    }

    private Future<StoredSession> find(UUID event, UUID id) {
        return programmes.programme(event).map(programme -> programme.sessions().stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such session.")));
    }

    /** Only the server's organiser knows two events. */
    private Future<Reply> move(RoutingContext context) {
        UUID id = Gate.id(context, "session");
        return doors.owner(context).compose(owner -> {
            Body body = Body.of(context);
            UUID to = body.id("event");
            body.check();
            UUID from = owner.event().id();
            return stores.sessions()
                    .move(id, from, to, most)
                    .compose(room -> room.isPresent() && rooms.inMemory(room.get())
                            ? rooms.at(room.get(), live -> moved(live, to))
                            : Future.succeededFuture())
                    .compose(done -> programmes.whole(to));
        });
    }

    private static Future<Void> moved(Room room, UUID event) {
        room.belongsTo(event);
        return Future.succeededFuture();
    }
}
