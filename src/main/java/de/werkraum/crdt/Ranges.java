package de.werkraum.crdt;

import java.util.Arrays;

/** Half-open ranges of clocks. Sorted and disjoint only after {@link #normalize}. */
final class Ranges {
    private long[] bounds = new long[2];
    private int size;

    int count() {
        return size / 2;
    }

    long start(int i) {
        return bounds[2 * i];
    }

    long end(int i) {
        return bounds[2 * i + 1];
    }

    void add(long start, long end) {
        if (start >= end) {
            return;
        }
        if (size > 0 && bounds[size - 1] == start) {
            bounds[size - 1] = end;
            return;
        }
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, size * 2);
        }
        bounds[size++] = start;
        bounds[size++] = end;
    }

    void addAll(Ranges others) {
        for (int i = 0; i < others.count(); i++) {
            add(others.start(i), others.end(i));
        }
    }

    /** Sorts them and joins those that touch or overlap. */
    Ranges normalize() {
        if (!isNormal()) {
            sweep();
        }
        return this;
    }

    /** Starts and ends sorted apart: a range of the union goes on while more have started than ended. No object a range. */
    private void sweep() {
        int count = count();
        long[] starts = new long[count];
        long[] ends = new long[count];
        for (int i = 0; i < count; i++) {
            starts[i] = start(i);
            ends[i] = end(i);
        }
        Arrays.sort(starts);
        Arrays.sort(ends);
        size = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || starts[i] > ends[i - 1]) {
                bounds[size++] = starts[i];
                bounds[size++] = ends[i];
            } else {
                bounds[size - 1] = ends[i];
            }
        }
    }

    private boolean isNormal() {
        for (int i = 2; i < size; i += 2) {
            if (bounds[i] <= bounds[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a normalized set holds the clock. */
    boolean contains(long clock) {
        int low = 0;
        int high = count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (clock < start(middle)) {
                high = middle - 1;
            } else if (clock >= end(middle)) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
