package de.werkraum.web;

import de.werkraum.Config;
import de.werkraum.Limits;
import de.werkraum.access.Account;
import de.werkraum.access.JoinCodes;
import de.werkraum.access.Role;
import de.werkraum.plan.Template;
import de.werkraum.plan.Templates;
import de.werkraum.problem.Problem;
import de.werkraum.room.Founding;
import de.werkraum.room.Rooms;
import de.werkraum.store.Actor;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /rooms}: making, seeing, leading and deleting rooms, and their codes. */
final class RoomRoutes {
    /** Single-use codes printed at a time: one for each seat of a large hall. */
    private static final int CODES = 2_000;

    private final Gate gate;
    private final Scripts scripts;
    private final Stores stores;
    private final Rooms rooms;
    private final Founding founding;
    private final JoinCodes codes;
    private final Templates templates;
    private final Limits.Texts limits;
    private final Once once;
    private final Reusing reusing;
    private final Errands errands;
    private final RoomEnding ending;
    private final @Nullable String joinUrl;

    RoomRoutes(
            Gate gate,
            Scripts scripts,
            Stores stores,
            Rooms rooms,
            Errands errands,
            Founding founding,
            JoinCodes codes,
            Templates templates,
            Config config,
            Once once,
            Reusing reusing) {
        this.gate = gate;
        this.scripts = scripts;
        this.stores = stores;
        this.rooms = rooms;
        this.founding = founding;
        this.codes = codes;
        this.templates = templates;
        this.once = once;
        this.reusing = reusing;
        this.errands = errands;
        ending = new RoomEnding(stores, errands);
        limits = config.limits().texts();
        joinUrl = config.joinUrl();
    }

    void mount(Router api) {
        api.post("/rooms").handler(Door.call(this::create));
        api.get("/rooms").handler(Door.call(this::list));
        api.get("/rooms/:room").handler(Door.call(this::get));
        api.patch("/rooms/:room").handler(Door.call(this::patch));
        api.delete("/rooms/:room").handler(Door.call(this::delete));
        api.post("/rooms/:room/codes").handler(Door.call(this::code));
        api.get("/presets")
                .handler(Door.call(context -> Future.succeededFuture(Reply.ok(TemplateJson.presets(templates)))));
        api.get("/templates")
                .handler(Door.call(context -> Future.succeededFuture(Reply.ok(TemplateJson.list(templates)))));
    }

    private Future<Reply> create(RoutingContext context) {
        return scripts.founder(context).compose(founder -> {
            Body body = Body.of(context);
            JsonObject plan = plan(body);
            String title = plan == null
                    ? body.text("title", limits.titleChars())
                    : body.optionalText("title", limits.titleChars());
            UUID event = founder.event(body);
            String language = body.oneOf("language", List.of("de", "en"), "de");
            Template template = template(body);
            boolean fresh = body.bool("fresh", false);
            body.check();
            Account moderator = founder.moderator();
            if (moderator != null && event != null) {
                throw Problem.forbidden("notOrganiser", "Only the organiser makes rooms of an event.");
            }
            return once.asked(
                    context,
                    founder,
                    request -> event(event)
                            .compose(known -> plan == null
                                    ? Future.succeededFuture(
                                            founding.fresh(String.valueOf(title), event, language, template))
                                    : reusing.begin(plan, title, fresh, event, language))
                            .compose(beginning -> founding.found(beginning, request.orElse(null)))
                            .compose(room -> created(room, moderator)),
                    made -> stores.rooms()
                            .get(UUID.fromString(made.getString("room")))
                            .compose(found -> created(found.orElseThrow(RoomRoutes::unknown), moderator)));
        });
    }

    /** A plan from elsewhere that the room begins with. */
    private static @Nullable JsonObject plan(Body body) {
        Object plan = body.json().getValue("plan");
        if (plan == null || plan instanceof JsonObject) {
            return (JsonObject) plan;
        }
        body.wrong("plan", "must be a plan as a room exports it, with a title and a list of steps");
        return null;
    }

    private @Nullable Template template(Body body) {
        String id = body.optionalText("template", 100);
        if (id == null) {
            return null;
        }
        Template template = templates.find(id).orElse(null);
        if (template == null) {
            body.wrong("template", "must be the id of a built-in template");
        } else if (body.has("plan")) {
            body.wrong("template", "a room begins with a template or with a plan");
        }
        return template;
    }

    private Future<Void> event(@Nullable UUID event) {
        return event == null
                ? Future.succeededFuture()
                : stores.events().get(event).map(found -> {
                    if (found.isEmpty()) {
                        throw Problem.invalid(List.of(new Problem.Field("/event", "must be the id of an event")));
                    }
                    return null;
                });
    }

    /** A repetition has the account lead it, too, if that is what got lost. */
    private Future<Reply> created(StoredRoom room, @Nullable Account moderator) {
        Future<Void> led = moderator == null ? Future.succeededFuture() : founding.lead(room.id(), moderator);
        return led.compose(done -> stores.codes().shared(room.id()))
                .map(shared -> Reply.created(RoomJson.withCodes(room, shared, joinUrl)));
    }

