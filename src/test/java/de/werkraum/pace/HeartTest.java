package de.werkraum.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Conditions;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    /** More than have their beat in one turn. */
    private static final int MANY = 150;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final Heart heart = new Heart(loop);
    private final List<AtomicInteger> beats = new ArrayList<>();
    private final List<Runnable> parts = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void allHaveTheirBeatUntilTheyGo() {
        for (int i = 0; i < MANY; i++) {
            AtomicInteger count = new AtomicInteger();
            beats.add(count);
            parts.add(count::incrementAndGet);
        }
        // One that goes while the beat is under way has none any more.
        parts.add(() -> heart.remove(parts.get(MANY - 1)));
        loop.runOnContext(there -> {
            heart.add(parts.get(MANY));
            parts.subList(0, MANY).forEach(heart::add);
        });
        Conditions.await("all have beaten", SOON, () -> beats.get(MANY - 2).get() > 0);
        assertEquals(0, beats.get(MANY - 1).get());
        loop.runOnContext(there -> parts.forEach(heart::remove));
        loop.runOnContext(there -> heart.add(parts.get(1)));
        int last = beats.get(0).get();
        int one = beats.get(1).get();
        Conditions.await("it beats on", SOON, () -> beats.get(1).get() >= one + 2);
        assertTrue(beats.get(0).get() <= last + 1, "the others have gone");
    }

    @Test
    void oneThatFailsKeepsNoOtherFromItsBeat() {
        AtomicInteger other = new AtomicInteger();
        loop.runOnContext(there -> {
            heart.add(() -> {
                throw new IllegalStateException("on purpose");
            });
            heart.add(other::incrementAndGet);
        });
        Conditions.await("the other beats on", SOON, () -> other.get() >= 2);
    }
}
