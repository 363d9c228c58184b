package de.werkraum.crdt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived before something it refers to: items and deletions that wait, up to a limit. They are found by what they wait for, so that
 * who has nothing to do with them doesn't pay for them.
 */
final class Pending {
    /** Heap taken by a waiting item beside its content, and by a waiting deletion, in bytes. */
    private static final long ITEM_WEIGHT = 200;

    private static final long RANGE_WEIGHT = 100;

    /** Since when something waits as long as nobody has told the time. */
    private static final long UNTIMED = Long.MIN_VALUE;

    private final long limit;
    private final Map<Long, Waiting> items = new HashMap<>();
    /** By client and clock of what is needed: the clients whose items need it. */
    private final Map<Long, TreeMap<Long, Set<Long>>> needs = new HashMap<>();
    /** By client the deleted ranges, start and end, that it has not reached. */
    private final Map<Long, TreeMap<Long, Long>> deletes = new HashMap<>();

    private final Map<Long, Long> since = new HashMap<>();
    private long weight;

    Pending(long limit) {
        this.limit = limit;
    }

    boolean isEmpty() {
        return items.isEmpty() && deletes.isEmpty();
    }

    /** Whether something waits for this client, or is of it. */
    boolean concerns(long client) {
        return !isEmpty() && (needs.containsKey(client) || items.containsKey(client) || deletes.containsKey(client));
    }

    /** @throws MalformedUpdateException if these would be too much */
    void checkRoom(List<Waiting> more, int moreRanges) {
        long sum = weight + moreRanges * RANGE_WEIGHT;
        for (Waiting queue : more) {
            for (Item item : queue.rest()) {
                sum += weight(item);
            }
        }
        if (sum > limit) {
            throw new MalformedUpdateException("too much waits for a missing part: over " + limit + " bytes");
        }
    }

    private static long weight(Item item) {
        return ITEM_WEIGHT + item.content.weight();
    }

    void add(List<Waiting> more) {
        for (Waiting queue : more) {
            Waiting there = items.get(queue.client);
            if (there == null) {
                items.put(queue.client, queue);
                queue.rest().forEach(item -> weight += weight(item));
                require(queue);
            } else {
                join(there, queue);
            }
            since.putIfAbsent(queue.client, UNTIMED);
        }
    }

    /** The one whose first item comes first knows what is needed. */
    private void join(Waiting there, Waiting more) {
        if (more.first().clock() <= there.first().clock()) {
            release(there);
            there.need(more.neededClient(), more.neededClock());
            require(there);
        }
        for (Item item : more.rest()) {
            weight += there.insert(item) ? weight(item) : 0;
        }
    }

    private void require(Waiting queue) {
        needs.computeIfAbsent(queue.neededClient(), any -> new TreeMap<>())
                .computeIfAbsent(queue.neededClock(), any -> new HashSet<>(1))
                .add(queue.client);
    }

    private void release(Waiting queue) {
        TreeMap<Long, Set<Long>> clocks = needs.get(queue.neededClient());
        Set<Long> clients = clocks == null ? null : clocks.get(queue.neededClock());
        if (clocks != null && clients != null) {
            clients.remove(queue.client);
            if (clients.isEmpty()) {
                clocks.remove(queue.neededClock());
            }
            if (clocks.isEmpty()) {
                needs.remove(queue.neededClient());
            }
        }
    }

    /** Takes out those of whom something may go in now that these clients have grown; the largest client first. */
    List<Waiting> ripe(Store store, Iterable<Long> grown) {
        Deque<Waiting> found = new ArrayDeque<>();
        for (long client : grown) {
            long state = store.state(client);
            Waiting own = items.get(client);
            if (own != null && own.first().end() <= state) {
                take(own, found);
            }
            needing(client, state, found);
        }
        List<Waiting> ripe = new ArrayList<>(found.size());
        while (!found.isEmpty()) {
            Waiting queue = found.remove();
            ripe.add(queue);
            store.steps++;
            needing(queue.client, queue.end(), found);
        }
        ripe.sort(Comparator.comparingLong((Waiting queue) -> queue.client).reversed());
        return ripe;
    }

