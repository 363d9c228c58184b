package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.pace.InTurn;
import de.werkraum.problem.Problem;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** {@code /events}: congresses that group rooms. */
final class EventRoutes {
    private final Gate gate;
    private final Stores stores;
    private final Ids ids;
    private final Clock clock;
    private final Limits.Texts limits;
    private final Once once;
    private final EventGate doors;
    private final RoomEnding ending;

    EventRoutes(
            EventGate doors, Stores stores, Ids ids, Clock clock, Limits.Texts limits, Once once, RoomEnding ending) {
        gate = doors.gate();
        this.doors = doors;
        this.ending = ending;
        this.stores = stores;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
        this.once = once;
    }

    void mount(Router api) {
        api.post("/events").handler(Door.call(this::create));
        api.get("/events").handler(Door.call(this::list));
        api.get("/events/:event").handler(Door.call(this::get));
        api.patch("/events/:event").handler(Door.call(this::patch));
        api.post("/events/:event/copy").handler(Door.call(this::copy));
        api.delete("/events/:event").handler(Door.call(this::delete));
    }

    private Future<Reply> create(RoutingContext context) {
        return gate.organiser(context).compose(organiser -> {
            Body body = Body.of(context);
            String title = body.text("title", limits.titleChars());
            LocalDate date = body.optionalDate("date");
            String venue = body.optionalText("venue", limits.titleChars());
            body.check();
            StoredEvent event = StoredEvent.fresh(ids.next(), title, date, venue);
            return once.asked(
                    context,
                    organiser,
                    request -> stores.events()
                            .create(event, clock.instant(), request.orElse(null))
                            .map(done -> Reply.created(RoomJson.event(event))),
                    this::made);
        });
    }

    /** Another event with the same programme, without rooms or people; on another day where the body names one. */
    private Future<Reply> copy(RoutingContext context) {
        return doors.owner(context).compose(owner -> {
            StoredEvent before = owner.event();
            Body body = Body.orEmpty(context);
            String title = body.has("title") ? body.text("title", limits.titleChars()) : before.title();
            LocalDate date = body.optionalDate("date");
            body.check();
            LocalDate since = before.date();
            long later = date == null || since == null ? 0 : ChronoUnit.DAYS.between(since, date);
            StoredEvent event = StoredEvent.fresh(ids.next(), title, date == null ? since : date, before.venue());
            return once.asked(
                    context,
                    owner.claims(),
                    request -> stores.events()
                            .copy(before.id(), event, later, ids::next, clock.instant(), request.orElse(null))
                            .map(done -> Reply.created(RoomJson.event(event))),
                    this::made);
        });
    }

    private Future<Reply> made(JsonObject made) {
        return stores.events()
                .get(UUID.fromString(made.getString("event")))
                .map(found -> Reply.created(RoomJson.event(found.orElseThrow(EventRoutes::unknown))));
    }

    private Future<Reply> list(RoutingContext context) {
        return gate.organiser(context)
                .compose(organiser -> stores.events().list())
                .map(events -> Reply.list(events, RoomJson::event));
    }

    private Future<Reply> get(RoutingContext context) {
        return doors.reader(context).map(visitor -> Reply.ok(RoomJson.event(visitor.event())));
    }

    private Future<Reply> patch(RoutingContext context) {
        return doors.organiser(context).compose(before -> {
            Body body = Body.of(context);
            String title = body.has("title") ? body.text("title", limits.titleChars()) : before.title();
            LocalDate date = body.has("date") ? body.optionalDate("date") : before.date();
            String venue = body.has("venue") ? body.optionalText("venue", limits.titleChars()) : before.venue();
            body.check();
            StoredEvent after = new StoredEvent(before.id(), title, date, venue, before.plenary());
            return stores.events().update(after).map(done -> {
                if (!done) {
                    throw unknown();
                }
                return Reply.ok(RoomJson.event(after));
            });
        });
    }

    /** The rooms stay, unless they are to go as well. */
    private Future<Reply> delete(RoutingContext context) {
        boolean all = "true".equals(Query.word(context, "rooms", List.of("false", "true")));
        return doors.owner(context).compose(owner -> {
            UUID event = owner.event().id();
            Future<Void> rooms = all ? stores.rooms().of(event).compose(this::endAll) : Future.succeededFuture();
            return rooms.compose(ended -> stores.events().delete(event))
                    .map(deleted -> Reply.none(deleted, EventRoutes::unknown));
        });
    }

    private Future<Void> endAll(List<StoredRoom> rooms) {
        return InTurn.each(rooms, room -> ending.delete(room.id()));
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such event.");
    }
}
