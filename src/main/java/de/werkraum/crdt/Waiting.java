package de.werkraum.crdt;

import java.util.List;

/** Items of one client that can't go in yet, by rising clock, and what the first of them needs. */
final class Waiting {
    final long client;
    private final List<Item> items;
    private int taken;
    /** The first item can go in, or needs something else, once this element is there. */
    private long neededClient;

    private long neededClock;

    Waiting(long client, List<Item> items) {
        this.client = client;
        this.items = items;
    }

    boolean isEmpty() {
        return taken == items.size();
    }

    Item first() {
        return items.get(taken);
    }

    /** The clock behind the last one. */
    long end() {
        return items.get(items.size() - 1).end();
    }

    void take() {
        taken++;
    }

    void need(long client, long clock) {
        neededClient = client;
        neededClock = clock;
    }

    long neededClient() {
        return neededClient;
    }

    long neededClock() {
        return neededClock;
    }

    /** What has not been taken. */
    List<Item> rest() {
        return items.subList(taken, items.size());
    }

    /** Puts an item among those that wait; of two with one id the longer one stays. Answers whether it was put there. */
    boolean insert(Item item) {
        int low = taken;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).clock() < item.clock()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low < items.size() && items.get(low).clock() == item.clock()) {
            if (items.get(low).length() < item.length()) {
                items.set(low, item);
            }
            return false;
        }
        items.add(low, item);
        return true;
    }
}
