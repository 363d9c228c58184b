package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts items into those that can go in now, each after all it refers to, and those that must wait. Looks at
 * clocks only and changes nothing. The order is the one of Yjs: it decides in which order map keys are listed.
 */
final class Causality {
    private final Store store;
    private final LongMap<Queue> queues = new LongMap<>();
    final List<Item> ready = new ArrayList<>();
    /** Those of whom something has to wait. */
    final List<Waiting> waiting = new ArrayList<>(0);

    /** One client's items and how far they have been taken. */
    private static final class Queue {
        final Waiting items;
        /** The clock that the client will have reached once all taken so far is in. */
        long reached;
        /** Whether something on the way to being taken needs it. */
        boolean asked;

        boolean stuck;

        Queue(Waiting items, long reached) {
            this.items = items;
            this.reached = reached;
        }

        boolean isEmpty() {
            return stuck || items.isEmpty();
        }
    }

    /** The one item of an update, if there is but one and it can go in. */
    static @Nullable Item single(Store store, LongMap<List<Item>> items) {
        List<Item> run = items.size() == 1 ? items.get(items.anyKey()) : null;
        Item item = run == null || run.size() != 1 ? null : run.get(0);
        if (item == null || item.clock() > store.state(item.client()) || item.parent instanceof Parent.Owner) {
            return null;
        }
        boolean placed = has(store, item.originClient(), item.originClock())
                && has(store, item.rightClient(), item.rightClock());
        return placed ? item : null;
    }

    private static boolean has(Store store, long client, long clock) {
        return client == Item.NONE || clock < store.state(client);
    }

    static Causality of(Store store, LongMap<List<Item>> items) {
        List<Waiting> queues = new ArrayList<>(items.size());
        for (long client : items.keysDescending()) {
            List<Item> run = items.get(client);
            if (run != null) {
                queues.add(new Waiting(client, run));
            }
        }
        return new Causality(store, queues);
    }

    /** @param given the largest client first */
    Causality(Store store, List<Waiting> given) {
        this.store = store;
        for (Waiting items : given) {
            queues.put(items.client, new Queue(items, store.state(items.client)));
        }
        for (Waiting items : given) {
            Queue queue = queues.get(items.client);
            while (queue != null && !queue.isEmpty()) {
                if (!takeReady(queue)) {
                    take(queue);
                }
            }
        }
    }

    /** Takes the queue's next item if it needs nothing from other queues. */
    private boolean takeReady(Queue queue) {
        Item item = queue.items.first();
        boolean known = item.end() <= queue.reached;
        if (!known && (item.clock() > queue.reached || !hasAll(queue, item))) {
            return false;
        }
        taken(queue, item);
        return true;
    }

    private void taken(Queue queue, Item item) {
        queue.items.take();
        if (item.end() > queue.reached) {
            queue.reached = item.end();
            ready.add(item);
        }
    }

    /** Takes the queue's next item, and before it, from other queues, all that it needs. */
    private void take(Queue queue) {
        List<Queue> stack = new ArrayList<>(2);
        push(stack, queue);
        while (!stack.isEmpty()) {
            store.steps++;
            Queue top = stack.get(stack.size() - 1);
            Item item = top.items.first();
            if (item.clock() > top.reached) {
                top.items.need(top.items.client, item.clock() - 1);
                setAside(stack);
                return;
            }
            if (item.end() <= top.reached || hasAll(top, item)) {
                taken(top, item);
                top.asked = false;
                stack.remove(stack.size() - 1);
                continue;
            }
            Queue needed = queues.get(top.items.neededClient());
            if (needed == null || needed.isEmpty() || needed.asked) {
                setAside(stack);
                return;
            }
            push(stack, needed);
        }
    }

    private static void push(List<Queue> stack, Queue queue) {
        queue.asked = true;
        stack.add(queue);
    }

    /** Whether all that an item refers to is there or ready; else the first that is not is noted as needed. */
    private boolean hasAll(Queue own, Item item) {
        return has(own, item.originClient(), item.originClock())
                && has(own, item.rightClient(), item.rightClock())
                && (!(item.parent instanceof Parent.Owner owner) || has(own, owner.client(), owner.clock()));
    }

    private boolean has(Queue own, long client, long clock) {
        if (client == own.items.client || client == Item.NONE || clock < reached(client)) {
            return true;
        }
        own.items.need(client, clock);
        return false;
    }

    /** The clock the client will have reached once all that is ready is in. */
    long reached(long client) {
        @Nullable Queue queue = queues.get(client);
        return queue == null ? store.state(client) : queue.reached;
    }

    /** Nothing of these clients can go in any more. */
    private void setAside(List<Queue> stuck) {
        for (Queue queue : stuck) {
            queue.asked = false;
            queue.stuck = true;
            waiting.add(queue.items);
        }
    }
}
