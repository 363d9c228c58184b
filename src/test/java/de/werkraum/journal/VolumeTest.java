package de.werkraum.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Encoder;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VolumeTest {
    private static final int MOST = 1_600;
    private static final long LATER = TimeUnit.SECONDS.toNanos(6);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger encodings = new AtomicInteger();
    private int length = 1_000;
    private final Heap all = new Heap(10_000);
    private final Volume volume = new Volume(
            new Volume.Size(MOST, 8_000),
            new Volume.Size(1_000, 0),
            all,
            () -> {
                encodings.incrementAndGet();
                return collected(length);
            },
            nanos::get);

    /** An update of that length that takes no heap: runs of which nothing is left. */
    private static byte[] collected(int length) {
        Encoder out = new Encoder();
        int runs = (length - 6) / 2;
        out.writeVarUint(1).writeVarUint(runs).writeVarUint(7).writeVarUint(0);
        for (int i = 0; i < runs; i++) {
            out.writeByte(0).writeVarUint(1);
        }
        byte[] update = out.writeVarUint(0).toByteArray();
        return update.length == length ? update : Arrays.copyOf(update, length);
    }

    private static Volume.Size size(int bytes) {
        return new Volume.Size(bytes, 0);
    }

    @Test
    void isMeasuredOnlyWhereItSeemsFullAndNowAndThen() {
        assertTrue(volume.holds(size(600)));
        assertEquals(0, encodings.get());
        volume.add(size(600));
        length = 1_500;
        assertTrue(volume.holds(size(100)), "what was typed is shorter than its updates");
        assertEquals(1, encodings.get());
        volume.add(size(100));
        assertFalse(volume.holds(size(1)), "measured a moment ago");
        assertEquals(1, encodings.get());
        nanos.addAndGet(LATER);
        length = 1_600;
        assertFalse(volume.holds(size(1)));
        nanos.addAndGet(LATER);
        assertFalse(volume.holds(size(1)));
        assertEquals(2, encodings.get(), "nothing has changed since");
    }

    @Test
    void deletionsHaveAReserve() {
        volume.is(size(MOST));
        assertFalse(volume.holds(size(1)));
        assertTrue(volume.holdsDeletion(size(100)));
        length = MOST + 100;
        volume.add(size(100));
        assertFalse(volume.holdsDeletion(size(1)));
        length = 200;
        volume.add(size(1));
        nanos.addAndGet(LATER);
        assertTrue(volume.holdsDeletion(size(1)));
        assertTrue(volume.holds(size(1_000)), "what was deleted counts");
    }

    @Test
    @Tag("S-14")
    void memoryIsBoundedToo() {
        volume.add(new Volume.Size(10, 7_000));
        assertEquals(7_000, all.bytes());
        length = 1_000;
        assertTrue(volume.holds(new Volume.Size(10, 2_000)), "it takes less than was thought");
        assertEquals(250, all.bytes(), "a client's log");
        volume.add(new Volume.Size(10, 7_000));
        assertFalse(volume.holds(new Volume.Size(10, 2_000)), "measured a moment ago");
        all.add(2_500);
        assertFalse(volume.holds(new Volume.Size(10, 600)), "others take the rest");
        assertTrue(all.isHalfFull());
        volume.end();
        assertEquals(2_500, all.bytes());
    }
}