    /** Two questions to the database, however many rooms there are; those in memory are asked who is there. */
    private Future<Reply> list(RoutingContext context) {
        return scripts.reader(context).compose(reader -> errands.connections()
                .compose(connected -> opened(reader.only()).compose(found -> {
                    List<StoredRoom> all = found.resultAt(0);
                    Map<UUID, Map<Role, String>> shared = found.resultAt(1);
                    // 10,000 rooms are some 5 MB of JSON: too long for an event loop.
                    return context.vertx().executeBlocking(() -> list(all, reader, shared, connected));
                })));
    }

    /** Rooms and their codes: all, or those of an event. */
    private CompositeFuture opened(@Nullable UUID event) {
        return event == null
                ? Future.all(stores.rooms().list(), stores.codes().shared())
                : Future.all(stores.rooms().of(event), stores.codes().sharedOf(event));
    }

    private Reply list(
            List<StoredRoom> all,
            Scripts.Pass reader,
            Map<UUID, Map<Role, String>> shared,
            Map<UUID, Integer> connected) {
        return Reply.list(all, room -> {
            Map<Role, String> codes = shared.getOrDefault(room.id(), Map.of());
            JsonObject json =
                    reader.writes() ? RoomJson.withCodes(room, codes, joinUrl) : RoomJson.of(room, codes, joinUrl);
            return json.put("connected", connected.getOrDefault(room.id(), 0));
        });
    }

    private Future<Reply> get(RoutingContext context) {
        return scripts.member(context)
                .compose(caller -> rooms.by(
                        caller.member(),
                        room -> Future.succeededFuture(
                                caller.role().moderates()
                                        ? RoomJson.withCodes(room.state(), room.codes(), joinUrl)
                                        : RoomJson.of(room.state(), room.codes(), joinUrl))))
                .map(Reply::ok);
    }

    private Future<Reply> patch(RoutingContext context) {
        return scripts.moderator(context).compose(caller -> {
            Body body = Body.of(context);
            RoomPatch patch = RoomPatch.of(body, limits);
            CoursePatch course = CoursePatch.of(body, templates);
            body.check();
            return rooms.at(caller.member().room(), room -> room.change(
                                    state -> patch.apply(course.apply(state, room.now()), room.now()),
                                    patch.gather(),
                                    caller.member())
                            .map(state -> RoomJson.withCodes(state, room.codes(), joinUrl)))
                    .map(Reply::ok);
        });
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such room.");
    }

    private Future<Reply> delete(RoutingContext context) {
        UUID id = Gate.id(context, "room");
        return gate.organiser(context)
                .compose(organiser -> ending.delete(id))
                .map(deleted -> Reply.none(deleted, RoomRoutes::unknown));
    }

    private Future<Reply> code(RoutingContext context) {
        return gate.moderator(context).compose(caller -> {
            Body body = Body.of(context);
            String role = body.oneOf("role", List.of("moderator", "participant", "viewer"), "participant");
            if (!body.has("role")) {
                body.wrong("role", "is required");
            }
            int count = body.whole("count", 1, CODES, 1);
            if (body.has("count") && !role.equals("participant")) {
                body.wrong("count", "single-use codes are for participants");
            }
            body.check();
            UUID room = caller.member().room();
            return once.asked(
                    context,
                    caller,
                    by -> body.has("count")
                            ? single(by, room, count)
                            : renewed(by, room, Role.of(role).orElseThrow()),
                    made -> made.containsKey("codes")
                            ? besides(room, made)
                            : Future.succeededFuture(Reply.created(made)));
        });
    }

    private Future<Reply> single(Actor by, UUID room, int count) {
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fresh.add(codes.next());
        }
        return stores.codes()
                .addSingle(room, fresh, note(by, "singleCodes").with("count", count), by.request())
                .compose(done -> besides(
                        room, new JsonObject().put("role", "participant").put("codes", new JsonArray(fresh))));
    }

    /** Says whether the shared code admits participants beside these, which is another act's to end. */
    private Future<Reply> besides(UUID room, JsonObject made) {
        return rooms.at(room, live -> Future.succeededFuture(live.state().admission()))
                .map(admission -> Reply.created(made.put("admission", admission)));
    }

    private AuditEntry note(Actor by, String act) {
        return founding.note(by.member(), act);
    }

    private Future<Reply> renewed(Actor by, UUID room, Role role) {
        String fresh = codes.next();
        return stores.codes()
                .renew(room, role, fresh, note(by, "codeRenewed").with("code", role.wire()), by.request())
                .compose(done -> stores.codes().shared(room))
                .compose(shared -> rooms.at(room, live -> {
                    live.codesChanged(shared);
                    return Future.succeededFuture();
                }))
                .map(done -> Reply.created(new JsonObject(Map.of("role", role.wire(), "code", fresh))));
    }
}
