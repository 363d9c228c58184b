package de.werkraum.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000;

    private final TokenBucket allowance = new TokenBucket(10, 5, 7);

    @Test
    void refillsSteadilyUpToTheMost() {
        assertEquals(5, used(7));
        assertEquals(0, used(7));
        assertEquals(1, used(7 + SECOND / 10));
        assertEquals(5, used(7 + 100 * SECOND));
        assertFalse(allowance.full(7 + 100 * SECOND));
        assertTrue(allowance.full(7 + 101 * SECOND));
    }

    @Test
    void aDebtIsPaidOffFirst() {
        allowance.spend(25);
        assertFalse(allowance.open(7 + 2 * SECOND));
        assertTrue(allowance.open(8 + 2 * SECOND));
    }

    private int used(long now) {
        int used = 0;
        while (allowance.open(now)) {
            allowance.spend(1);
            used++;
        }
        return used;
    }
}
