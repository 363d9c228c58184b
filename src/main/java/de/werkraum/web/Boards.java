package de.werkraum.web;

import de.werkraum.event.Recent;
import de.werkraum.event.StepCounts;
import de.werkraum.plan.StepWatch;
import de.werkraum.room.Glance;
import de.werkraum.store.AgendaStore;
import de.werkraum.store.Announcement;
import de.werkraum.store.SessionStore;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.StoredSession;
import de.werkraum.store.Stores;
import de.werkraum.wire.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How the rooms of events stand. Looked at once a second for however many boards, and only while somebody looks; rooms are asked for what they
 * have in memory anyway. Who needs help is kept in memory: it is about this minute. Thread-safe.
 */
final class Boards {
    private final Stores stores;
    private final Errands errands;
    private final StepCounts counts;
    private final Clock clock;
    private final Recent<UUID, String> looks;
    private final Map<UUID, Instant> help = new ConcurrentHashMap<>();

    Boards(Stores stores, Errands errands, StepCounts counts, Clock clock) {
        this.stores = stores;
        this.errands = errands;
        this.counts = counts;
        this.clock = clock;
        looks = Lookout.looks(clock);
    }

    /** The board of an event, at most a second old. */
    Future<String> of(UUID event) {
        return looks.of(event, () -> look(event));
    }

    /** A room's moderators need help, or no longer. */
    void help(UUID room, boolean needed) {
        if (needed) {
            help.putIfAbsent(room, clock.instant());
        } else {
            help.remove(room);
        }
    }

    private Future<String> look(UUID event) {
        return Future.all(
                        stores.rooms().of(event),
                        stores.agenda().now(event),
                        stores.sessions().get(event),
                        stores.agenda().outcomes(event),
                        stores.events().get(event))
                .compose(all -> {
                    List<StoredRoom> stored = all.resultAt(0);
                    Optional<SessionStore.Stored> programme = all.resultAt(2);
                    Optional<StoredEvent> its = all.resultAt(4);
                    return errands.glances(ids(stored)).compose(glances -> counts(stored, glances)
                            .map(counted -> board(new Sight(
                                    stored,
                                    all.resultAt(1),
                                    programme.map(SessionStore.Stored::sessions).orElse(List.of()),
                                    all.resultAt(3),
                                    its.map(StoredEvent::plenary).orElse(null),
                                    glances,
                                    counted))));
                });
    }

    /** What a board is drawn from. */
    private record Sight(
            List<StoredRoom> stored,
            List<AgendaStore.Now> now,
            List<StoredSession> sessions,
            Map<UUID, Integer> outcomes,
            @Nullable UUID plenary,
            Map<UUID, Glance> glances,
            Map<UUID, StepWatch.Count> counted) {}

    /** Of the rooms that are not in memory. */
    private Future<Map<UUID, StepWatch.Count>> counts(List<StoredRoom> stored, Map<UUID, Glance> glances) {
        glances.values().forEach(glance -> counts.said(glance.room(), glance.count()));
        return counts.of(
                ids(stored).stream().filter(room -> !glances.containsKey(room)).toList());
    }

    private static List<UUID> ids(List<StoredRoom> stored) {
        return stored.stream().map(StoredRoom::id).toList();
    }

    private String board(Sight sight) {
        Map<UUID, StoredSession> bySession = new HashMap<>();
        sight.sessions().forEach(session -> bySession.put(session.id(), session));
        Map<UUID, AgendaStore.Now> byRoom = new HashMap<>();
        sight.now().forEach(one -> byRoom.put(one.room(), one));
        JsonArray list = new JsonArray();
        for (StoredRoom room : sight.stored()) {
            UUID id = room.id();
            AgendaStore.Now one = byRoom.get(id);
            StoredSession session = one == null || one.session() == null ? null : bySession.get(one.session());
            Glance glance = sight.glances().get(id);
            StepWatch.Count count = glance == null ? sight.counted().get(id) : glance.count();
            list.add(card(room, session, one, glance, count)
                    .put("outcomes", sight.outcomes().getOrDefault(id, 0))
                    .put("plenary", id.equals(sight.plenary())));
        }
        return new JsonObject().put("rooms", list).encode();
    }

    private JsonObject card(
            StoredRoom room,
            @Nullable StoredSession session,
            AgendaStore.@Nullable Now now,
            @Nullable Glance glance,
            StepWatch.@Nullable Count count) {
        Instant needs = help.get(room.id());
        JsonObject json = new JsonObject()
                .put("room", room.id().toString())
                .put("title", room.title())
                .put("phase", room.phase())
                .put("locked", room.locked())
                .put("timer", Events.timer(room.timer()))
                .put("help", needs == null ? null : needs.toString())
                .put("people", glance == null ? 0 : glance.people())
                .put("viewers", glance == null ? 0 : glance.viewers())
                .put("polls", glance != null ? glance.polls() : now == null ? 0 : now.polls())
                .put("expected", now == null ? 0 : now.expected());
        if (count != null) {
            json.put("steps", count.steps()).put("agreed", count.agreed());
        }
        if (session != null) {
            json.put("session", session.id().toString())
                    .put("place", session.session().place())
                    .put("seats", session.session().seats())
                    .put("start", RoomJson.text(session.session().start()))
                    .put("end", RoomJson.text(session.session().end()));
        }
        return json;
    }

    /** Tells a sentence to an event, and in those of its rooms that are open now: one that is opened meanwhile reads it where it is kept. */
    Future<Integer> announce(UUID event, @Nullable Announcement said) {
        return stores.events()
                .announce(event, said)
                .compose(kept -> stores.rooms().of(event))
                .compose(stored -> errands.announce(ids(stored), said));
    }
}
