package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long those wait who send again and again what can't be taken. */
class RefusalsTest {
    private final AtomicLong now = new AtomicLong();
    private final Refusals refusals = new Refusals(now::get, 32);
    private final UUID member = UUID.randomUUID();

    @Test
    @Tag("C-12")
    void eachFurtherTryWaitsTwiceAsLongUntilItIsForgotten() {
        long[] pauses = {0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 32_000};
        for (long pause : pauses) {
            refusals.refused(member);
            assertEquals(pause, refusals.pauseMillis(member));
        }
        assertEquals(0, refusals.pauseMillis(UUID.randomUUID()), "others don't wait");
        now.addAndGet(TimeUnit.MINUTES.toNanos(11));
        assertEquals(0, refusals.pauseMillis(member));
        refusals.refused(member);
        assertEquals(0, refusals.pauseMillis(member));
    }
}
