package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.Limits;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Limits.Connections LIMITS = Limits.standard().connections();
    private static final long QUEUE = LIMITS.writeQueueBytes();
    private static final long STALL = TimeUnit.SECONDS.toNanos(LIMITS.stallSeconds());

    private final Patience patience = new Patience(LIMITS, 0);

    @Test
    void whatIsSaidMayNotGrowBeyondTheLimit() {
        patience.sent(2 * QUEUE, 100);
        assertFalse(patience.isOver(QUEUE, 1));
        assertTrue(patience.isOver(QUEUE + 101, 1));
    }

    @Test
    void aWholeDocumentMayWaitBesideIt() {
        patience.sent(QUEUE * 3, QUEUE * 3);
        assertFalse(patience.isOver(QUEUE * 3, 1));
        patience.sent(QUEUE, 0);
        assertFalse(patience.isOver(QUEUE * 4, 1));
        assertTrue(patience.isOver(QUEUE * 4 + 1, 1));
        assertFalse(patience.isOver(0, 2));
        assertTrue(patience.isOver(QUEUE + 1, 3), "all of it was taken: the limit is the usual one again");
    }

    @Test
    @Tag("B-4")
    void somethingMustBeTakenAllTheTime() {
        patience.sent(1_000_000, 0);
        assertFalse(patience.isOver(900_000, STALL));
        assertFalse(patience.isOver(800_000, 2 * STALL), "slow, but it reads");
        assertFalse(patience.isOver(800_000, 3 * STALL));
        assertTrue(patience.isOver(800_000, 3 * STALL + 1));
    }

    @Test
    void whoKeepsUpMayBeSilentForever() {
        patience.sent(1_000, 0);
        assertFalse(patience.isOver(0, 100 * STALL));
        patience.sent(1_000, 0);
        assertFalse(patience.isOver(500, 101 * STALL));
        assertTrue(patience.isOver(500, 102 * STALL + 1));
    }
}
