package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.access.Role;
import de.werkraum.problem.Problem;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** {@code /events}: congresses that group rooms. */
final class EventRoutes {
    private final Gate gate;
    private final Stores stores;
    private final Ids ids;
    private final Clock clock;
    private final Limits.Texts limits;
    private final Once once;

    EventRoutes(Gate gate, Stores stores, Ids ids, Clock clock, Limits.Texts limits, Once once) {
        this.gate = gate;
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
    }

    private Future<Reply> create(RoutingContext context) {
        return gate.organiser(context).compose(organiser -> {
            Body body = Body.of(context);
            String title = body.text("title", limits.titleChars());
            LocalDate date = body.optionalDate("date");
            String venue = body.optionalText("venue", limits.titleChars());
            body.check();
            StoredEvent event = new StoredEvent(ids.next(), title, date, venue);
            return once.asked(
                    context,
                    organiser,
                    request -> stores.events()
                            .create(event, clock.instant(), request.orElse(null))
                            .map(done -> Reply.created(RoomJson.event(event))),
                    made -> stores.events()
                            .get(UUID.fromString(made.getString("event")))
                            .map(found -> Reply.created(RoomJson.event(found.orElseThrow(EventRoutes::unknown)))));
        });
    }

    private Future<Reply> list(RoutingContext context) {
        return gate.organiser(context)
                .compose(organiser -> stores.events().list())
                .map(events -> {
                    JsonArray list = new JsonArray();
                    events.forEach(event -> list.add(RoomJson.event(event)));
                    return Reply.ok(list);
                });
    }

    /** The organiser sees any event, members those of their room. */
    private Future<Reply> get(RoutingContext context) {
        UUID id = Gate.id(context, "event");
        return gate.claims(context)
                .compose(claims -> claims.role() == Role.ORGANISER || claims.room() == null
                        ? Future.succeededFuture()
                        : gate.member(claims, claims.room())
                                .compose(caller ->
                                        stores.rooms().get(caller.member().room()))
                                .map(room -> room.filter(found -> id.equals(found.event()))
                                        .orElseThrow(() -> Problem.forbidden(
                                                "otherEvent", "The token belongs to another event."))))
                .compose(allowed -> stores.events().get(id))
                .map(event -> Reply.ok(RoomJson.event(event.orElseThrow(EventRoutes::unknown))));
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such event.");
    }
}
