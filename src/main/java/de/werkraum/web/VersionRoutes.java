package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.PlanTree;
import de.werkraum.problem.Problem;
import de.werkraum.room.Plans;
import de.werkraum.room.Room;
import de.werkraum.room.Rooms;
import de.werkraum.store.VersionStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;

/** {@code /rooms/:room/versions}: kept states of the plan, for moderators: listing, keeping, looking, going back. */
final class VersionRoutes {
    private final Gate gate;
    private final VersionStore store;
    private final Rooms rooms;
    private final Limits.Texts limits;
    private final Once once;
    private final Plans plans;
    private final ImportDesk desk;

    VersionRoutes(
            Gate gate, VersionStore store, Rooms rooms, Limits.Texts limits, Once once, Plans plans, ImportDesk desk) {
        this.gate = gate;
        this.store = store;
        this.rooms = rooms;
        this.limits = limits;
        this.once = once;
        this.plans = plans;
        this.desk = desk;
    }

    void mount(Router api) {
        String versions = "/rooms/:room/versions";
        api.get(versions).handler(Door.call(this::list));
        api.post(versions).handler(Door.call(this::keep));
        api.get(versions + "/:version").handler(Door.call(this::get));
        api.post(versions + "/:version/restore").handler(Door.call(this::restore));
        api.get(versions + "/:version/difference").handler(Door.call(this::difference));
        api.post(versions + "/:version/steps/:step/restore").handler(Door.call(this::restoreStep));
    }

    private Future<Reply> list(RoutingContext context) {
        return gate.moderator(context)
                .compose(caller -> store.list(caller.member().room()))
                .map(versions -> Reply.list(versions, VersionRoutes::json));
    }

    private Future<Reply> keep(RoutingContext context) {
        return gate.moderator(context).compose(caller -> {
            Body body = Body.of(context);
            String name = body.text("name", limits.titleChars());
            body.check();
            UUID room = caller.member().room();
            return once.asked(
                    context,
                    caller,
                    by -> rooms.at(room, live -> live.versions().keep(name, by)).compose(id -> kept(room, id)),
                    made -> kept(room, UUID.fromString(made.getString("version"))));
        });
    }

    private Future<Reply> kept(UUID room, UUID version) {
        return find(room, version).map(kept -> Reply.created(json(kept.listed())));
    }

    private Future<Reply> get(RoutingContext context) {
        UUID id = Gate.id(context, "version");
        return gate.moderator(context)
                .compose(caller -> find(caller.member().room(), id))
                .compose(version -> context.vertx()
                        .executeBlocking(() -> Reply.ok(json(version.listed()).put("plan", version.plan())), false));
    }

    private Future<Reply> restore(RoutingContext context) {
        UUID id = Gate.id(context, "version");
        return gate.moderator(context)
                .compose(caller -> once.asked(
                        context,
                        caller,
                        by -> rooms.at(
                                caller.member().room(),
                                room -> room.versions().restore(id, by).compose(done -> present(room))),
                        made -> rooms.at(caller.member().room(), VersionRoutes::present)));
    }

    private static Future<Reply> present(Room room) {
        return room.savedSoon().compose(done -> PlanRoutes.present(room));
    }

    /** What has changed since a version: until now, or until another one. */
    private Future<Reply> difference(RoutingContext context) {
        UUID id = Gate.id(context, "version");
        UUID other = Query.optionalId(context, "to");
        String format = Query.word(context, "format", List.of("json", "md", "html"));
        String language = Query.word(context, "language", List.of("de", "en"));
        return gate.moderator(context).compose(caller -> {
            UUID room = caller.member().room();
            return find(room, id).compose(from -> (other == null
                            ? now(room)
                            : find(room, other).compose(version -> desk.read(() -> Difference.State.of(version))))
                    .compose(to ->
                            desk.read(() -> new Difference(Difference.State.of(from), to, language).reply(format))));
        });
    }

    private Future<Difference.State> now(UUID room) {
        return plans.read(room, (doc, version) -> new Difference.State(null, null, PlanTree.of(PlanReader.read(doc))));
    }

    private Future<Reply> restoreStep(RoutingContext context) {
        UUID id = Gate.id(context, "version");
        String step = context.pathParam("step");
        return gate.moderator(context)
                .compose(caller -> once.asked(
                        context,
                        caller,
                        by -> rooms.at(caller.member().room(), room -> room.versions()
                                .restoreStep(id, step, by)
                                .compose(done -> present(room))),
                        made -> rooms.at(caller.member().room(), VersionRoutes::present)));
    }

    private Future<VersionStore.Whole> find(UUID room, UUID version) {
        return store.get(room, version)
                .map(found -> found.orElseThrow(() -> Problem.notFound("There is no such version.")));
    }

    private static JsonObject json(VersionStore.Listed version) {
        JsonObject json = new JsonObject()
                .put("id", version.id().toString())
                .put("at", version.at().toString())
                .put("reason", version.reason())
                .put("name", version.name())
                .put("steps", version.steps());
        return json.put("by", version.by() == null ? null : AuditRoute.person(version.by()));
    }
}
