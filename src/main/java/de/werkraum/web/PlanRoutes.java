package de.werkraum.web;

import de.werkraum.access.Ids;
import de.werkraum.crdt.Doc;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /rooms/:room/plan}. */
final class PlanRoutes {
    private static final Map<String, String> BYTES = Map.of("Content-Type", "application/octet-stream");

    private final Scripts scripts;
    private final Stores stores;
    private final Rooms rooms;
    private final Plans plans;
    private final Ids ids;

    PlanRoutes(Scripts scripts, Stores stores, Rooms rooms, Plans plans, Ids ids) {
        this.scripts = scripts;
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
        boolean document = Query.word(context, "as", List.of("json", "yjs")).equals("yjs");
        String known = context.request().getHeader("If-None-Match");
        return scripts.member(context).compose(caller -> {
            UUID room = caller.member().room();
            return plans.read(room, (doc, version) -> {
                if (document) {
                    return new Reply(200, BYTES, Buffer.buffer(doc.encodeStateAsUpdate()));
                }
                String tag = tag(version);
                return tag.equals(known)
                        ? new Reply(304, Map.of("ETag", tag), Buffer.buffer())
                        : reply(room, doc, version);
            });
        });
    }

    private static Reply reply(UUID room, Doc doc, long version) {
        JsonObject json = new JsonObject().put("room", room.toString());
        PlanTree.of(PlanReader.read(doc)).forEach(json::put);
        json.put("version", String.valueOf(version));
        return new Reply(200, Map.of("Content-Type", "application/json", "ETag", tag(version)), json.toBuffer());
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Applies a whole plan as an edit, answered when that is committed. {@code If-Match} with an older version is 412: somebody has written meanwhile. */
    private Future<Reply> put(RoutingContext context) {
        return scripts.moderator(context).compose(caller -> {
            JsonObject tree = Body.of(context).json();
            int bytes = context.body().length();
            String expected = context.request().getHeader("If-Match");
            return rooms.at(caller.member().room(), room -> {
                Runnable check = () -> {
                    room.requireWriter(caller.role());
                    if (expected != null && !expected.equals("*") && !expected.equals(tag(room.version()))) {
                        throw Problem.of(412, "stale", "The plan has changed since that version");
                    }
                };
                check.run();
                return room.read(bytes, doc -> parse(doc, tree))
                        .compose(possible -> room.versions()
                                .put(caller.member(), check, doc -> PlanWriter.put(doc, parse(doc, tree))))
                        .compose(done -> room.savedSoon())
                        .compose(done -> stores.audit().note(room.note(caller.member(), "planPut")))
                        .compose(noted -> present(room));
            });
        });
    }

    static Future<Reply> present(Room room) {
        return room.read(doc -> reply(room.id(), doc, room.version()));
    }

    private Plan parse(Doc doc, JsonObject tree) {
        return accepted(
                PlanTree.parse(Trees.plain(tree), PlanReader.read(doc), () -> ids.next()
                        .toString()),
                "");
    }

    /**
     * The plan, or 422 with all that is wrong with it.
     *
     * @param place pointer to where the plan stands in the body
     */
    static Plan accepted(PlanTree.Parsed parsed, String place) {
        if (parsed instanceof PlanTree.Refused refused) {
            throw Problem.invalid(refused.flaws().stream()
                    .map(flaw -> new Problem.Field(place + flaw.pointer(), flaw.detail()))
                    .toList());
        }
        return ((PlanTree.Accepted) parsed).plan();
    }
}
