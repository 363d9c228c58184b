package de.werkraum.web;

import de.werkraum.problem.Problem;
import de.werkraum.room.Founding;
import de.werkraum.room.Rooms;
import de.werkraum.store.AuditStore;
import de.werkraum.store.PersonalStore;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** {@code …/members/:member/data} and {@code DELETE …/members/:member?erase=true}: all that is kept about somebody, and erasing it. */
final class PersonalRoutes {
    /** Acts of one member that are told; nobody leads rooms that much. */
    private static final int ACTS = 10_000;

    private final Gate gate;
    private final Stores stores;
    private final Rooms rooms;
    private final Founding founding;
    private final Errands errands;

    PersonalRoutes(Gate gate, Stores stores, Rooms rooms, Founding founding, Errands errands) {
        this.gate = gate;
        this.stores = stores;
        this.rooms = rooms;
        this.founding = founding;
        this.errands = errands;
    }

    /** Before the routes of members, whose {@code DELETE} takes those that don't ask for erasing. */
    void mount(Router api) {
        api.get("/rooms/:room/members/:member/data").handler(Door.call(this::data));
        api.delete("/rooms/:room/members/:member").handler(context -> {
            if ("true".equals(context.request().getParam("erase"))) {
                Door.call(this::erase).handle(context);
            } else {
                context.next();
            }
        });
    }

    /** Whom a call is about: also somebody who was removed, whose data is still there. */
    private record Target(PersonalStore.Person person, Caller by) {}

    private Future<Target> target(RoutingContext context) {
        return gate.member(context).compose(caller -> {
            UUID id = Gate.id(context, "member");
            if (!caller.role().moderates() && !caller.id().equals(id)) {
                throw Problem.forbidden("notModerator", "Only moderators see and erase what belongs to others.");
            }
            return stores.personal()
                    .member(caller.member().room(), id)
                    .map(found ->
                            new Target(found.orElseThrow(() -> Problem.notFound("There is no such member.")), caller));
        });
    }

    private Future<Reply> data(RoutingContext context) {
        return target(context).compose(target -> {
            UUID member = target.person().id();
            UUID room = target.by().member().room();
            return noteIfOthers(target)
                    .compose(noted -> stores.personal().electorates(member))
                    .compose(electorates -> rooms.at(room, live -> live.personal()
                            .data(member, target.by().member(), electorates)))
                    .compose(live -> stores.personal().codes(member).compose(codes -> stores.personal()
                            .versions(room, member)
                            .compose(versions -> stores.audit()
                                    .list(room, null, member, ACTS)
                                    .map(acts -> Reply.ok(new JsonObject()
                                            .put("member", json(target.person()))
                                            .put("codes", new JsonArray(codes))
                                            .mergeIn(live)
                                            .put("versions", texts(versions))
                                            .put("audit", acts(acts)))))));
        });
    }

    private Future<Void> noteIfOthers(Target target) {
        return target.by().id().equals(target.person().id())
                ? Future.succeededFuture()
                : stores.audit()
                        .note(founding.note(target.by().member(), "memberDataRead")
                                .to(target.person().id()));
    }

    private Future<Reply> erase(RoutingContext context) {
        return target(context)
                .compose(target -> {
                    UUID id = target.by().member().room();
                    UUID member = target.person().id();
                    return errands.forgetting(id, Set.of(member))
                            .compose(done -> rooms.at(id, room -> room.personal()
                                    .erase(
                                            Set.of(member),
                                            room.note(target.by().member(), "memberErased")
                                                    .to(member))));
                })
                .map(done -> Reply.none());
    }

    private static JsonObject json(PersonalStore.Person person) {
        return new JsonObject()
                .put("id", person.id().toString())
                .put("name", person.name())
                .put("organisation", person.organisation())
                .put("role", person.role())
                .put("joinedAt", person.joinedAt().toString())
                .put("removed", person.removed())
                .put(
                        "account",
                        person.account() == null ? null : person.account().toString());
    }

    private static JsonArray texts(List<UUID> ids) {
        return new JsonArray(ids.stream().map(UUID::toString).toList());
    }

    private static JsonArray acts(List<AuditStore.Noted> acts) {
        JsonArray list = new JsonArray();
        acts.forEach(act -> list.add(AuditRoute.json(act)));
        return list;
    }
}
