package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.JoinCodes;
import de.werkraum.access.Pass;
import de.werkraum.access.Role;
import de.werkraum.pace.InTurn;
import de.werkraum.problem.Problem;
import de.werkraum.store.PassStore;
import de.werkraum.store.Request;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** People of an event, its codes, and the way into its rooms. */
final class PassRoutes {
    /** Codes for one person printed at a time: one for each seat of a large hall. */
    private static final int CODES = 2_000;

    private static final List<Role> ROLES = List.of(Role.ORGANISER, Role.PARTICIPANT, Role.VIEWER);

    private final EventGate doors;
    private final Stores stores;
    private final Errands errands;
    private final Passes passes;
    private final JoinCodes codes;
    private final Once once;
    private final Limits.Texts limits;
    private final @Nullable String joinUrl;

    PassRoutes(
            EventGate doors,
            Stores stores,
            Errands errands,
            Passes passes,
            JoinCodes codes,
            Once once,
            Limits.Texts limits,
            @Nullable String joinUrl) {
        this.doors = doors;
        this.stores = stores;
        this.errands = errands;
        this.passes = passes;
        this.codes = codes;
        this.once = once;
        this.limits = limits;
        this.joinUrl = joinUrl;
    }

    void mount(Router api) {
        api.get("/events/:event/codes").handler(Door.call(this::shared));
        api.post("/events/:event/codes").handler(Door.call(this::code));
        api.get("/events/:event/members").handler(Door.call(this::list));
        api.patch("/events/:event/members/:pass").handler(Door.call(this::patch));
        api.delete("/events/:event/members/:pass").handler(Door.call(this::delete));
        api.get("/events/:event/removed").handler(Door.call(this::removed));
        api.delete("/events/:event/removed/:pass").handler(Door.call(this::letIn));
        api.post("/rooms/:room/enter").handler(Door.call(this::enter));
        api.get("/rooms/:room/expected").handler(Door.call(this::expected));
    }

    /** The codes of all three roles, made when they are first asked for. */
    private Future<Reply> shared(RoutingContext context) {
        return doors.organiser(context)
                .compose(event -> stores.eventCodes().shared(event.id()).compose(found -> {
                    List<Role> missing = ROLES.stream()
                            .filter(role -> !found.containsKey(role))
                            .toList();
                    return missing.isEmpty() ? Future.succeededFuture(found) : begun(event.id(), missing);
                }))
                .map(shared -> Reply.ok(
                        new JsonObject().put("codes", RoomJson.codes(shared)).put("joinUrl", joinUrl)));
    }

    private Future<Map<Role, String>> begun(UUID event, List<Role> missing) {
        Future<Void> made = Future.succeededFuture();
        for (Role role : missing) {
            made = made.compose(done -> stores.eventCodes().begin(event, role, codes.next()));
        }
        return made.compose(done -> stores.eventCodes().shared(event));
    }

    private Future<Reply> code(RoutingContext context) {
        return doors.organising(context).compose(organiser -> {
            UUID event = organiser.event().id();
            Body body = Body.of(context);
            String role = body.oneOf("role", List.of("organiser", "participant", "viewer", "personal"), "participant");
            if (!body.has("role")) {
                body.wrong("role", "is required");
            }
            int count = body.whole("count", 1, CODES, 1);
            body.check();
            return once.asked(
                    context,
                    organiser.claims(),
                    request -> role.equals("personal")
                            ? single(event, count, request.orElse(null))
                            : renewed(event, Role.of(role).orElseThrow(), request.orElse(null)),
                    made -> Future.succeededFuture(Reply.created(made)));
        });
    }

    private Future<Reply> renewed(UUID event, Role role, @Nullable Request request) {
        String fresh = codes.next();
        return stores.eventCodes()
                .renew(event, role, fresh, request)
                .map(done -> Reply.created(new JsonObject(Map.of("role", role.wire(), "code", fresh))));
    }

    private Future<Reply> single(UUID event, int count, @Nullable Request request) {
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fresh.add(codes.next());
        }
        return stores.eventCodes()
                .addSingle(event, fresh, request)
                .map(done ->
                        Reply.created(new JsonObject().put("role", "personal").put("codes", new JsonArray(fresh))));
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
                        .put(
                                "member",
                                guest.member() == null ? null : guest.member().toString()))));
    }
}
