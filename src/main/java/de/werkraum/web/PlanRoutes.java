package de.werkraum.web;

import de.werkraum.access.Ids;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.PlanTree;
import de.werkraum.plan.PlanWriter;
import de.werkraum.problem.Problem;
import de.werkraum.room.Plans;
import de.werkraum.room.Room;
import de.werkraum.room.Rooms;
import de.werkraum.store.Stores;
import de.werkraum.wire.Trees;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** {@code /rooms/:room/plan}. */
final class PlanRoutes {
    /** Longest wait for a commit; then 503, though the edit stays and is saved once PostgreSQL can. */
    private static final long SAVED_SECONDS = 5;

    private final Gate gate;
    private final Stores stores;
    private final Rooms rooms;
    private final Plans plans;
    private final Ids ids;

    PlanRoutes(Gate gate, Stores stores, Rooms rooms, Plans plans, Ids ids) {
        this.gate = gate;
        this.stores = stores;
        this.rooms = rooms;
        this.plans = plans;
        this.ids = ids;
    }

    void mount(Router api) {
        api.get("/rooms/:room/plan").handler(Door.call(this::get));
        api.put("/rooms/:room/plan").handler(Door.call(this::put));
    }

    private Future<Reply> get(RoutingContext context) {
        return gate.member(context)
                .compose(caller -> plans.read(caller.member().room()).map(at -> {
                    String tag = tag(at.version());
                    return tag.equals(context.request().getHeader("If-None-Match"))
                            ? new Reply(304, Map.of("ETag", tag), Buffer.buffer())
                            : reply(caller.member().room(), at);
                }));
    }

    private static Reply reply(UUID room, Plans.At at) {
        JsonObject json = new JsonObject().put("room", room.toString());
        PlanTree.of(at.plan()).forEach(json::put);
        json.put("version", String.valueOf(at.version()));
        return new Reply(200, Map.of("Content-Type", "application/json", "ETag", tag(at.version())), json.toBuffer());
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Applies a whole plan as an edit, answered when that is committed. {@code If-Match} with an older version is 412: somebody has written meanwhile. */
    private Future<Reply> put(RoutingContext context) {
        return gate.moderator(context).compose(caller -> {
            JsonObject tree = Body.of(context).json();
            String expected = context.request().getHeader("If-Match");
            return rooms.at(caller.member().room(), room -> {
                Runnable check = () -> {
                    room.requireWriter(caller.role());
                    if (expected != null && !expected.equals("*") && !expected.equals(tag(room.version()))) {
                        throw Problem.of(412, "stale", "The plan has changed since that version");
                    }
                    parse(room, tree);
                };
                return room.versions()
                        .put(caller.member(), check, () -> PlanWriter.put(room.doc(), parse(room, tree)))
                        .compose(done -> saved(room))
                        .compose(done -> stores.audit().note(room.note(caller.member(), "planPut")))
                        .map(noted -> present(room));
            });
        });
    }

    /** Completes when the plan as it is now is in PostgreSQL. */
    static Future<Void> saved(Room room) {
        return room.allSaved().timeout(SAVED_SECONDS, TimeUnit.SECONDS);
    }

    static Reply present(Room room) {
        return reply(room.id(), new Plans.At(PlanReader.read(room.doc()), room.version()));
    }

    private Plan parse(Room room, JsonObject tree) {
        PlanTree.Parsed parsed = PlanTree.parse(
                Trees.plain(tree), PlanReader.read(room.doc()), () -> ids.next().toString());
        if (parsed instanceof PlanTree.Refused refused) {
            throw Problem.invalid(refused.flaws().stream()
                    .map(flaw -> new Problem.Field(flaw.pointer(), flaw.detail()))
                    .toList());
        }
        return ((PlanTree.Accepted) parsed).plan();
    }
}
