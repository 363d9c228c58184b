package de.werkraum.web;

import de.werkraum.Config;
import de.werkraum.problem.Problem;
import de.werkraum.room.Room;
import de.werkraum.room.Rooms;
import de.werkraum.store.VersionStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/** {@code /rooms/:room/versions}: kept states of the plan, for moderators: listing, keeping, looking, going back. */
final class VersionRoutes {
    private final Gate gate;
    private final VersionStore store;
    private final Rooms rooms;
    private final Config.Limits limits;
    private final Once once;

    VersionRoutes(Gate gate, VersionStore store, Rooms rooms, Config.Limits limits, Once once) {
        this.gate = gate;
        this.store = store;
        this.rooms = rooms;
        this.limits = limits;
        this.once = once;
    }

    void mount(Router api) {
        String versions = "/rooms/:room/versions";
        api.get(versions).handler(Door.call(this::list));
        api.post(versions).handler(Door.call(this::keep));
        api.get(versions + "/:version").handler(Door.call(this::get));
        api.post(versions + "/:version/restore").handler(Door.call(this::restore));
    }

    private Future<Reply> list(RoutingContext context) {
        return gate.moderator(context)
                .compose(caller -> store.list(caller.member().room()))
                .map(versions -> {
                    JsonArray list = new JsonArray();
                    versions.forEach(version -> list.add(json(version)));
                    return Reply.ok(list);
                });
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
                .map(version -> Reply.ok(json(version.listed()).put("plan", version.plan())));
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
        return PlanRoutes.saved(room).map(done -> PlanRoutes.present(room));
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
