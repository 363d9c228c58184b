package de.werkraum.event;

import de.werkraum.Limits;
import de.werkraum.export.Contents;
import de.werkraum.export.EventInput;
import de.werkraum.export.ExportInput;
import de.werkraum.export.Joint;
import de.werkraum.pace.InTurn;
import de.werkraum.plan.Minutes;
import de.werkraum.problem.Problem;
import de.werkraum.store.Session;
import de.werkraum.store.SessionStore;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.StoredSession;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what all rooms of an event hold, one after the other: nobody waits for it at the keyboard. */
public final class Gathering {
    private final Stores stores;
    private final Material material;
    private final Clock clock;
    private final Limits.Afterwards limits;

    /** Reads of these. */
    public Gathering(Stores stores, Material material, Clock clock, Limits.Afterwards limits) {
        this.stores = stores;
        this.material = material;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * All of an event that its report may hold; fails with {@code reportTooLarge} beyond the limits.
     *
     * @param by who makes the report; blank where it is not to say so
     */
    public Future<EventInput> of(StoredEvent event, String by, String language, Contents contents) {
        return Future.all(
                        stores.rooms().of(event.id()),
                        stores.sessions().get(event.id()),
                        stores.members().ofEvent(event.id()))
                .compose(all -> {
                    List<StoredRoom> rooms = all.resultAt(0);
                    Optional<SessionStore.Stored> programme = all.resultAt(1);
                    if (rooms.size() > limits.reportRooms()) {
                        throw tooLarge();
                    }
                    return sessions(
                                    event,
                                    rooms,
                                    programme.map(SessionStore.Stored::sessions).orElse(List.of()),
                                    contents)
                            .map(sessions -> new EventInput(
                                    event.id().toString(),
                                    event.title(),
                                    language,
                                    event.date(),
                                    event.venue(),
                                    Joint.of(sessions),
                                    Material.people(all.resultAt(2)),
                                    contents,
                                    by,
                                    Minutes.ZONE,
                                    clock.instant()));
                });
    }

    private Problem tooLarge() {
        return Problem.conflict(
                "reportTooLarge",
                "The report may have " + limits.reportRooms() + " rooms and " + limits.reportSteps()
                        + " steps. Each room can be exported by itself.");
    }

    /** As the programme has them, then rooms that are in none, the plenary at last. */
    private Future<List<EventInput.Session>> sessions(
            StoredEvent event, List<StoredRoom> rooms, List<StoredSession> programme, Contents contents) {
        Map<UUID, Integer> places = new HashMap<>();
        Map<UUID, Session> known = new HashMap<>();
        for (StoredSession session : programme) {
            if (session.room() != null) {
                places.put(session.room(), places.size());
                known.put(session.room(), session.session());
            }
        }
        List<StoredRoom> ordered = rooms.stream()
                .sorted(Comparator.comparing((StoredRoom room) -> room.id().equals(event.plenary()))
                        .thenComparing(room -> places.getOrDefault(room.id(), places.size())))
                .toList();
        int[] steps = new int[1];
        return InTurn.of(ordered, room -> material.of("", room, contents).map(input -> {
            steps[0] += input.plan().steps().size();
            if (steps[0] > limits.reportSteps()) {
                throw tooLarge();
            }
            return session(known.get(room.id()), room.id().equals(event.plenary()), input);
        }));
    }

    private static EventInput.Session session(@Nullable Session session, boolean plenary, ExportInput room) {
        return session == null
                ? new EventInput.Session(null, null, null, plenary, room)
                : new EventInput.Session(session.place(), session.start(), session.end(), plenary, room);
    }
}
