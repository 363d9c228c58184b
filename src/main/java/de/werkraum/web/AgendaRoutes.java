package de.werkraum.web;

import de.werkraum.problem.Problem;
import de.werkraum.store.AgendaStore;
import de.werkraum.store.SessionStore;
import de.werkraum.store.StoredSession;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /events/:event/pass}: what somebody of an event sees of it: seats, its own sessions, open votes. */
final class AgendaRoutes {
    private final EventGate doors;
    private final Stores stores;

    AgendaRoutes(EventGate doors, Stores stores) {
        this.doors = doors;
        this.stores = stores;
    }

    void mount(Router api) {
        api.get("/events/:event/pass").handler(Door.call(this::get));
        api.put("/events/:event/sessions/:session/expected").handler(Door.call(context -> expect(context, true)));
        api.delete("/events/:event/sessions/:session/expected").handler(Door.call(context -> expect(context, false)));
    }

    private Future<Reply> get(RoutingContext context) {
        return doors.holder(context).compose(holder -> {
            UUID event = holder.event().id();
            return Future.all(
                            stores.sessions().get(event),
                            stores.agenda().now(event),
                            stores.agenda().own(holder.pass().id()))
                    .map(all -> {
                        Optional<SessionStore.Stored> programme = all.resultAt(0);
                        List<AgendaStore.Now> now = all.resultAt(1);
                        AgendaStore.Own own = all.resultAt(2);
                        return Reply.ok(whole(holder, programme.orElseThrow(AgendaRoutes::unknown), now, own));
                    });
        });
    }

    private static JsonObject whole(
            EventGate.Holder holder, SessionStore.Stored programme, List<AgendaStore.Now> now, AgendaStore.Own own) {
        Map<UUID, AgendaStore.Now> rooms = new HashMap<>();
        now.forEach(room -> rooms.put(room.room(), room));
        JsonObject json = SessionJson.programme(holder.event(), programme).put("member", Passes.json(holder.pass()));
        JsonArray sessions = json.getJsonArray("sessions");
        for (int i = 0; i < sessions.size(); i++) {
            StoredSession session = programme.sessions().get(i);
            sessions.getJsonObject(i).put("mine", own.sessions().contains(session.id()));
            UUID room = session.room();
            if (room != null && rooms.containsKey(room)) {
                put(sessions.getJsonObject(i), session, rooms.get(room), own);
            }
        }
        UUID plenary = holder.event().plenary();
        AgendaStore.Now meeting = plenary == null ? null : rooms.get(plenary);
        JsonArray votes = new JsonArray();
        own.votes()
                .forEach(vote -> votes.add(new JsonObject()
                        .put("room", vote.room().toString())
                        .put("poll", vote.poll().toString())
                        .put("question", vote.question())));
        return json.put("votes", votes)
                .put(
                        "plenary",
                        meeting == null
                                ? null
                                : new JsonObject()
                                        .put("room", meeting.room().toString())
                                        .put("title", meeting.title())
                                        .put("phase", meeting.phase())
                                        .put("here", meeting.here())
                                        .put("polls", meeting.polls())
                                        .put("entered", own.rooms().contains(meeting.room())));
    }

    private static void put(JsonObject json, StoredSession session, AgendaStore.Now now, AgendaStore.Own own) {
        Integer seats = session.session().seats();
        json.put("phase", now.phase())
                .put("here", now.here())
                .put("free", seats == null ? null : Math.max(0, seats - now.here()))
                .put("expected", now.expected())
                .put("polls", now.polls())
                .put("entered", own.rooms().contains(now.room()));
    }

    private Future<Reply> expect(RoutingContext context, boolean comes) {
        UUID session = Gate.id(context, "session");
        return doors.holder(context)
                .compose(holder -> stores.agenda().expect(session, holder.pass().id(), comes))
                .map(known -> Reply.none(known, () -> Problem.notFound("There is no such session.")));
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such event.");
    }
}
