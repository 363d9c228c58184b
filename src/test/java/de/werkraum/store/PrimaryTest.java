package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.werkraum.support.Door;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which of several addresses is taken. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PrimaryTest {
    private static final Vertx VERTX = Vertx.vertx();
    /** Longer than one is waited for before the next is asked. */
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final PgConnectOptions there =
            DatabaseUrl.parse(TestDatabase.url()).connectOptions().get(0);

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aServerThatIsSlowIsWaitedForWhereNoOtherAnswers() {
        try (Door door = slowly(there.getPort())) {
            PgConnectOptions slow = new PgConnectOptions(there).setPort(door.port());
            assertEquals(door.port(), found(slow, gone()));
            assertEquals(door.port(), found(gone(), slow));
        }
    }

    @Test
    void oneThatAnswersIsTakenBeforeASlowOne() {
        try (Door door = slowly(there.getPort())) {
            PgConnectOptions slow = new PgConnectOptions(there).setPort(door.port());
            assertEquals(there.getPort(), found(slow, there));
            assertEquals(there.getPort(), found(gone(), there));
        }
    }

    @Test
    void whereNoneAnswersItIsSaid() {
        assertThrows(CompletionException.class, () -> found(gone(), gone()));
    }

    private PgConnectOptions gone() {
        return new PgConnectOptions(there).setPort(ServerProcess.freePort());
    }

    private static int found(PgConnectOptions... addresses) {
        return ((PgConnectOptions) new Primary(VERTX, List.of(addresses))
                        .get()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .getPort();
    }

    /** Leads to a port, late. */
    private static Door slowly(int port) {
        return Door.open("slow", guest -> {
            LockSupport.parkNanos(SLOW.toNanos());
            Socket host = new Socket(InetAddress.getLoopbackAddress(), port);
            pump(guest, host);
            pump(host, guest);
        });
    }

    private static void pump(Socket from, Socket to) {
        Thread thread = new Thread(
                () -> {
                    try (from;
                            to) {
                        from.getInputStream().transferTo(to.getOutputStream());
                    } catch (IOException e) {
                        // one side hung up
                    }
                },
                "pump");
        thread.setDaemon(true);
        thread.start();
    }
}
