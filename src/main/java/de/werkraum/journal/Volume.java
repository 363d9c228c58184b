package de.werkraum.journal;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * How long a plan's document is when encoded: exactly after it was encoded, from then on at the most, since an update adds no more than its own
 * length. Where it seems full it is encoded again, now and then, so that what was deleted counts. On the room's event loop only.
 */
final class Volume {
    /** Encoding 64 MiB takes some tenths of a second of the room's loop. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** Part of the limit that deletions may take beyond it: else nobody could make room. */
    private static final int RESERVE_PART = 16;

    private final long most;
    private final IntSupplier encoded;
    private final LongSupplier nanos;
    private long bytes;
    private long measured;
    private long measuredAt;

    /**
     * @param most longest document, in bytes
     * @param bytes how long it is at the most
     * @param encoded how long it is, at the cost of encoding it
     * @param nanos a clock such as {@link System#nanoTime}
     */
    Volume(long most, long bytes, IntSupplier encoded, LongSupplier nanos) {
        this.most = most;
        this.bytes = bytes;
        this.encoded = encoded;
        this.nanos = nanos;
        measuredAt = nanos.getAsLong() - LOOK_NANOS;
    }

    /** Whether there is room for an update of that many bytes. */
    boolean holds(int more) {
        look(more);
        return bytes + more <= most;
    }

    /** Whether there is room for an update that only deletes, or one that must be. */
    boolean holdsDeletion(int more) {
        look(more);
        return bytes + more <= most + most / RESERVE_PART;
    }

    private void look(int more) {
        long now = nanos.getAsLong();
        if (bytes + more > most && bytes != measured && now - measuredAt >= LOOK_NANOS) {
            measuredAt = now;
            is(encoded.getAsInt());
        }
    }

    long bytes() {
        return bytes;
    }

    void add(int more) {
        bytes += more;
    }

    /** It has been encoded. */
    void is(long now) {
        bytes = now;
        measured = now;
    }
}
