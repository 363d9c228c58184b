package de.werkraum.journal;

import de.werkraum.crdt.Updates;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How much a plan's document is, encoded and in memory: exactly after it was encoded, from then on at the most, since an update adds no more than
 * itself. Where it seems full it is encoded again, now and then, so that what was deleted counts. With the document, so wherever that is.
 */
final class Volume {
    /** Encoding 64 MiB takes some tenths of a second. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** Part of the limit that deletions may take beyond it: else nobody could make room. */
    private static final int RESERVE_PART = 16;

    private final Size most;
    private final Heap all;
    private final Supplier<byte[]> encoded;
    private final LongSupplier nanos;
    private Size now;
    private Size measured = new Size(-1, -1);
    private long measuredAt;

    /**
     * A document or an update.
     *
     * @param bytes encoded
     * @param heap in memory, about
     */
    record Size(long bytes, long heap) {
        static Size of(byte[] update) {
            return new Size(update.length, Updates.heap(update));
        }

        private Size plus(Size more) {
            return new Size(bytes + more.bytes, heap + more.heap);
        }

        private boolean within(Size most) {
            return bytes <= most.bytes && heap <= most.heap;
        }
    }

    /**
     * @param most largest document
     * @param now how large it is at the most
     * @param all what all plans take
     * @param encoded the document, at the cost of encoding it
     * @param nanos a clock such as {@link System#nanoTime}
     */
    Volume(Size most, Size now, Heap all, Supplier<byte[]> encoded, LongSupplier nanos) {
        this.most = most;
        this.now = now;
        this.all = all;
        this.encoded = encoded;
        this.nanos = nanos;
        measuredAt = nanos.getAsLong() - LOOK_NANOS;
        all.add(now.heap());
    }

    /** Whether there is room for an update. */
    boolean holds(Size more) {
        boolean free = all.holds(more.heap());
        look(more, most, !free);
        return now.plus(more).within(most) && (free || all.holds(more.heap()));
    }

    /** Whether there is room for an update that only deletes, or one that must be. */
    boolean holdsDeletion(Size more) {
        Size reserve = new Size(most.bytes() + most.bytes() / RESERVE_PART, most.heap() + most.heap() / RESERVE_PART);
        look(more, reserve, false);
        return now.plus(more).within(reserve);
    }

    private void look(Size more, Size limit, boolean crowded) {
        long time = nanos.getAsLong();
        boolean full = crowded || !now.plus(more).within(limit);
        if (full && !now.equals(measured) && time - measuredAt >= LOOK_NANOS) {
            measuredAt = time;
            is(Size.of(encoded.get()));
        }
    }

    long bytes() {
        return now.bytes();
    }

    void add(Size more) {
        all.add(more.heap());
        now = now.plus(more);
    }

    /** It has been encoded. */
    void is(Size size) {
        all.add(size.heap() - now.heap());
        now = size;
        measured = size;
    }

    /** It has left memory. */
    void end() {
        all.add(-now.heap());
        now = new Size(now.bytes(), 0);
    }
}
