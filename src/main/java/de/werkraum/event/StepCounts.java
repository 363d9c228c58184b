package de.werkraum.event;

import de.werkraum.plan.StepWatch;
import de.werkraum.room.Plans;
import de.werkraum.store.PlanStore;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many steps rooms have that are not in memory. A plan is read for that once, and again only where more of it was stored since: one at a time,
 * however many are asked for, so that a board that is opened after a restart costs as much as one person who opens a room. Thread-safe.
 */
public final class StepCounts {
    /** Rooms whose counts are kept, some 200 bytes each; those asked for longest ago go. */
    private static final int MOST = 10_000;
    /** No plan is stored under this number: the room said so itself while it was in memory. */
    private static final long SAID = -1;

    private final PlanStore store;
    private final Plans plans;
    private final Map<UUID, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<UUID, Long> waiting = new LinkedHashMap<>();
    private boolean reading;

    /** @param head the number under which the newest of the plan was stored when it was read */
    private record Known(long head, StepWatch.Count count) {}

    /** Reads these plans. */
    public StepCounts(PlanStore store, Plans plans) {
        this.store = store;
        this.plans = plans;
    }

    /** How a room in memory stands: told on once it has left, until it is read. */
    public void said(UUID room, StepWatch.Count count) {
        keep(room, new Known(SAID, count));
    }

    /** Of rooms that are not in memory, as far as it is known; what is not known, or not any more, is read meanwhile. */
    public Future<Map<UUID, StepWatch.Count>> of(List<UUID> rooms) {
        return rooms.isEmpty()
                ? Future.succeededFuture(Map.of())
                : store.heads(rooms).map(this::known);
    }

    private synchronized Map<UUID, StepWatch.Count> known(Map<UUID, Long> heads) {
        Map<UUID, StepWatch.Count> counts = new HashMap<>();
        heads.forEach((room, head) -> {
            Known one = known.get(room);
            if (one != null) {
                counts.put(room, one.count());
            }
            if (one == null || one.head() != head) {
                waiting.put(room, head);
            }
        });
        next();
        return counts;
    }

    private synchronized void next() {
        Iterator<Map.Entry<UUID, Long>> first = waiting.entrySet().iterator();
        if (reading || !first.hasNext()) {
            return;
        }
        Map.Entry<UUID, Long> one = first.next();
        UUID room = one.getKey();
        long head = one.getValue();
        first.remove();
        reading = true;
        plans.read(room, (doc, version) -> StepWatch.count(doc)).onComplete(read -> {
            // one that can't be read now is asked for again by the next look
            if (read.succeeded()) {
                keep(room, new Known(head, read.result()));
            }
            done();
        });
    }

    private synchronized void done() {
        reading = false;
        next();
    }

    private synchronized void keep(UUID room, Known now) {
        known.put(room, now);
        Iterator<UUID> oldest = known.keySet().iterator();
        while (known.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }
}
