package de.werkraum.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.Limits;
import de.werkraum.support.Conditions;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With a clock that stands still until it is moved. */
class FairQueueTest {
    private static final Limits.Pace LIMITS = Limits.standard().pace();
    private static final int PACE = LIMITS.messagesPerSecond();
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BERT = new UUID(0, 2);

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean held = new AtomicBoolean();
    private final FairQueue queue = new FairQueue(vertx, loop, LIMITS, nanos::get, new AtomicLong(), held::get);
    private final List<String> passed = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    @Tag("B-1")
    void aFloodWaitsForItsPaceAndNobodyWaitsForTheFlood() {
        on(() -> send(ANNA, "anna", 3 * PACE, 1));
        assertEquals(PACE, passed.size(), "a burst is let through at once");
        on(() -> send(BERT, "bert", 1, 1));
        assertEquals("bert", passed.get(PACE));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        awaitPassed(2 * PACE + 1);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        awaitPassed(3 * PACE + 1);
    }

    @Test
    void whileAllAreHeldNobodyPasses() {
        held.set(true);
        assertTrue(on(() -> send(ANNA, "anna", 2, 1) && send(BERT, "bert", 1, 1)));
        assertEquals(0, passed.size());
        held.set(false);
        on(() -> {
            queue.goOn();
            return true;
        });
        awaitPassed(3);
    }

    @Test
    void twoFloodsTakeTurns() {
        on(() -> send(ANNA, "anna", 2 * PACE, 1) && send(BERT, "bert", 2 * PACE, 1));
        assertEquals(2 * PACE, passed.size());
        passed.clear();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        awaitPassed(2 * PACE);
        for (int i = 0; i < 2 * PACE; i += 2) {
            assertTrue(!passed.get(i).equals(passed.get(i + 1)), "turn " + i);
        }
    }

    @Test
    void theEndOfAConnectionComesAfterItsMessages() {
        on(() -> send(ANNA, "anna", PACE + 1, 1) && send(ANNA, "end", 1, 0));
        assertEquals(PACE, passed.size());
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        awaitPassed(PACE + 2);
        assertEquals("end", passed.get(PACE + 1));
    }

    @Test
    void largeMessagesArePaidOffAndTooManyWaitingAreTooMany() {
        int large = LIMITS.inboundBurstBytes();
        assertTrue(on(() -> send(ANNA, "anna", 2, large)), "one is taken, one waits");
        assertEquals(1, passed.size());
        assertTrue(!on(() -> send(ANNA, "anna", 1, large)), "two can't wait, with what waiting costs");
        on(() -> {
            queue.drop(queue.of(ANNA));
            return true;
        });
        assertEquals(0, queue.of(ANNA).waitingBytes());
        on(() -> send(BERT, "bert", 1, 1));
        assertEquals(List.of("anna", "bert"), passed);
    }

    private boolean send(UUID member, String name, int count, int bytes) {
        boolean held = true;
        for (int i = 0; i < count; i++) {
            held &= queue.take(queue.of(member), new Flow.Turn(bytes, () -> passed.add(name)));
        }
        return held;
    }

    private boolean on(Supplier<Boolean> action) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        loop.runOnContext(now -> done.complete(action.get()));
        return done.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void awaitPassed(int count) {
        Conditions.await(count + " passed", Duration.ofSeconds(20), () -> passed.size() >= count);
        assertEquals(count, passed.size());
    }
}
