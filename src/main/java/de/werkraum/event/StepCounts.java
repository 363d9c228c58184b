package de.werkraum.event;

import de.werkraum.plan.StepWatch;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many steps rooms have that are not in memory. A plan is read for that once, and again only where more of it was stored since: one at a time,
 * however many are asked for, so that a board that is opened after a restart costs as much as one person who opens a room. Thread-safe.
 */
public final class StepCounts {
    /** Rooms whose counts are kept, some 200 bytes each; those asked for longest ago go. */
    private static final int MOST = 10_000;
    /** No plan is stored under this number: the room said so itself, or it could not be read. */
    private static final long NONE = -1;
    /** A room that said how it stands is not read so long: it may be in memory again, or another server was slow to answer. Milliseconds. */
    private static final long SAID = 30_000;
    /** What can't be read now, a damaged plan, is not read anew for each board that looks. Milliseconds. */
    private static final long FAILED = 300_000;

    private final Function<List<UUID>, Future<Map<UUID, Long>>> heads;
    private final Function<UUID, Future<StepWatch.Count>> plans;
    private final LongSupplier clock;
    private final Map<UUID, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<UUID, Long> waiting = new LinkedHashMap<>();
    private boolean reading;

    /**
     * @param head the number under which the newest of the plan was stored when it was read
     * @param count null where nothing is known
     * @param rests until when it is not read anew, by the clock
     */
    private record Known(long head, StepWatch.@Nullable Count count, long rests) {}

    /**
     * Counts steps of these plans.
     *
     * @param heads the numbers under which the newest of plans is stored
     * @param plans reads one and counts its steps
     * @param clock in milliseconds
     */
    public StepCounts(
            Function<List<UUID>, Future<Map<UUID, Long>>> heads,
            Function<UUID, Future<StepWatch.Count>> plans,
            LongSupplier clock) {
        this.heads = heads;
        this.plans = plans;
        this.clock = clock;
    }

    /** How a room in memory stands: told on once it has left, until it is read. */
    public void said(UUID room, StepWatch.Count count) {
        keep(room, new Known(NONE, count, clock.getAsLong() + SAID));
    }

    /** Of rooms that are not in memory, as far as it is known; what is not known, or not any more, is read meanwhile. */
    public Future<Map<UUID, StepWatch.Count>> of(List<UUID> rooms) {
        return rooms.isEmpty()
                ? Future.succeededFuture(Map.of())
                : heads.apply(rooms).map(this::known);
    }

    private synchronized Map<UUID, StepWatch.Count> known(Map<UUID, Long> heads) {
        Map<UUID, StepWatch.Count> counts = new HashMap<>();
        heads.forEach((room, head) -> {
            Known one = known.get(room);
            StepWatch.Count count = one == null ? null : one.count();
            if (count != null) {
                counts.put(room, count);
            }
            if (unread(one, head)) {
                waiting.put(room, head);
            }
        });
        next();
        return counts;
    }

    private boolean unread(@Nullable Known one, long head) {
        return one == null || (one.head() != head && clock.getAsLong() >= one.rests());
    }

    private synchronized void next() {
        // a look while it was read has put it here once more
        waiting.entrySet().removeIf(one -> !unread(known.get(one.getKey()), one.getValue()));
        Iterator<Map.Entry<UUID, Long>> first = waiting.entrySet().iterator();
        if (reading || !first.hasNext()) {
            return;
        }
        Map.Entry<UUID, Long> one = first.next();
        UUID room = one.getKey();
        long head = one.getValue();
        first.remove();
        reading = true;
        plans.apply(room).onComplete(read -> {
            if (read.succeeded()) {
                keep(room, new Known(head, read.result(), 0));
            } else {
                failed(room);
            }
            done();
        });
    }

    private synchronized void failed(UUID room) {
        Known before = known.get(room);
        keep(room, new Known(NONE, before == null ? null : before.count(), clock.getAsLong() + FAILED));
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
