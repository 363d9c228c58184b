package de.werkraum.crdt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All items of one client in the order of their clocks, without gaps. Kept in chunks, so that splitting an item in the
 * middle of a million moves at most a chunk. A cursor remembers the item found last.
 */
final class ClientLog {
    private static final int CHUNK = 128;

    final long client;
    private Item[][] chunks = new Item[1][4];
    private int[] sizes = new int[1];
    private long[] firsts = new long[1];
    private int chunkCount = 1;
    /** The clock that the client's next item must have. */
    private long next;

    private int chunk;
    private int slot;

    /** The transaction that touched it last, and {@link #next} before that one. */
    long touchedBy = -1;

    long before;

    ClientLog(long client) {
        this.client = client;
    }

    long next() {
        return next;
    }

    boolean isEmpty() {
        return next == 0;
    }

    void add(Item item) {
        chunk = chunkCount - 1;
        slot = sizes[chunk];
        insertAtCursor(item);
        next = item.end();
    }

    /** The last item grew in place. */
    void extend(long by) {
        next += by;
    }

    @Nullable
    Item last() {
        int c = chunkCount - 1;
        return sizes[c] == 0 ? null : chunks[c][sizes[c] - 1];
    }

    /** The item that holds the clock; sets the cursor on it. The clock must be below {@link #next}. */
    Item find(long clock) {
        Item[] items = chunks[chunk];
        if (slot < sizes[chunk] && holds(items[slot], clock)) {
            return items[slot];
        }
        int c = chunkCount - 1;
        if (clock < firsts[c]) {
            c = Arrays.binarySearch(firsts, 0, chunkCount, clock);
            c = c >= 0 ? c : -c - 2;
        }
        items = chunks[c];
        int low = 0;
        int high = sizes[c] - 1;
        // An item takes one clock at the least: it can't stand further back than this.
        high = (int) Math.min(high, clock - firsts[c]);
        if (items[high].clock() <= clock) {
            low = high;
        }
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (items[middle].clock() <= clock) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        chunk = c;
        slot = low;
        return items[low];
    }

    private static boolean holds(Item item, long clock) {
        return item.clock() <= clock && clock < item.end();
    }

    /** Inserts behind the cursor's item, the first part of a split, and moves the cursor on. */
    void insertAfterCursor(Item item) {
        slot++;
        insertAtCursor(item);
    }

    private void insertAtCursor(Item item) {
        if (sizes[chunk] == CHUNK) {
            splitChunk();
        }
        Item[] items = chunks[chunk];
        int size = sizes[chunk];
        if (size == items.length) {
            items = Arrays.copyOf(items, Math.min(CHUNK, size * 2));
            chunks[chunk] = items;
        }
        System.arraycopy(items, slot, items, slot + 1, size - slot);
        items[slot] = item;
        sizes[chunk] = size + 1;
        if (slot == 0) {
            firsts[chunk] = item.clock();
        }
    }

    /** Cuts the cursor's full chunk: in the middle, or at the end if that is where it grows. */
    private void splitChunk() {
        boolean atEnd = chunk == chunkCount - 1 && slot == CHUNK;
        int keep = atEnd ? CHUNK : CHUNK / 2;
        if (chunkCount == chunks.length) {
            int capacity = chunkCount + Math.max(2, chunkCount >> 1);
            chunks = Arrays.copyOf(chunks, capacity);
            sizes = Arrays.copyOf(sizes, capacity);
            firsts = Arrays.copyOf(firsts, capacity);
        }
        int moved = chunkCount - chunk - 1;
        System.arraycopy(chunks, chunk + 1, chunks, chunk + 2, moved);
        System.arraycopy(sizes, chunk + 1, sizes, chunk + 2, moved);
        System.arraycopy(firsts, chunk + 1, firsts, chunk + 2, moved);
        Item[] old = chunks[chunk];
        Item[] added = new Item[CHUNK];
        System.arraycopy(old, keep, added, 0, CHUNK - keep);
        Arrays.fill(old, keep, CHUNK, null);
        chunks[chunk + 1] = added;
        sizes[chunk + 1] = CHUNK - keep;
        sizes[chunk] = keep;
        firsts[chunk + 1] = atEnd ? next : added[0].clock();
        chunkCount++;
        if (slot > keep || atEnd) {
            chunk++;
            slot -= keep;
        }
    }

    /** How many items there are from the cursor's on. */
    int countFromCursor() {
        int count = sizes[chunk] - slot;
        for (int c = chunk + 1; c < chunkCount; c++) {
            count += sizes[c];
        }
        return count;
    }

    Item atCursor() {
        return chunks[chunk][slot];
    }

    /** The item before the cursor's, or null. */
    @Nullable
    Item beforeCursor() {
        if (slot > 0) {
            return chunks[chunk][slot - 1];
        }
        return chunk > 0 ? chunks[chunk - 1][sizes[chunk - 1] - 1] : null;
    }

    /** Moves the cursor to the next item; false at the end. */
    boolean stepForward() {
        if (slot + 1 < sizes[chunk]) {
            slot++;
            return true;
        }
        if (chunk + 1 < chunkCount) {
            chunk++;
            slot = 0;
            return true;
        }
        return false;
    }

    /** Moves the cursor to the item before; only if there is one. */
    void stepBack() {
        if (slot > 0) {
            slot--;
        } else {
            chunk--;
            slot = sizes[chunk] - 1;
        }
    }

    /** Removes the cursor's item, which the one before has taken over, and moves the cursor to that one. */
    void removeAtCursor() {
        Item[] items = chunks[chunk];
        int size = --sizes[chunk];
        System.arraycopy(items, slot + 1, items, slot, size - slot);
        items[size] = null;
        if (slot > 0) {
            slot--;
            return;
        }
        if (size > 0) {
            firsts[chunk] = items[0].clock();
        } else if (chunkCount > 1) {
            dropChunk();
        }
        chunk--;
        slot = sizes[chunk] - 1;
    }

    private void dropChunk() {
        int moved = chunkCount - chunk - 1;
        System.arraycopy(chunks, chunk + 1, chunks, chunk, moved);
        System.arraycopy(sizes, chunk + 1, sizes, chunk, moved);
        System.arraycopy(firsts, chunk + 1, firsts, chunk, moved);
        chunkCount--;
        chunks[chunkCount] = new Item[0];
    }
}
