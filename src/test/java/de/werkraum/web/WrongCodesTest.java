package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WrongCodesTest {
    private final AtomicLong nanos = new AtomicLong(5_000);
    private final WrongCodes codes = new WrongCodes(2, nanos::get);

    @Test
    void soManyAtOnceAndThenAsTimePasses() {
        assertTrue(codes.mayAnswer());
        assertTrue(codes.mayAnswer());
        assertFalse(codes.mayAnswer());
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertTrue(codes.mayAnswer());
        assertFalse(codes.mayAnswer());
    }
}
