package de.werkraum.crdt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares an update with what a store holds. */
final class Inspection {
    private Inspection() {}

    /** The clocks to be known by client where the store doesn't hold all items of the update. */
    static Map<Long, Long> lacking(Store store, UpdateReader.Update update) {
        Map<Long, Long> clocks = new HashMap<>();
        for (long client : update.items().keysDescending()) {
            List<Item> items = update.items().get(client);
            if (items != null && items.get(items.size() - 1).end() > store.state(client)) {
                clocks.put(client, items.get(items.size() - 1).end());
            }
        }
        return clocks;
    }

    /** How many of these ranges would delete something, or concern what is not there yet. */
    static int deletions(Store store, DeleteSet deletes) {
        int count = 0;
        for (long client : deletes.clients()) {
            Ranges ranges = deletes.get(client);
            ClientLog log = store.log(client);
            for (int i = 0; i < ranges.count(); i++) {
                if (log == null || ranges.end(i) > log.next() || anyLive(store, log, ranges.start(i), ranges.end(i))) {
                    count++;
                }
            }
        }
        return count;
    }

    private static boolean anyLive(Store store, ClientLog log, long start, long end) {
        Item item = log.find(start);
        while (item.deleted() && item.end() < end) {
            store.steps++;
            log.stepForward();
            item = log.atCursor();
        }
        return !item.deleted();
    }
}
