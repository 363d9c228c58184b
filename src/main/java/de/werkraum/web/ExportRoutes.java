package de.werkraum.web;

import de.werkraum.access.Ids;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.export.Contents;
import de.werkraum.export.ExportInput;
import de.werkraum.export.Exports;
import de.werkraum.export.PollOutcome;
import de.werkraum.export.Rendered;
import de.werkraum.problem.Problem;
import de.werkraum.room.Plans;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import de.werkraum.wire.Trees;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code /rooms/:room/export/:format}: a plan and its results as a document. */
final class ExportRoutes {
    /** What participants may take along once the room is closed; the others hold what only moderators work with. */
    private static final Set<String> FOR_PARTICIPANTS = Set.of("pdf", "docx", "ics");

    /** Documents made at once: a large PDF takes 128 MB of heap for a second, and this leaves the rooms a core where there are few. */
    static final int AT_ONCE = 2;

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

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
        api.get("/rooms/:room/export/:format").handler(Door.call(this::export));
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
                requireAllowed(caller, room, format);
                return input(caller, room, caller.role().moderates() ? contents : contents.withoutNames())
                        .compose(input -> stores.audit()
                                .note(AuditEntry.of(ids.next(), id, clock.instant(), caller.member(), "exported")
                                        .with("format", format))
                                .compose(noted -> worker.executeBlocking(
                                        () -> exports.render(format, input).orElseThrow(), false))
                                .map(ExportRoutes::reply));
            });
        });
    }

    private static void requireAllowed(Caller caller, StoredRoom room, String format) {
        boolean takesAlong = caller.role() == Role.PARTICIPANT && room.closed() && FOR_PARTICIPANTS.contains(format);
        if (!caller.role().moderates() && !takesAlong) {
            throw Problem.forbidden(
                    "notModerator",
                    "Moderators export; participants take pdf, docx and ics along when the room is closed.");
        }
    }

    private Future<ExportInput> input(Caller caller, StoredRoom room, Contents contents) {
        UUID id = room.id();
        return plans.read(id).compose(at -> plans.publicPolls(id).compose(polls -> stores.members()
                .list(id)
                .map(members -> new ExportInput(
                        id.toString(),
                        room.title(),
                        room.language(),
                        at.plan(),
                        outcomes(polls),
                        people(members),
                        contents,
                        at.version(),
                        caller.member().name(),
                        ZONE,
                        clock.instant()))));
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
                        member.name(), member.organisation() == null ? "" : member.organisation()))
                .toList();
    }

    /** What the document is to hold: everything, unless the query says otherwise. */
    private static Contents contents(RoutingContext context) {
        String people = Query.word(context, "people", List.of("counts", "names", "none"));
        return new Contents(
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
