package de.werkraum.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VolumeTest {
    private static final int MOST = 1_600;
    private static final long LATER = TimeUnit.SECONDS.toNanos(6);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger encodings = new AtomicInteger();
    private int length = 1_000;
    private final Volume volume = new Volume(
            MOST,
            1_000,
            () -> {
                encodings.incrementAndGet();
                return length;
            },
            nanos::get);

    @Test
    void isMeasuredOnlyWhereItSeemsFullAndNowAndThen() {
        assertTrue(volume.holds(600));
        assertEquals(0, encodings.get());
        volume.add(600);
        length = 1_500;
        assertTrue(volume.holds(100), "what was typed is shorter than its updates");
        assertEquals(1, encodings.get());
        volume.add(100);
        assertFalse(volume.holds(1), "measured a moment ago");
        assertEquals(1, encodings.get());
        nanos.addAndGet(LATER);
        length = 1_600;
        assertFalse(volume.holds(1));
        nanos.addAndGet(LATER);
        assertFalse(volume.holds(1));
        assertEquals(2, encodings.get(), "nothing has changed since");
    }

    @Test
    void deletionsHaveAReserve() {
        volume.is(MOST);
        assertFalse(volume.holds(1));
        assertTrue(volume.holdsDeletion(100));
        length = MOST + 100;
        volume.add(100);
        assertFalse(volume.holdsDeletion(1));
        length = 200;
        volume.add(1);
        nanos.addAndGet(LATER);
        assertTrue(volume.holdsDeletion(1));
        assertTrue(volume.holds(1_000), "what was deleted counts");
    }
}
