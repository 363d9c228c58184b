package de.werkraum.web;

import de.werkraum.access.Ids;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.export.Contents;
import de.werkraum.export.ExportInput;
import de.werkraum.export.Exports;
import de.werkraum.export.PollOutcome;
import de.werkraum.export.Preview;
import de.werkraum.export.Rendered;
import de.werkraum.plan.Minutes;
import de.werkraum.problem.Problem;
import de.werkraum.room.Plans;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.AuditStore;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import de.werkraum.wire.Trees;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** {@code /rooms/:room/export/:format}: a plan and its results as a document. */
final class ExportRoutes {
    /** Documents made at once: a large PDF takes 128 MB of heap for a second, and this leaves the rooms a core where there are few. */
    static final int AT_ONCE = 2;

    private final Gate gate;
    private final Stores stores;
    private final Plans plans;
    private final Exports exports;
    private final WorkerExecutor worker;
    private final Ids ids;
    private final Clock clock;

    ExportRoutes(Gate gate, Stores stores, Plans plans, Exports exports, WorkerExecutor worker, Ids ids, Clock clock) {
        this.gate = gate;
        this.stores = stores;
        this.plans = plans;
        this.exports = exports;
        this.worker = worker;
        this.ids = ids;
        this.clock = clock;
    }

    void mount(Router api) {
        api.get("/rooms/:room/export").handler(Door.call(this::preview));
        api.get("/rooms/:room/export/:format").handler(Door.call(this::export));
    }

    private Future<Reply> preview(RoutingContext context) {
        Contents contents = contents(context);
        return gate.member(context)
                .compose(caller -> stores.rooms().get(caller.member().room()).compose(found -> {
                    StoredRoom room = found.orElseThrow();
                    List<String> offered = offered(caller, room);
                    if (offered.isEmpty()) {
                        throw notOffered(room);
                    }
                    return input(caller, room, allowed(caller, contents))
                            .compose(input -> worker.executeBlocking(() -> exports.preview(input), false))
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
        return gate.member(context).compose(caller -> {
            UUID id = caller.member().room();
            if (!exports.formats().contains(format)) {
                throw Problem.notFound(
                        "There is no such format; there are " + String.join(", ", exports.formats()) + ".");
            }
            return stores.rooms().get(id).compose(found -> {
                StoredRoom room = found.orElseThrow();
                if (!offered(caller, room).contains(format)) {
                    throw notOffered(room);
                }
                return input(caller, room, allowed(caller, contents)).compose(input -> stores.audit()
                        .note(AuditEntry.of(ids.next(), id, clock.instant(), caller.member(), "exported")
                                .with("format", format))
                        .compose(noted -> worker.executeBlocking(
                                () -> exports.render(format, input).orElseThrow(), false))
                        .map(ExportRoutes::reply));
            });
        });
    }

    /** The formats that somebody may have now. */
    private List<String> offered(Caller caller, StoredRoom room) {
        if (caller.role().moderates()) {
            return exports.formats();
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

    private Future<ExportInput> input(Caller caller, StoredRoom room, Contents contents) {
        UUID id = room.id();
        return plans.read(id).compose(at -> plans.publicPolls(id)
                .compose(polls -> stores.members().list(id).compose(members -> stores.audit()
                        .phases(id)
                        .map(phases -> new ExportInput(
                                id.toString(),
                                room.title(),
                                room.language(),
                                at.plan(),
                                outcomes(polls),
                                people(members),
                                phases(phases),
                                contents,
                                at.version(),
                                caller.member().name(),
                                Minutes.ZONE,
                                clock.instant())))));
    }

    private static List<ExportInput.Phase> phases(List<AuditStore.Begun> begun) {
        return begun.stream()
                .map(phase -> new ExportInput.Phase(phase.at(), phase.phase()))
                .toList();
    }

    private static List<PollOutcome> outcomes(JsonArray polls) {
        List<PollOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < polls.size(); i++) {
            outcomes.add(PollOutcome.of(Trees.plain(polls.getJsonObject(i))));
        }
        return outcomes;
    }

    /** Those who could write; screens are nobody. */
    private static List<ExportInput.Person> people(List<Member> members) {
        return members.stream()
                .filter(member -> member.role() != Role.VIEWER)
                .map(member -> new ExportInput.Person(
                        member.name(),
                        member.organisation() == null ? "" : member.organisation(),
                        member.role().moderates()))
                .toList();
    }

    /** What the document is to hold: everything, unless the query says otherwise. */
    private static Contents contents(RoutingContext context) {
        String people = Query.word(context, "people", List.of("counts", "names", "none"));
        String document = Query.word(context, "document", List.of("plan", "protocol", "both"));
        return new Contents(
                Contents.Document.valueOf(document.toUpperCase(Locale.ROOT)),
                wanted(context, "comments"),
                wanted(context, "polls"),
                wanted(context, "minutes"),
                people.equals("names")
                        ? Contents.People.NAMES
                        : people.equals("none") ? Contents.People.NONE : Contents.People.COUNTS);
    }

    private static boolean wanted(RoutingContext context, String part) {
        return Query.word(context, part, List.of("true", "false")).equals("true");
    }

    private static Reply reply(Rendered rendered) {
        return new Reply(
                200,
                Map.of("Content-Type", rendered.mediaType(), "Content-Disposition", rendered.disposition()),
                Buffer.buffer(rendered.bytes()));
    }
}
