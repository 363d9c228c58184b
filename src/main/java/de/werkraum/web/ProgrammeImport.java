package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.imports.Bounds;
import de.werkraum.plan.Minutes;
import de.werkraum.plan.Templates;
import de.werkraum.problem.Problem;
import de.werkraum.programme.Change;
import de.werkraum.programme.Frame;
import de.werkraum.programme.Programme;
import de.werkraum.programme.Update;
import de.werkraum.store.SessionStore;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredSession;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /events/:event/programme/import}: a file with sessions, looked at first and then put into the programme, again and again. */
final class ProgrammeImport {
    private final EventGate doors;
    private final ProgrammeRoutes programmes;
    private final ImportDesk desk;
    private final Ids ids;
    private final Clock clock;
    private final Limits limits;
    private final Templates templates;

    ProgrammeImport(
            EventGate doors,
            ProgrammeRoutes programmes,
            ImportDesk desk,
            Ids ids,
            Clock clock,
            Limits limits,
            Templates templates) {
        this.doors = doors;
        this.programmes = programmes;
        this.desk = desk;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
        this.templates = templates;
    }

    /** To be mounted before what reads bodies: a form with a file is read here. */
    void mountUpload(Router api) {
        api.post("/events/:event/programme/import").handler(Door.call(this::bring));
    }

    private Future<Reply> bring(RoutingContext context) {
        return Upload.of(context, limits.imports().fileBytes())
                .compose(upload -> doors.writer(context).compose(event -> {
                    boolean dryRun = "true".equals(context.request().getParam("dryRun"));
                    String asked = context.request().getParam("name");
                    String name = asked == null ? upload.name() : asked;
                    Frame frame = frame(event);
                    return desk.read(() -> Programme.read(upload.bytes(), name, frame))
                            .compose(read -> dryRun ? preview(event, read) : apply(event, read));
                }));
    }

    private Frame frame(StoredEvent event) {
        Limits.Imports files = limits.imports();
        LocalDate day = event.date();
        return new Frame(
                new Bounds(
                        files.fileBytes(),
                        files.unpackedBytes(),
                        files.importRows(),
                        files.importColumns(),
                        files.importSteps(),
                        files.importSeconds()),
                limits.events().sessionsPerEvent(),
                limits.events().moderatorsPerSession(),
                limits.events().seatsPerSession(),
                limits.texts().titleChars(),
                2 * limits.texts().nameChars(),
                templates,
                day,
                day == null ? clock.instant().atZone(Minutes.ZONE).getYear() : day.getYear());
    }

    private Future<Reply> preview(StoredEvent event, Programme read) {
        return programmes
                .programme(event.id())
                .map(before -> Reply.ok(tree(read, Update.of(before.sessions(), read.sessions()))
                        .put("dryRun", true)));
    }

    private Future<Reply> apply(StoredEvent event, Programme read) {
        JsonObject answer = new JsonObject();
        return programmes
                .change(event.id(), before -> {
                    Update update = Update.of(before.sessions(), read.sessions());
                    answer.clear().mergeIn(tree(read, update));
                    return after(before, update);
                })
                .map(done -> Reply.ok(answer.put("version", done.version()).put("dryRun", false)));
    }

    private List<StoredSession> after(SessionStore.Stored before, Update update) {
        Map<UUID, StoredSession> changed = new HashMap<>();
        List<StoredSession> fresh = new ArrayList<>();
        for (Change change : update.changes()) {
            StoredSession old = change.before();
            if (old == null) {
                fresh.add(new StoredSession(ids.next(), change.after(), change.brought(), null));
            } else {
                changed.put(old.id(), new StoredSession(old.id(), change.after(), change.brought(), old.room()));
            }
        }
        List<StoredSession> after = new ArrayList<>(before.sessions().stream()
                .map(session -> changed.getOrDefault(session.id(), session))
                .toList());
        after.addAll(fresh);
        int most = limits.events().sessionsPerEvent();
        if (after.size() > most) {
            throw Problem.invalid("importTooLarge", "", "A programme has at most " + most + " sessions.")
                    .with(
                            "sentence",
                            Map.of(
                                    "de", "Ein Programm hat höchstens " + most + " Sitzungen.",
                                    "en", "A programme has at most " + most + " sessions."));
        }
        return after;
    }

    private static JsonObject tree(Programme read, Update update) {
        JsonArray sessions = new JsonArray();
        for (Change change : update.changes()) {
            StoredSession old = change.before();
            sessions.add(change.after()
                    .toJson()
                    .put("id", old == null ? null : old.id().toString())
                    .put("change", change.kind().code())
                    .put("changed", new JsonArray(change.changed()))
                    .put("kept", new JsonArray(change.kept())));
        }
        JsonArray missing = new JsonArray();
        update.missing().forEach(session -> missing.add(SessionJson.of(session, session.session())));
        JsonArray warnings = new JsonArray();
        read.doubts().forEach(doubt -> warnings.add(new JsonObject(doubt.toMap())));
        return new JsonObject()
                .put("format", read.format())
                .put("sessions", sessions)
                .put("missing", missing)
                .put("warnings", warnings);
    }
}
