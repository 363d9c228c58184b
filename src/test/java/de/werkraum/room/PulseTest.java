package de.werkraum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PulseTest {
    @Test
    void aPartThatFailsEndsNoneOfTheOthers() {
        List<String> done = new ArrayList<>();
        Pulse pulse = new Pulse(
                new UUID(0, 1),
                List.of(
                        () -> done.add("polls"),
                        () -> {
                            done.add("minutes");
                            throw new IllegalStateException("a part that fails");
                        },
                        () -> done.add("heartbeats"),
                        () -> done.add("leaving")));
        pulse.beat();
        pulse.beat();
        List<String> once = List.of("polls", "minutes", "heartbeats", "leaving");
        List<String> twice = new ArrayList<>(once);
        twice.addAll(once);
        assertEquals(twice, done);
    }
}
