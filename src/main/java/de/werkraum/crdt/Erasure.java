package de.werkraum.crdt;

import java.util.List;

/** Applies the deletions of other copies: of what is there at once, of the rest when it comes. */
final class Erasure {
    private final Store store;
    private final Pending pending;

    Erasure(Store store, Pending pending) {
        this.store = store;
        this.pending = pending;
    }

    /** Whether some of the deletions concern items that are not there. */
    boolean waits(DeleteSet deletes) {
        for (long client : deletes.clients()) {
            Ranges ranges = deletes.get(client);
            if (ranges.end(ranges.count() - 1) > store.state(client)) {
                return true;
            }
        }
        return false;
    }

    /** How many of the deletions concern items that won't be there. */
    static int waiting(DeleteSet deletes, Causality order) {
        int waiting = 0;
        for (long client : deletes.clients()) {
            Ranges ranges = deletes.get(client);
            for (int i = ranges.count() - 1; i >= 0; i--) {
                if (ranges.end(i) <= order.reached(client)) {
                    break;
                }
                waiting++;
            }
        }
        return waiting;
    }

    /** Deletes what is there, also what earlier updates would have deleted; the rest waits. */
    void apply(Transaction tx, DeleteSet deletes) {
        for (long client : deletes.clients()) {
            Ranges ranges = deletes.get(client);
            long next = delete(tx, client, ranges);
            for (int i = ranges.count() - 1; i >= 0 && ranges.end(i) > next; i--) {
                pending.addDeletion(client, Math.max(ranges.start(i), next), ranges.end(i));
            }
        }
        if (!pending.isEmpty()) {
            for (ClientLog log : List.copyOf(tx.touched())) {
                delete(tx, log.client, pending.takeDeletions(log.client, log.next()));
            }
        }
    }

    /** Deletes of a client what it has reached; answers how far that is. */
    private long delete(Transaction tx, long client, Ranges ranges) {
        ClientLog log = store.log(client);
        if (log == null) {
            return 0;
        }
        for (int i = 0; i < ranges.count() && ranges.start(i) < log.next(); i++) {
            deleteRange(tx, log, ranges.start(i), Math.min(ranges.end(i), log.next()));
        }
        return log.next();
    }

    private void deleteRange(Transaction tx, ClientLog log, long start, long end) {
        Item item = log.find(start);
        if (!item.deleted() && item.clock() < start) {
            item = store.split(tx, log, item, start - item.clock());
        }
        while (item.clock() < end) {
            if (!item.deleted()) {
                if (end < item.end()) {
                    store.split(tx, log, item, end - item.clock());
                    log.stepBack();
                }
                Deletion.delete(tx, item);
            }
            if (item.end() >= end) {
                return;
            }
            item = log.find(item.end());
        }
    }
}
