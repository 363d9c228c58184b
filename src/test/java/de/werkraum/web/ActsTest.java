package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.Limits;
import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ActsTest {
    private static final Limits.Requests LIMITS = Limits.standard().requests();
    private static final int RATE = LIMITS.actsPerSecond();
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BERT = new UUID(0, 2);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong nanos = new AtomicLong();
    private final Acts acts = new Acts(vertx, LIMITS, nanos::get);

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    @Tag("B-7")
    void whoAsksTooOftenWaitsThenIsRefusedAndNobodyElse() {
        for (int i = 0; i < RATE; i++) {
            assertTrue(acts.pass(ANNA).succeeded(), "request " + i);
        }
        for (int i = 0; i < RATE; i++) {
            assertFalse(acts.pass(ANNA).failed(), "request " + i + " waits");
        }
        Future<Void> refused = acts.pass(ANNA);
        assertFalse(refused.isComplete(), "a refusal is late, too");
        assertEquals(429, status(refused));
        assertTrue(acts.pass(BERT).succeeded());
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertTrue(acts.pass(ANNA).succeeded());
    }

    @Test
    @Tag("B-7")
    void aLongAnswerCountsAsSeveralRequests() {
        assertTrue(acts.pass(ANNA).succeeded());
        acts.answered(ANNA, 3 * RATE * LIMITS.bytesPerAct());
        assertEquals(429, status(acts.pass(ANNA)));
        assertTrue(acts.pass(BERT).succeeded());
    }

    private static int status(Future<Void> refused) {
        ExecutionException failure = assertThrows(
                ExecutionException.class,
                () -> refused.toCompletionStage().toCompletableFuture().get());
        return assertInstanceOf(Problem.class, failure.getCause()).status();
    }

    @Test
    void forgetsWhoOwesNothing() {
        assertTrue(acts.pass(ANNA).succeeded());
        acts.forget();
        assertEquals(1, acts.size());
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        acts.forget();
        assertEquals(0, acts.size());
    }
}
