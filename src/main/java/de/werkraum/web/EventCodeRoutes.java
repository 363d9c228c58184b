package de.werkraum.web;

import de.werkraum.access.JoinCodes;
import de.werkraum.access.Role;
import de.werkraum.pace.InTurn;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /events/:event/codes}: shared ones for each role, and those for one person. */
final class EventCodeRoutes {
    /** Codes for one person printed at a time: one for each seat of a large hall. */
    private static final int CODES = 2_000;

    private static final List<Role> ROLES = List.of(Role.ORGANISER, Role.PARTICIPANT, Role.VIEWER);

    private final EventGate doors;
    private final Stores stores;
    private final JoinCodes codes;
    private final Once once;
    private final @Nullable String joinUrl;

    EventCodeRoutes(EventGate doors, Stores stores, JoinCodes codes, Once once, @Nullable String joinUrl) {
        this.doors = doors;
        this.stores = stores;
        this.codes = codes;
        this.once = once;
        this.joinUrl = joinUrl;
    }

    void mount(Router api) {
        api.get("/events/:event/codes").handler(Door.call(this::shared));
        api.post("/events/:event/codes").handler(Door.call(this::code));
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
        return InTurn.each(missing, role -> stores.eventCodes().begin(event, role, codes.next()))
                .compose(done -> stores.eventCodes().shared(event));
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
}