    private void needing(long client, long end, Deque<Waiting> found) {
        TreeMap<Long, Set<Long>> clocks = needs.get(client);
        while (clocks != null && !clocks.isEmpty() && clocks.firstKey() < end) {
            for (Long each : List.copyOf(clocks.firstEntry().getValue())) {
                Waiting queue = items.get(each);
                if (queue != null) {
                    take(queue, found);
                }
            }
        }
    }

    private void take(Waiting queue, Deque<Waiting> found) {
        release(queue);
        items.remove(queue.client);
        queue.rest().forEach(item -> weight -= weight(item));
        found.add(queue);
    }

    /** The given update, and each item and all deletions that wait as updates of their own; nothing the store has. */
    List<byte[]> updates(byte[] first, Store store) {
        List<byte[]> updates = new ArrayList<>();
        updates.add(first);
        for (Waiting queue : items.values()) {
            for (Item item : queue.rest()) {
                long known = Math.max(0, store.state(item.client()) - item.clock());
                if (known < item.length()) {
                    updates.add(update(item, known));
                }
            }
        }
        DeleteSet waiting = new DeleteSet();
        deletes.forEach((client, ranges) -> ranges.forEach((start, end) -> waiting.add(client, start, end)));
        Encoder out = new Encoder();
        out.writeVarUint(0);
        waiting.write(out);
        updates.add(out.toByteArray());
        return updates;
    }

    private static byte[] update(Item item, long known) {
        Encoder out = new Encoder();
        out.writeVarUint(1).writeVarUint(1).writeVarUint(item.client()).writeVarUint(item.clock() + known);
        UpdateWriter.write(out, item, known);
        return out.writeVarUint(0).toByteArray();
    }

    /** Keeps a deletion of what is not there yet. */
    void addDeletion(long client, long start, long end) {
        if (start >= end) {
            return;
        }
        TreeMap<Long, Long> ranges = deletes.computeIfAbsent(client, any -> new TreeMap<>());
        since.putIfAbsent(client, UNTIMED);
        long from = start;
        long to = end;
        Map.Entry<Long, Long> near = ranges.floorEntry(to);
        while (near != null && near.getValue() >= from) {
            from = Math.min(from, near.getKey());
            to = Math.max(to, near.getValue());
            ranges.remove(near.getKey());
            weight -= RANGE_WEIGHT;
            near = ranges.floorEntry(to);
        }
        ranges.put(from, to);
        weight += RANGE_WEIGHT;
    }

    /** Takes out the deletions of a client that start below a clock; a range that reaches beyond is cut there. */
    Ranges takeDeletions(long client, long below) {
        Ranges taken = new Ranges();
        TreeMap<Long, Long> ranges = deletes.get(client);
        while (ranges != null && !ranges.isEmpty() && ranges.firstKey() < below) {
            Map.Entry<Long, Long> first = ranges.pollFirstEntry();
            weight -= RANGE_WEIGHT;
            taken.add(first.getKey(), Math.min(first.getValue(), below));
            if (first.getValue() > below) {
                ranges.put(below, first.getValue());
                weight += RANGE_WEIGHT;
            }
        }
        if (ranges != null && ranges.isEmpty()) {
            deletes.remove(client);
        }
        return taken;
    }

    /** Lets go of what has waited for longer than {@code longest} at the time {@code now}; it begins to count when it is first told a time. */
    boolean forget(long now, long longest) {
        if (since.isEmpty()) {
            return false;
        }
        since.keySet().removeIf(client -> !items.containsKey(client) && !deletes.containsKey(client));
        List<Long> old = new ArrayList<>();
        since.replaceAll((client, at) -> at == UNTIMED ? (Long) now : at);
        since.forEach((client, at) -> {
            if (now - at > longest) {
                old.add(client);
            }
        });
        old.forEach(this::drop);
        return !old.isEmpty();
    }

    private void drop(long client) {
        since.remove(client);
        @Nullable Waiting queue = items.get(client);
        if (queue != null) {
            take(queue, new ArrayDeque<>());
        }
        TreeMap<Long, Long> ranges = deletes.remove(client);
        weight -= ranges == null ? 0 : ranges.size() * RANGE_WEIGHT;
    }
}
