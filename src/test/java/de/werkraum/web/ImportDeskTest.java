package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.werkraum.Limits;
import de.werkraum.problem.Problem;
import de.werkraum.support.TestLimits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where files are read: a second each here, one at a time, and one that waits. */
@Tag("I-11")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ImportDeskTest {
    private static final Limits.Imports LIMITS = TestLimits.with(
                    Map.of("importSeconds", 1, "importsAtOnce", 1, "importsWaiting", 1))
            .imports();

    private final Vertx vertx = Vertx.vertx();
    private final ImportDesk desk = new ImportDesk(vertx, LIMITS);

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static <T> T await(Future<T> answer) {
        return answer.toCompletionStage().toCompletableFuture().join();
    }

    private static Problem refused(Future<?> answer) {
        Throwable cause =
                assertThrows(CompletionException.class, () -> await(answer)).getCause();
        return (Problem) Objects.requireNonNull(cause);
    }

    @Test
    void whatTakesTooLongIsInterruptedAndTheNextIsRead() throws InterruptedException {
        var stopped = new CountDownLatch(1);
        Future<String> endless = desk.read(() -> {
            try {
                new CountDownLatch(1).await();
                return "never";
            } finally {
                stopped.countDown();
            }
        });
        Problem late = refused(endless);
        assertEquals("importTooLarge", late.code());
        stopped.await();
        assertEquals("read", await(desk.read(() -> "read")));
    }

    @Test
    void whoComesWhileAllPlacesAreTakenIsToldToComeAgain() {
        var open = new CountDownLatch(1);
        Future<String> first = desk.read(() -> {
            open.await();
            return "first";
        });
        Future<String> second = desk.read(() -> "second");
        assertEquals("unavailable", refused(desk.read(() -> "third")).code());
        open.countDown();
        assertEquals("first", await(first));
        assertEquals("second", await(second));
    }
}
