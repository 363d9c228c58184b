package de.werkraum.web;

import de.werkraum.access.Role;
import de.werkraum.event.Material;
import de.werkraum.export.Contents;
import de.werkraum.export.CsvPreset;
import de.werkraum.export.Preview;
import de.werkraum.export.Rendered;
import de.werkraum.export.Unread;
import de.werkraum.press.Order;
import de.werkraum.press.Press;
import de.werkraum.problem.Problem;
import de.werkraum.room.Founding;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /rooms/:room/export/:format}: a plan and its results as a document. */
final class ExportRoutes {
    private final Scripts scripts;
    private final Stores stores;
    private final Material material;
    private final Press press;
    private final Founding founding;

    ExportRoutes(Scripts scripts, Stores stores, Material material, Press press, Founding founding) {
        this.scripts = scripts;
        this.stores = stores;
        this.material = material;
        this.press = press;
        this.founding = founding;
    }

    void mount(Router api) {
        api.get("/rooms/:room/export").handler(Door.call(this::preview));
        api.get("/rooms/:room/export/:format").handler(Door.call(this::export));
    }

    private Future<Reply> preview(RoutingContext context) {
        Contents contents = contents(context);
        return scripts.writer(context)
                .compose(caller -> stores.rooms().get(caller.member().room()).compose(found -> {
                    StoredRoom room = found.orElseThrow();
                    List<String> offered = offered(caller, room);
                    if (offered.isEmpty()) {
                        throw notOffered(room);
                    }
                    return material.of(caller.member(), room, allowed(caller, contents))
                            .compose(press::preview)
                            .map(preview -> Reply.ok(json(preview, offered)));
                }));
    }

    private static JsonObject json(Preview preview, List<String> offered) {
        var sections = new JsonArray();
        preview.sections()
                .forEach(section -> sections.add(new JsonObject()
                        .put("id", section.id())
                        .put("heading", section.heading())
                        .put("entries", section.entries())));
        return new JsonObject()
                .put("title", preview.title())
                .put("formats", new JsonArray(offered))
                .put("sections", sections);
    }

    private static Contents allowed(Caller caller, Contents wished) {
        return caller.role().moderates() ? wished : wished.withoutNames();
    }

    private Future<Reply> export(RoutingContext context) {
        String format = context.pathParam("format");
        Contents contents = contents(context);
        Optional<CsvPreset> preset = preset(context, format);
        return scripts.writer(context).compose(caller -> {
            UUID id = caller.member().room();
            if (!press.formats().contains(format)) {
                throw Problem.notFound(
                        "There is no such format; there are " + String.join(", ", press.formats()) + ".");
            }
            return stores.rooms().get(id).compose(found -> {
                StoredRoom room = found.orElseThrow();
                if (!offered(caller, room).contains(format)) {
                    throw notOffered(room);
                }
                AuditEntry note = founding.note(caller.member(), "exported").with("format", noted(format, preset));
                return press.make(() -> material.unread(caller.member(), room, allowed(caller, contents))
                                .compose(input -> stores.audit().note(note).map(noted -> order(format, preset, input))))
                        .map(ExportRoutes::reply);
            });
        });
    }

    private static Order order(String format, Optional<CsvPreset> preset, Unread input) {
        return preset.<Order>map(table -> new Order.OfTable(table, input))
                .orElseGet(() -> new Order.OfPlan(format, input));
    }

    /** The formats that somebody may have now. */
    private List<String> offered(Caller caller, StoredRoom room) {
        if (caller.role().moderates()) {
            return press.formats();
        }
        return caller.role() == Role.PARTICIPANT && room.closed()
                ? room.papers().takeAlong()
                : List.of();
    }

    private static Problem notOffered(StoredRoom room) {
        return Problem.forbidden(
                "notModerator",
                "Moderators export; participants take along what the room gives them once it is closed: "
                        + String.join(", ", room.papers().takeAlong()) + ".");
    }

    /** What the document is to hold: everything, unless the query says otherwise. */
    static Contents contents(RoutingContext context) {
        String people = Query.word(context, "people", List.of("counts", "names", "none"));
        String document = Query.word(context, "document", List.of("plan", "protocol", "both"));
        return new Contents(
                Contents.Document.valueOf(document.toUpperCase(Locale.ROOT)),
                wanted(context, "comments"),
                wanted(context, "polls"),
                wanted(context, "minutes"),
                Contents.People.valueOf(people.toUpperCase(Locale.ROOT)),
                Query.word(context, "days", List.of("false", "true")).equals("true"));
    }

    /** Whose columns a table is to have, where not ours. */
    private static Optional<CsvPreset> preset(RoutingContext context, String format) {
        var words = new ArrayList<>(List.of("none"));
        List.of(CsvPreset.values()).forEach(preset -> words.add(preset.word()));
        Optional<CsvPreset> preset = CsvPreset.named(Query.word(context, "preset", words));
        if (preset.isPresent() && !format.equals("csv")) {
            throw Problem.badRequest("preset is for csv only.");
        }
        return preset;
    }

    /** A format as the log names it: a table for another program is not ours. */
    private static String noted(String format, Optional<CsvPreset> preset) {
        return preset.map(table -> format + ", " + table.word()).orElse(format);
    }

    private static boolean wanted(RoutingContext context, String part) {
        return Query.word(context, part, List.of("true", "false")).equals("true");
    }

    static Reply reply(Rendered rendered) {
        return new Reply(
                200,
                Map.of("Content-Type", rendered.mediaType(), "Content-Disposition", rendered.disposition()),
                Buffer.buffer(rendered.bytes()));
    }
}
