package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.crdt.Doc;
import de.werkraum.imports.Bounds;
import de.werkraum.imports.Choice;
import de.werkraum.imports.Import;
import de.werkraum.imports.Undoing;
import de.werkraum.plan.Minutes;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.PlanWriter;
import de.werkraum.problem.Problem;
import de.werkraum.room.Plans;
import de.werkraum.room.Rooms;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /rooms/:room/import}: files that people bring, looked at first and then put into the plan, once; and taken back. */
final class ImportRoutes {
    /** The act in the log. */
    private static final String IMPORTED = "imported";

    private final Gate gate;
    private final Stores stores;
    private final Rooms rooms;
    private final Plans plans;
    private final ImportDesk desk;
    private final Ids ids;
    private final Clock clock;
    private final Limits.Imports limits;

    ImportRoutes(
            Gate gate,
            Stores stores,
            Rooms rooms,
            Plans plans,
            ImportDesk desk,
            Ids ids,
            Clock clock,
            Limits.Imports limits) {
        this.gate = gate;
        this.stores = stores;
        this.rooms = rooms;
        this.plans = plans;
        this.desk = desk;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
    }

    /** To be mounted before what reads bodies: a form with a file is read here. */
    void mountUpload(Router api) {
        api.post("/rooms/:room/import").handler(Door.call(this::bring));
    }

    void mount(Router api) {
        api.post("/rooms/:room/import/:import/undo").handler(Door.call(this::undo));
    }

    private Future<Reply> bring(RoutingContext context) {
        return Upload.of(context, limits.fileBytes())
                .compose(upload -> gate.moderator(context).compose(caller -> {
                    boolean dryRun = "true".equals(context.request().getParam("dryRun"));
                    UUID id = id(upload.field(context, "id"));
                    Choice choice = choice(upload.object(context, "choice"));
                    String asked = context.request().getParam("name");
                    String name = asked == null ? upload.name() : asked;
                    return language(caller.member().room())
                            .compose(language -> desk.read(
                                    () -> Import.read(id, upload.bytes(), name, choice, bounds(), language, year())))
                            .compose(read -> dryRun ? preview(caller, read) : apply(caller, read));
                }));
    }

    private Future<String> language(UUID room) {
        return stores.rooms().get(room).map(found -> found.map(stored -> stored.language())
                .orElse("de"));
    }

    private UUID id(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return ids.next();
        }
        return Ids.parse(given).orElseThrow(() -> Problem.invalid("invalid", "/id", "must be an id"));
    }

    private static Choice choice(JsonObject tree) {
        try {
            return Import.choice(tree.getMap());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("invalid", "/choice" + e.getMessage(), "has a wrong type or form");
        }
    }

    private Bounds bounds() {
        return new Bounds(
                limits.fileBytes(),
                limits.unpackedBytes(),
                limits.importRows(),
                limits.importColumns(),
                limits.importSteps(),
                limits.importSeconds());
    }

    private int year() {
        return clock.instant().atZone(Minutes.ZONE).getYear();
    }

    private Future<Reply> preview(Caller caller, Import read) {
        return plans.read(caller.member().room())
                .compose(at -> desk.read(() -> new JsonObject(
                                read.into(at.plan(), clock.instant()).tree())
                        .put("dryRun", true)
                        .toBuffer()))
                .map(json -> new Reply(200, Map.of("Content-Type", "application/json"), json));
    }

    /** The file was read before; what it becomes is decided on the plan as it is in that turn of the room. */
    private Future<Reply> apply(Caller caller, Import read) {
        return rooms.at(caller.member().room(), room -> {
            JsonObject answer = new JsonObject();
            return room.versions()
                    .once(read.id(), caller.member(), IMPORTED, doc -> put(doc, read, answer))
                    .compose(noted -> room.savedSoon()
                            .map(saved -> Reply.ok(answer.put(
                                            "import", read.id().toString())
                                    .put(
                                            "version",
                                            room.versions().before(read.id()).toString())
                                    .put("new", noted.getInteger("added"))
                                    .put("updated", noted.getInteger("updated")))));
        });
    }

    private JsonObject put(Doc doc, Import read, JsonObject answer) {
        Import.Outcome outcome = read.into(PlanReader.read(doc), clock.instant());
        PlanWriter.put(doc, outcome.plan());
        answer.mergeIn(new JsonObject(outcome.tree()));
        return new JsonObject()
                .put("format", outcome.tree().get("format"))
                .put("added", outcome.added())
                .put("updated", outcome.updated());
    }

    private Future<Reply> undo(RoutingContext context) {
        UUID id = Gate.id(context, "import");
        return gate.moderator(context)
                .compose(caller -> rooms.at(caller.member().room(), room -> {
                    List<String> left = new ArrayList<>();
                    return room.versions()
                            .restorePart(
                                    room.versions().before(id),
                                    caller.member(),
                                    room.note(caller.member(), "importUndone").with("id", id.toString()),
                                    (before, now) -> {
                                        Undoing.Result result = Undoing.of(now, before, id);
                                        left.clear();
                                        left.addAll(result.left());
                                        return result.plan();
                                    })
                            .compose(done -> room.savedSoon())
                            .map(saved -> Reply.ok(new JsonObject().put("left", new JsonArray(left))));
                }));
    }
}
