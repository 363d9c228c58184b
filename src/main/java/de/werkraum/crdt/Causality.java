package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorts an update's items into those that can go in now, each after all it refers to, and those that must wait. Looks at
 * clocks only and changes nothing. The order is the one of Yjs: it decides in which order map keys are listed.
 */
final class Causality {
    private final Store store;
    private final LongMap<Queue> queues = new LongMap<>();
    final List<Item> ready = new ArrayList<>();
    final List<Item> waiting = new ArrayList<>();
    /** What is waited for: one of these clocks must arrive before it is worth trying again. */
    final Map<Long, Long> missing = new HashMap<>();

    /** One client's items and how far they have been taken. */
    private static final class Queue {
        final long client;
        final List<Item> items;
        int taken;
        /** The clock that the client will have reached once all taken so far is in. */
        long reached;

        Queue(long client, List<Item> items, long reached) {
            this.client = client;
            this.items = items;
            this.reached = reached;
        }

        boolean isEmpty() {
            return taken == items.size();
        }
    }

    Causality(Store store, LongMap<List<Item>> items) {
        this.store = store;
        long[] clients = items.keysDescending();
        for (long client : clients) {
            List<Item> run = items.get(client);
            if (run != null) {
                queues.put(client, new Queue(client, run, store.state(client)));
            }
        }
        for (long client : clients) {
            Queue queue = queues.get(client);
            while (queue != null && !queue.isEmpty()) {
                if (!takeReady(queue)) {
                    take(queue);
                }
            }
        }
    }

    /** Takes the queue's next item if it needs nothing from other queues. */
    private boolean takeReady(Queue queue) {
        Item item = queue.items.get(queue.taken);
        boolean known = item.end() <= queue.reached;
        if (!known && (item.clock > queue.reached || missingQueue(queue, item) != null)) {
            return false;
        }
        taken(queue, item);
        return true;
    }

    private void taken(Queue queue, Item item) {
        queue.taken++;
        if (item.end() > queue.reached) {
            queue.reached = item.end();
            ready.add(item);
        }
    }

    /** Takes the queue's next item, and before it, from other queues, all that it needs. */
    private void take(Queue queue) {
        List<Queue> stack = new ArrayList<>(2);
        stack.add(queue);
        while (!stack.isEmpty()) {
            Queue top = stack.get(stack.size() - 1);
            Item item = top.items.get(top.taken);
            if (item.clock > top.reached) {
                // Others on the stack may need less than what this gap needs: any progress of the client may help them.
                missing.merge(top.client, stack.size() == 1 ? item.clock - 1 : top.reached, Math::min);
                setAside(stack);
                return;
            }
            Queue needed = item.end() <= top.reached ? null : missingQueue(top, item);
            if (needed == null) {
                taken(top, item);
                stack.remove(stack.size() - 1);
            } else if (needed.isEmpty() || stack.contains(needed)) {
                missing.merge(needed.client, reached(needed.client), Math::min);
                setAside(stack);
                return;
            } else {
                stack.add(needed);
            }
        }
    }

    /** The queue of a client whose items this one needs first, or null if it is ready. */
    private @Nullable Queue missingQueue(Queue own, Item item) {
        Queue needed = lacking(own, item.originClient, item.originClock);
        if (needed == null) {
            needed = lacking(own, item.rightClient, item.rightClock);
        }
        if (needed == null && item.parent instanceof Parent.Owner owner) {
            needed = lacking(own, owner.client(), owner.clock());
        }
        return needed;
    }

    private @Nullable Queue lacking(Queue own, long client, long clock) {
        if (client == own.client || client == Item.NONE || clock < reached(client)) {
            return null;
        }
        Queue queue = queues.get(client);
        return queue != null ? queue : new Queue(client, List.of(), store.state(client));
    }

    /** The clock the client will have reached once all that is ready is in. */
    long reached(long client) {
        Queue queue = queues.get(client);
        return queue == null ? store.state(client) : queue.reached;
    }

    /** Nothing of these clients can go in any more. */
    private void setAside(List<Queue> stuck) {
        for (Queue queue : stuck) {
            waiting.addAll(queue.items.subList(queue.taken, queue.items.size()));
            queue.taken = queue.items.size();
        }
    }
}
