package de.werkraum.crdt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A map from non-negative longs (client ids) to values, without boxing; it only grows. */
final class LongMap<V> {
    private static final long FREE = -1;
    /** From this size on nobody outside shall know which keys collide. */
    private static final int LARGE = 256;

    private static final long[] NOTHING = {};

    private static final long[] NO_KEYS = {FREE};
    private static final Object[] NO_VALUES = new Object[1];

    private long[] keys = NO_KEYS;
    private Object[] values = NO_VALUES;
    private int size;
    private long seed;

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V get(long key) {
        return (V) values[slot(key)];
    }

    void put(long key, V value) {
        if (size * 2 >= keys.length - 1) {
            grow();
        }
        int slot = slot(key);
        if (keys[slot] == FREE) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
    }

    /** One of the keys; there must be one. */
    long anyKey() {
        int slot = 0;
        while (keys[slot] == FREE) {
            slot++;
        }
        return keys[slot];
    }

    /** All keys, the largest first: the order in which Yjs writes clients. */
    long[] keysDescending() {
        if (size == 0) {
            return NOTHING;
        }
        long[] sorted = new long[size];
        int n = 0;
        for (long key : keys) {
            if (key != FREE) {
                sorted[n++] = key;
            }
        }
        if (n > 1) {
            Arrays.sort(sorted);
        }
        for (int i = 0, j = n - 1; i < j; i++, j--) {
            long swapped = sorted[i];
            sorted[i] = sorted[j];
            sorted[j] = swapped;
        }
        return sorted;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = (key ^ seed) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        int slot = (int) (mixed >>> 32) & mask;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new long[Math.max(4, oldKeys.length * 2)];
        if (keys.length == LARGE) {
            seed = System.identityHashCode(this) * 0x9E3779B97F4A7C15L;
        }
        Arrays.fill(keys, FREE);
        values = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
