package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.store.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B-11")
class OnlookersTest {
    private final Onlookers onlookers = new Onlookers(2);
    private final List<String> ended = new ArrayList<>();

    private Runnable come(int event, int person, String name) {
        StoredEvent its = StoredEvent.fresh(new UUID(1, event), "Kongress", null, null);
        return onlookers.come(new EventGate.Onlooker(its, new UUID(2, person)), () -> ended.add(name));
    }

    @Test
    void theOldestMakesWay() {
        come(1, 1, "first");
        come(1, 1, "second");
        assertEquals(List.of(), ended);
        come(1, 1, "third");
        come(1, 1, "fourth");
        assertEquals(List.of("first", "second"), ended);
    }

    @Test
    void otherEventsAndOthersAreNotCountedWithIt() {
        for (int other = 1; other <= 2; other++) {
            come(other, 1, "one");
            come(other, 1, "two");
            come(1, 1 + other, "three");
        }
        assertEquals(List.of(), ended);
    }

    @Test
    void whoeverClosesOneMayOpenAnother() {
        come(1, 1, "first");
        Runnable closed = come(1, 1, "second");
        closed.run();
        closed.run();
        come(1, 1, "third");
        assertEquals(List.of(), ended);
        come(1, 1, "fourth");
        assertEquals(List.of("first"), ended);
    }
}
