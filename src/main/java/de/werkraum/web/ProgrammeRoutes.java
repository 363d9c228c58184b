package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.plan.Templates;
import de.werkraum.problem.Problem;
import de.werkraum.store.Session;
import de.werkraum.store.SessionStore;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredSession;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /events/:event/programme}: the sessions of an event, as typed. */
final class ProgrammeRoutes {
    private final EventGate doors;
    private final Stores stores;
    private final Errands errands;
    private final Ids ids;
    private final Limits limits;
    private final Templates templates;
    private final @Nullable String joinUrl;

    ProgrammeRoutes(
            EventGate doors,
            Stores stores,
            Errands errands,
            Ids ids,
            Limits limits,
            Templates templates,
            @Nullable String joinUrl) {
        this.doors = doors;
        this.stores = stores;
        this.errands = errands;
        this.ids = ids;
        this.limits = limits;
        this.templates = templates;
        this.joinUrl = joinUrl;
    }

    void mount(Router api) {
        api.get("/events/:event/programme").handler(Door.call(this::get));
        api.put("/events/:event/programme").handler(Door.call(this::put));
    }

    private Future<Reply> get(RoutingContext context) {
        return doors.reader(context)
                .compose(visitor -> visitor.organises()
                        ? whole(visitor.event().id())
                        : programme(visitor.event().id())
                                .map(programme -> Reply.ok(SessionJson.programme(visitor.event(), programme))));
    }

    /** The programme of an event; 404 where there is none. */
    Future<SessionStore.Stored> programme(UUID event) {
        return stores.sessions()
                .get(event)
                .map(found -> found.orElseThrow(() -> Problem.notFound("There is no such event.")));
    }

    /** All of it as it stands now, for the organiser. */
    Future<Reply> whole(UUID id) {
        Future<StoredEvent> event = stores.events()
                .get(id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("There is no such event.")));
        return Future.all(event, programme(id), stores.codes().sharedOf(id))
                .map(all ->
                        Reply.ok(SessionJson.programme(all.resultAt(0), all.resultAt(1), all.resultAt(2), joinUrl)));
    }

    private Future<Reply> put(RoutingContext context) {
        return doors.writer(context).compose(event -> {
            Body body = Body.of(context);
            String wanted = context.request().getHeader("If-Match");
            List<Given> given = new ArrayList<>();
            for (Body part : body.parts("sessions", limits.events().sessionsPerEvent())) {
                given.add(new Given(part.optionalId("id"), SessionJson.read(part, limits, templates)));
            }
            keys(body, given);
            body.check();
            return change(event.id(), before -> {
                        if (wanted != null && !wanted.replace("\"", "").equals(String.valueOf(before.version()))) {
                            throw Problem.of(412, "changed", "The programme has changed since that version.");
                        }
                        return merged(before.sessions(), given);
                    })
                    .compose(done -> whole(event.id()));
        });
    }

    private static void keys(Body body, List<Given> given) {
        List<String> keys = given.stream()
                .map(one -> one.session().key())
                .filter(Objects::nonNull)
                .toList();
        if (keys.stream().distinct().count() < keys.size()) {
            body.wrong("sessions", "must not have one key twice");
        }
        List<UUID> named =
                given.stream().map(Given::id).filter(Objects::nonNull).toList();
        if (named.stream().distinct().count() < named.size()) {
            body.wrong("sessions", "must not have one id twice");
        }
    }

    /** One that somebody sends, perhaps one that is there. */
    private record Given(@Nullable UUID id, Session session) {}

    /** One without an id that says the same as one that nobody mentions is that one: so a programme can be sent again. */
    private List<StoredSession> merged(List<StoredSession> before, List<Given> given) {
        Map<UUID, StoredSession> left = new HashMap<>();
        before.forEach(stored -> left.put(stored.id(), stored));
        List<StoredSession> named = new ArrayList<>();
        for (Given one : given) {
            StoredSession known = one.id() == null ? null : left.remove(one.id());
            if (one.id() != null && known == null) {
                throw Problem.invalid("invalid", "/sessions", "has no session " + one.id());
            }
            named.add(known);
        }
        List<StoredSession> after = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Session session = given.get(i).session();
            StoredSession known = named.get(i) == null ? same(left, session) : named.get(i);
            after.add(
                    known == null
                            ? new StoredSession(ids.next(), session, null, null)
                            : known.saying(keyed(known, session)));
        }
        return after;
    }

    /** Who doesn't mention a key doesn't mean to take it away. */
    private static Session keyed(StoredSession known, Session session) {
        return session.key() == null ? session.keyed(known.session().key()) : session;
    }

    private static @Nullable StoredSession same(Map<UUID, StoredSession> left, Session session) {
        StoredSession found = left.values().stream()
                .filter(old -> old.session().equals(keyed(old, session)))
                .findFirst()
                .orElse(null);
        if (found != null) {
            left.remove(found.id());
        }
        return found;
    }

    /** Changes the programme; rooms that were called as their session was are called as it is now. */
    Future<SessionStore.Stored> change(UUID event, Change change) {
        Map<UUID, String> titles = new HashMap<>();
        return stores.sessions()
                .change(event, before -> {
                    titles.clear();
                    before.sessions()
                            .forEach(session ->
                                    titles.put(session.id(), session.session().title()));
                    return change.apply(before);
                })
                .compose(after -> {
                    Future<Void> renamed = Future.succeededFuture();
                    for (StoredSession session : after.sessions()) {
                        String before = titles.get(session.id());
                        UUID room = session.room();
                        String now = session.session().title();
                        if (room != null && before != null && !before.equals(now)) {
                            renamed = renamed.compose(done -> errands.rename(room, before, now));
                        }
                    }
                    return renamed.map(after);
                });
    }

    /** From a programme to another. */
    @FunctionalInterface
    interface Change {
        List<StoredSession> apply(SessionStore.Stored before);
    }
}
