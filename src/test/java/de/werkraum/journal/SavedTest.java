package de.werkraum.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.wire.Outgoing;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SavedTest {
    private final Saved saved = new Saved();

    @Test
    @Tag("S-8")
    void updatesAreDecidedInTheirOrder() {
        saved.update(5, 4);
        saved.update(0, 4);
        assertEquals(0, saved.updates(), "what adds nothing still waits for what came before it");
        saved.advance(5);
        assertEquals(2, saved.updates());
    }

    @Test
    @Tag("S-8")
    void refusedOnesCountAsDecidedWhenTheirTurnComes() {
        saved.update(5, 4);
        saved.refuse(4);
        assertEquals(1, saved.refused());
        assertEquals(0, saved.updates());
        saved.advance(9);
        assertEquals(2, saved.updates());
    }

    @Test
    @Tag("S-8")
    void syncedFollowsTheCommitOfStepTwo() {
        assertFalse(saved.synced());
        saved.step2(7, 6);
        assertFalse(saved.synced());
        saved.advance(7);
        assertTrue(saved.synced());
        saved.step2(0, 7);
        assertTrue(saved.synced(), "a step 2 that brings nothing is in at once");
    }

    @Test
    @Tag("S-8")
    void whatRestsOnSomethingMissingWaitsForItAndWithItAllThatFollows() {
        saved.update(3, 3);
        saved.hold(Map.of(7L, 12L));
        saved.update(5, 3);
        saved.refuse(3);
        saved.hold(Map.of(7L, 10L, 8L, 1L));
        assertEquals(Map.of(7L, 12L, 8L, 1L), saved.lacking());
        saved.advance(6);
        assertEquals(1, saved.updates());
        assertFalse(saved.settled());
        saved.arrived(9, 6);
        saved.update(10, 6);
        saved.advance(8);
        assertEquals(1, saved.updates());
        saved.advance(9);
        assertEquals(5, saved.updates());
        saved.advance(10);
        assertEquals(6, saved.updates());
        assertTrue(saved.settled());
    }

    @Test
    void newsIsToldOnce() {
        saved.update(0, 0);
        assertEquals(new Outgoing.Saved(1, 0, false, 1), saved.take());
        assertNull(saved.take());
        saved.advance(3);
        assertNull(saved.take());
    }
}
