package de.werkraum.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final int LASTS = 100;

    private long now;
    private int made;
    private final Recent<String, Integer> recent = new Recent<>(() -> now, LASTS, 2);

    private int ask(String key) {
        return recent.of(key, () -> Future.succeededFuture(++made)).result();
    }

    @Test
    void tellsTheSameForAWhile() {
        assertEquals(1, ask("a"));
        now = LASTS - 1;
        assertEquals(1, ask("a"));
        now = LASTS;
        assertEquals(2, ask("a"));
    }

    @Test
    void makesOnceForAllWhoWait() {
        Promise<Integer> slow = Promise.promise();
        Future<Integer> first = recent.of("a", slow::future);
        assertSame(first, recent.of("a", () -> Future.succeededFuture(7)));
    }

    @Test
    void makesAnewWhatFailed() {
        assertTrue(recent.of("a", () -> Future.failedFuture("no")).failed());
        assertEquals(1, ask("a"));
    }

    @Test
    void makesAnewWhatIsForgotten() {
        ask("a");
        recent.forget("a");
        assertEquals(2, ask("a"));
    }

    @Test
    void keepsNoMoreThanItMay() {
        ask("a");
        ask("b");
        ask("c");
        assertEquals(2, ask("b"));
        assertEquals(4, ask("a"));
    }
}
