package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import de.werkraum.support.Conditions;
import de.werkraum.wire.Hocuspocus;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpokenTest {
    private final Spoken spoken = new Spoken();

    @Test
    void allOfAKeyHaveOne() {
        Hocuspocus one = spoken.of("room");
        spoken.tidy();
        assertSame(one, spoken.of(String.join("", "ro", "om")));
        assertNotSame(one, spoken.of("another"));
        assertEquals(one, new Hocuspocus("room"));
    }

    @Test
    void whatNobodyUsesIsForgotten() {
        WeakReference<Hocuspocus> left = new WeakReference<>(spoken.of("left"));
        Conditions.await("it is gone", Duration.ofSeconds(30), () -> {
            System.gc();
            spoken.tidy();
            return left.get() == null;
        });
    }
}
