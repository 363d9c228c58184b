package de.werkraum.web;

import de.werkraum.access.Member;
import de.werkraum.problem.Problem;
import de.werkraum.store.AccountStore;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/** {@code /account}: the rooms of whoever has signed on, from any device; and which events want their participants to. */
final class AccountRoutes {
    private final Gate gate;
    private final EventGate events;
    private final Doors doors;
    private final Stores stores;
    private final Passes passes;

    AccountRoutes(EventGate events, Doors doors, Stores stores, Passes passes) {
        gate = events.gate();
        this.events = events;
        this.doors = doors;
        this.passes = passes;
        this.stores = stores;
    }

    void mount(Router api) {
        api.get("/account").handler(Door.call(this::see));
        api.post("/account/rooms/:place").handler(Door.call(this::enter));
        api.post("/account/events/:place").handler(Door.call(context -> gate.account(context)
                .compose(account -> passes.back(Gate.id(context, "place"), account))));
        api.get("/events/:event/sign-on").handler(Door.call(this::wanted));
        api.put("/events/:event/sign-on").handler(Door.call(this::want));
    }

    private Future<Reply> see(RoutingContext context) {
        return gate.account(context).compose(account -> stores.accounts()
                .places(account.id())
                .compose(places -> stores.accounts().events(account.id()).map(events -> {
                    JsonArray rooms = new JsonArray();
                    places.forEach(place -> rooms.add(json(place)));
                    JsonArray attended = new JsonArray();
                    events.forEach(event -> attended.add(json(event)));
                    return Reply.ok(new JsonObject()
                            .put("name", account.name())
                            .put("role", account.role().wire())
                            .put("events", attended)
                            .put("rooms", rooms));
                })));
    }

    private static JsonObject json(AccountStore.Attended attended) {
        return new JsonObject()
                .put("id", attended.event().toString())
                .put("title", attended.title())
                .put("role", attended.role().wire());
    }

    private static JsonObject json(AccountStore.Place place) {
        UUID event = place.event();
        return new JsonObject()
                .put("id", place.member().room().toString())
                .put("title", place.title())
                .put("phase", place.phase())
                .put("role", place.member().role().wire())
                .put(
                        "event",
                        event == null
                                ? null
                                : new JsonObject().put("id", event.toString()).put("title", place.eventTitle()));
    }

    /** As whoever joins again: another device, the same member. */
    private Future<Reply> enter(RoutingContext context) {
        UUID id = Gate.id(context, "place");
        return gate.account(context)
                .compose(account -> stores.accounts().member(id, account.id()).compose(found -> {
                    Member member = found.orElseThrow(
                            () -> Problem.forbidden("notThere", "This account is not in such a room."));
                    return stores.rooms()
                            .get(id)
                            .map(room -> Reply.ok(RoomJson.joined(
                                    doors.tokens().issue(member), member, room.orElseThrow(AccountRoutes::gone))));
                }));
    }

    private static Problem gone() {
        return Problem.notFound("There is no such room.");
    }

    private Future<Reply> wanted(RoutingContext context) {
        return events.owner(context)
                .compose(owner -> stores.accounts().wanted(owner.event().id()))
                .map(AccountRoutes::answer);
    }

    private Future<Reply> want(RoutingContext context) {
        return events.owner(context).compose(owner -> {
            Body body = Body.of(context);
            boolean required = body.bool("required", false);
            body.check();
            if (required && doors.signOn() == null) {
                throw Problem.conflict("noSignOn", "There is no provider that people could sign on at.");
            }
            return stores.accounts().want(owner.event().id(), required).map(done -> answer(required));
        });
    }

    private static Reply answer(boolean required) {
        return Reply.ok(new JsonObject().put("required", required));
    }
}
