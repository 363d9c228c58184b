package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final AtomicLong millis = new AtomicLong(5_000);
    private final Throttle throttle = new Throttle(2, millis::get);

    @Test
    void soManyASecondAndThenAnew() {
        assertTrue(throttle.allows());
        assertTrue(throttle.allows());
        assertFalse(throttle.allows());
        millis.set(6_000);
        assertTrue(throttle.allows());
    }
}
