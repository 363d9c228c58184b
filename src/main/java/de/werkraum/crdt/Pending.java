package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has arrived before something it refers to: items and deletions that wait, up to a limit. */
final class Pending {
    /** Heap taken by a waiting item beside its content, and by a waiting deletion, in bytes. */
    private static final long ITEM_WEIGHT = 200;

    private static final long RANGE_WEIGHT = 16;

    private final long limit;
    private Map<Long, TreeMap<Long, Item>> items = new HashMap<>();
    private final Map<Long, Long> missing = new HashMap<>();
    private DeleteSet deletes = new DeleteSet();
    private long weight;

    Pending(long limit) {
        this.limit = limit;
    }

    boolean isEmpty() {
        return items.isEmpty() && deletes.isEmpty();
    }

    boolean holdsItems() {
        return !items.isEmpty();
    }

    /** @throws MalformedUpdateException if these would be too much */
    void checkRoom(List<Item> more, int moreRanges) {
        long sum = weight + deletes.count() * RANGE_WEIGHT + moreRanges * RANGE_WEIGHT;
        for (Item item : more) {
            sum += ITEM_WEIGHT + item.content.weight();
        }
        if (sum > limit) {
            throw new MalformedUpdateException("too much waits for a missing part: over " + limit + " bytes");
        }
    }

    void add(List<Item> waiting, Map<Long, Long> missingFor) {
        for (Item item : waiting) {
            TreeMap<Long, Item> queue = items.computeIfAbsent(item.client, any -> new TreeMap<>());
            Item same = queue.get(item.clock);
            if (same == null || same.length < item.length) {
                queue.put(item.clock, item);
                weight += ITEM_WEIGHT + item.content.weight();
            }
        }
        missingFor.forEach((client, clock) -> missing.merge(client, clock, Math::min));
    }

    /** Whether something has arrived that was waited for, or what waited itself by another way. */
    boolean worthTrying(Store store) {
        for (Map.Entry<Long, Long> entry : missing.entrySet()) {
            if (entry.getValue() < store.state(entry.getKey())) {
                return true;
            }
        }
        for (TreeMap<Long, Item> queue : items.values()) {
            Item first = queue.firstEntry().getValue();
            if (first.end() <= store.state(first.client)) {
                return true;
            }
        }
        return false;
    }

    /** All waiting items; none wait after this. */
    LongMap<List<Item>> takeItems() {
        LongMap<List<Item>> taken = items();
        items = new HashMap<>();
        missing.clear();
        weight = 0;
        return taken;
    }

    LongMap<List<Item>> items() {
        LongMap<List<Item>> all = new LongMap<>();
        items.forEach((client, queue) -> all.put(client, new ArrayList<>(queue.values())));
        return all;
    }

    /** The given update, and each item and all deletions that wait as updates of their own; nothing the store has. */
    List<byte[]> updates(byte[] first, Store store) {
        List<byte[]> updates = new ArrayList<>();
        updates.add(first);
        for (TreeMap<Long, Item> queue : items.values()) {
            for (Item item : queue.values()) {
                long known = Math.max(0, store.state(item.client) - item.clock);
                if (known < item.length) {
                    Encoder out = new Encoder();
                    out.writeVarUint(1)
                            .writeVarUint(1)
                            .writeVarUint(item.client)
                            .writeVarUint(item.clock + known);
                    UpdateWriter.write(out, item, known);
                    updates.add(out.writeVarUint(0).toByteArray());
                }
            }
        }
        Encoder out = new Encoder();
        out.writeVarUint(0);
        deletes.write(out);
        updates.add(out.toByteArray());
        return updates;
    }

    DeleteSet deletes() {
        return deletes;
    }

    void setDeletes(DeleteSet waiting) {
        deletes = waiting;
    }
}
