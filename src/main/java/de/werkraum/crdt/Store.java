package de.werkraum.crdt;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All items of a document by id. */
final class Store {
    private final LongMap<ClientLog> logs = new LongMap<>();
    private @Nullable ClientLog recent;
    /** Items looked at beyond reading each once: what makes an update cost more than its bytes. */
    long steps;

    @Nullable
    ClientLog log(long client) {
        if (recent != null && recent.client == client) {
            return recent;
        }
        ClientLog log = logs.get(client);
        if (log != null) {
            recent = log;
        }
        return log;
    }

    ClientLog logOrNew(long client) {
        ClientLog log = log(client);
        if (log == null) {
            log = new ClientLog(client);
            logs.put(client, log);
        }
        return log;
    }

    private ClientLog known(long client) {
        ClientLog log = log(client);
        if (log == null) {
            throw new IllegalStateException("unknown client " + client);
        }
        return log;
    }

    /** The clock that the client's next item must have. */
    long state(long client) {
        ClientLog log = log(client);
        return log == null ? 0 : log.next();
    }

    /** Clients with items, the largest first. */
    long[] clients() {
        return logs.keysDescending();
    }

    StateVector stateVector() {
        Map<Long, Long> clocks = new TreeMap<>();
        for (long client : clients()) {
            clocks.put(client, known(client).next());
        }
        return new StateVector(clocks);
    }

    /** No item was seen by any search. */
    void forgetSights() {
        for (long client : clients()) {
            ClientLog log = known(client);
            if (!log.isEmpty()) {
                log.find(0);
                do {
                    log.atCursor().seen = 0;
                } while (log.stepForward());
            }
        }
    }

    Item find(long client, long clock) {
        return known(client).find(clock);
    }

    /** The item that starts with this id, split off if need be. */
    Item startingAt(Transaction tx, long client, long clock) {
        ClientLog log = known(client);
        Item item = log.find(clock);
        if (item.clock() < clock && !item.isCollected()) {
            return split(tx, log, item, clock - item.clock());
        }
        return item;
    }

    /** The item that ends with this id, split if need be. */
    Item endingAt(Transaction tx, long client, long clock) {
        ClientLog log = known(client);
        Item item = log.find(clock);
        if (clock != item.end() - 1 && !item.isCollected()) {
            split(tx, log, item, clock - item.clock() + 1);
        }
        return item;
    }

    /** Splits the item under the log's cursor after {@code keep} elements; answers the right part, now under the cursor. */
    Item split(Transaction tx, ClientLog log, Item item, long keep) {
        Content rest = item.content.splitOff((int) Math.min(keep, Integer.MAX_VALUE));
        long cut = item.clock() + keep;
        Item.Origins origins = new Item.Origins(item.client(), cut - 1, item.rightClient(), item.rightClock());
        Item right = Item.of(item.client(), cut, item.length() - keep, origins, rest);
        if (item.deleted()) {
            right.delete();
        }
        right.parent = item.parent;
        right.key = item.key;
        right.left = item;
        right.right = item.right;
        item.right = right;
        if (right.right != null) {
            right.right.left = right;
        } else if (right.key != null) {
            right.branch().setLast(right.key, right);
        }
        item.length(keep);
        log.insertAfterCursor(right);
        PositionIndex.split(item, right);
        tx.wasSplit(right);
        return right;
    }
}
