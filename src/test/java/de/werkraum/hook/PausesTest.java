package de.werkraum.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a receiver that is away is tried for, as shipped. */
class PausesTest {
    private final Pauses pauses = new Pauses(Limits.standard().hooks());

    @Test
    @Tag("HK-5")
    void growFourfoldToTwoHours() {
        List<Long> seconds = IntStream.rangeClosed(1, 8)
                .mapToObj(tries -> pauses.after(tries).toSeconds())
                .toList();
        assertEquals(List.of(5L, 20L, 80L, 320L, 1_280L, 5_120L, 7_200L, 7_200L), seconds);
        assertEquals(Duration.ofHours(2), pauses.after(Integer.MAX_VALUE));
    }

    @Test
    @Tag("HK-5")
    void endAfterADay() {
        Instant first = Instant.parse("2026-11-30T08:00:00Z");
        assertFalse(pauses.over(null, first));
        assertFalse(pauses.over(first, first.plus(Duration.ofDays(1)).minusSeconds(1)));
        assertTrue(pauses.over(first, first.plus(Duration.ofDays(1))));
    }
}
