package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Pass;
import de.werkraum.pace.InTurn;
import de.werkraum.problem.Problem;
import de.werkraum.store.PassStore;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** People of an event, and the way into its rooms. */
final class PassRoutes {
    private final EventGate doors;
    private final Stores stores;
    private final Errands errands;
    private final Passes passes;
    private final Limits.Texts limits;

    PassRoutes(EventGate doors, Stores stores, Errands errands, Passes passes, Limits.Texts limits) {
        this.doors = doors;
        this.stores = stores;
        this.errands = errands;
        this.passes = passes;
        this.limits = limits;
    }

    void mount(Router api) {
        api.get("/events/:event/members").handler(Door.call(this::list));
        api.patch("/events/:event/members/:pass").handler(Door.call(this::patch));
        api.delete("/events/:event/members/:pass").handler(Door.call(this::delete));
        api.get("/events/:event/removed").handler(Door.call(this::removed));
        api.delete("/events/:event/removed/:pass").handler(Door.call(this::letIn));
        api.post("/rooms/:room/enter").handler(Door.call(this::enter));
        api.get("/rooms/:room/expected").handler(Door.call(this::expected));
    }

    private Future<Reply> list(RoutingContext context) {
        return doors.organiser(context)
                .compose(event -> stores.passes().list(event.id()))
                .map(people -> Reply.list(people, Passes::json));
    }

    /**
     * Somebody something is done about.
     *
     * @param self whether it is done by whom it is about
     */
    private record Target(Pass pass, boolean self) {}

    /** Oneself, or anybody for an organiser. */
    private Future<Target> target(RoutingContext context, Function<UUID, Future<Optional<Pass>>> find) {
        UUID event = Gate.id(context, "event");
        UUID id = Gate.id(context, "pass");
        return doors.gate().claims(context).compose(claims -> {
            if (event.equals(claims.event()) && id.equals(claims.member())) {
                return doors.stored(claims).map(pass -> new Target(pass, true));
            }
            return doors.organiser(claims, event)
                    .compose(may -> find.apply(id))
                    .map(found -> new Target(
                            found.filter(pass -> pass.event().equals(event)).orElseThrow(PassRoutes::nobody), false));
        });
    }

    private static Problem nobody() {
        return Problem.notFound("There is no such person.");
    }

    private Future<Reply> patch(RoutingContext context) {
        return target(context, stores.passes()::get).compose(target -> {
            Pass before = target.pass();
            Body body = Body.of(context);
            String name = body.has("name") ? body.text("name", limits.nameChars()) : before.name();
            String organisation = body.has("organisation")
                    ? body.optionalText("organisation", limits.nameChars())
                    : before.organisation();
            body.check();
            Pass after = new Pass(before.id(), before.event(), name, organisation, before.role(), before.personal());
            return stores.passes()
                    .update(after)
                    .compose(done -> everywhere(after.id(), place -> stores.members()
                            .get(place.member())
                            .compose(
                                    member -> member.map(errands::memberChanged).orElseGet(Future::succeededFuture))))
                    .map(done -> Reply.ok(Passes.json(after)));
        });
    }

    /** Something done in each room where somebody has a place. */
    private Future<Void> everywhere(UUID pass, Function<PassStore.Place, Future<?>> there) {
        return stores.passes().places(pass).compose(places -> InTurn.each(places, there));
    }

    /** The token ends first, then each place in a room; with {@code erase} the name goes from everywhere. */
    private Future<Reply> delete(RoutingContext context) {
        boolean erase = "true".equals(Query.word(context, "erase", List.of("false", "true")));
        return target(context, stores.passes()::ever).compose(target -> {
            UUID pass = target.pass().id();
            return stores.passes()
                    .remove(pass, !target.self())
                    .compose(done ->
                            erase ? stores.passes().kept(pass) : stores.passes().places(pass))
                    .compose(places -> InTurn.each(places, place -> leave(place, erase)))
                    .compose(done -> erase ? stores.passes().erase(pass) : Future.succeededFuture())
                    .map(done -> Reply.none());
        });
    }

    private Future<Reply> removed(RoutingContext context) {
        return doors.organiser(context)
                .compose(event -> stores.passes().listBarred(event.id()))
                .map(people -> Reply.list(people, Passes::json));
    }

    private Future<Reply> letIn(RoutingContext context) {
        UUID pass = Gate.id(context, "pass");
        return doors.organiser(context)
                .compose(event -> stores.passes().letIn(event.id(), pass))
                .map(there -> Reply.none(there, PassRoutes::nobody));
    }

    private Future<Void> leave(PassStore.Place place, boolean erase) {
        return erase ? errands.erase(place.room(), place.member()) : errands.remove(place.room(), place.member());
    }

    private Future<Reply> enter(RoutingContext context) {
        UUID id = Gate.id(context, "room");
        return doors.gate().claims(context).compose(claims -> {
            UUID event = claims.event();
            if (event == null) {
                throw otherEvent();
            }
            return stores.rooms().get(id).compose(found -> {
                if (found.isEmpty()) {
                    throw Problem.notFound("There is no such room.");
                } else if (!event.equals(found.get().event())) {
                    throw otherEvent();
                }
                return doors.stored(claims).compose(pass -> passes.enter(pass, found.get()));
            });
        });
    }

    private static Problem otherEvent() {
        return Problem.forbidden("otherEvent", "Only people of its event walk into a room.");
    }

    private Future<Reply> expected(RoutingContext context) {
        return doors.gate().moderator(context).compose(caller -> stores.agenda()
                .expected(caller.member().room())
                .map(guests -> Reply.list(guests, guest -> new JsonObject()
                        .put("name", guest.name())
                        .put("organisation", guest.organisation())
                        .put("member", RoomJson.text(guest.member())))));
    }
}
