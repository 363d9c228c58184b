package de.werkraum.web;

import de.werkraum.access.Role;
import de.werkraum.export.Announced;
import de.werkraum.export.ProgrammePapers;
import de.werkraum.export.Rendered;
import de.werkraum.pace.InTurn;
import de.werkraum.plan.Template;
import de.werkraum.plan.Templates;
import de.werkraum.problem.Problem;
import de.werkraum.room.Founding;
import de.werkraum.store.Session;
import de.werkraum.store.SessionStore;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredSession;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rooms for all sessions of an event at one press, and what is handed out of a programme: links for who leads, a calendar. */
final class OpeningRoutes {
    private final EventGate doors;
    private final Stores stores;
    private final Founding founding;
    private final ProgrammeRoutes programmes;
    private final Templates templates;
    private final Clock clock;
    private final Addresses addresses;

    OpeningRoutes(
            EventGate doors,
            Stores stores,
            Founding founding,
            ProgrammeRoutes programmes,
            Templates templates,
            Clock clock,
            Addresses addresses) {
        this.doors = doors;
        this.stores = stores;
        this.founding = founding;
        this.programmes = programmes;
        this.templates = templates;
        this.clock = clock;
        this.addresses = addresses;
    }

    void mount(Router api) {
        api.post("/events/:event/open").handler(Door.call(this::open));
        api.get("/events/:event/moderators.csv").handler(Door.call(this::moderators));
        api.get("/events/:event/programme.ics").handler(Door.call(this::calendar));
    }

    /** Sessions that have a room keep it, so it can be pressed again. */
    private Future<Reply> open(RoutingContext context) {
        return doors.writer(context).compose(event -> {
            Body body = Body.orEmpty(context);
            String language = body.oneOf("language", List.of("de", "en"), "de");
            boolean plenary = body.bool("plenary", true);
            body.check();
            return programmes
                    .programme(event.id())
                    .compose(programme -> all(event.id(), language, programme))
                    .compose(opened ->
                            plenary && event.plenary() == null ? meet(event.id(), language) : Future.succeededFuture())
                    .compose(opened -> programmes.whole(event.id()));
        });
    }

    /** One after the other: of two who press at once, each session is opened by the first to get there. */
    private Future<Void> all(UUID event, String language, SessionStore.Stored programme) {
        List<StoredSession> closed = programme.sessions().stream()
                .filter(session -> session.room() == null)
                .toList();
        return InTurn.each(closed, session -> one(event, language, session));
    }

    private Future<Void> one(UUID event, String language, StoredSession stored) {
        Session session = stored.session();
        String id = session.template();
        Template template = id == null ? null : templates.find(id).orElse(null);
        Founding.Beginning beginning = founding.fresh(session.title(), event, language, template)
                .along(session.preset())
                .on(new SessionStore.Purpose(stored.id(), null));
        return found(beginning);
    }

    private Future<Void> meet(UUID event, String language) {
        String title = language.equals("de") ? "Plenum" : "Plenary";
        return found(founding.fresh(title, event, language, null).on(new SessionStore.Purpose(null, event)));
    }

    private Future<Void> found(Founding.Beginning beginning) {
        return founding.found(beginning, null)
                .<Void>mapEmpty()
                .recover(failure ->
                        failure instanceof Problem problem && problem.code().equals("opened")
                                ? Future.succeededFuture()
                                : Future.failedFuture(failure));
    }

    private Future<Reply> moderators(RoutingContext context) {
        String language = Query.word(context, "language", List.of("de", "en"));
        return doors.writer(context).compose(event -> Future.all(
                        programmes.programme(event.id()), stores.codes().sharedOf(event.id()))
                .map(all -> reply(ProgrammePapers.links(
                        event.title(),
                        linked(all.resultAt(0), all.resultAt(1), addresses.base(context)),
                        clock.instant(),
                        language))));
    }

    private static List<Announced> linked(
            SessionStore.Stored programme, Map<UUID, Map<Role, String>> codes, String base) {
        List<Announced> sessions = new ArrayList<>();
        for (StoredSession session : programme.sessions()) {
            UUID room = session.room();
            String code =
                    room == null ? null : codes.getOrDefault(room, Map.of()).get(Role.MODERATOR);
            sessions.add(announced(session, code == null ? "" : base + "/#" + code));
        }
        return sessions;
    }

    private Future<Reply> calendar(RoutingContext context) {
        return doors.reader(context).compose(visitor -> {
            StoredEvent event = visitor.event();
            return programmes
                    .programme(event.id())
                    .map(programme -> reply(ProgrammePapers.calendar(
                            event.id().toString(),
                            event.title(),
                            programme.sessions().stream()
                                    .map(session -> announced(session, ""))
                                    .toList(),
                            clock.instant(),
                            programme.version())));
        });
    }

    private static Announced announced(StoredSession stored, String link) {
        Session session = stored.session();
        return new Announced(
                stored.id().toString(),
                session.title(),
                session.place(),
                session.start(),
                session.end(),
                session.moderators(),
                link);
    }

    private static Reply reply(Rendered rendered) {
        return new Reply(
                200,
                Map.of("Content-Type", rendered.mediaType(), "Content-Disposition", rendered.disposition()),
                Buffer.buffer(rendered.bytes()));
    }
}
