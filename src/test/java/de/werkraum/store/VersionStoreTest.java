package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.access.Ids;
import de.werkraum.store.StoredVersion.Reason;
import de.werkraum.support.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // open() sets the statics
class VersionStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final int EACH = 3;
    private static final int BYTES = 10_000;
    private static final Ids IDS = new Ids();
    private static final Vertx VERTX = Vertx.vertx();

    private static Database database;
    private static Stores stores;

    @BeforeAll
    static void open() {
        database = Database.open(VERTX, TestDatabase.url(), Path.of("target", "versions"), 12);
        stores = Stores.of(database.pool());
    }

    @AfterAll
    static void close() {
        database.close();
        VERTX.close();
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static UUID room() throws Exception {
        StoredRoom room = StoredRoom.fresh(IDS.next(), null, "Raum", "de", NOW);
        result(stores.rooms().found(room, new byte[] {0, 0}, Map.of(), null, SessionStore.Purpose.NONE, null));
        return room.id();
    }

    private static StoredVersion version(UUID room, int seq, Reason reason, String goal) {
        return new StoredVersion(
                IDS.next(), room, seq, NOW.plusSeconds(seq), null, reason, null, 0, "{\"goal\":\"" + goal + "\"}");
    }

    private static List<String> reasons(UUID room) throws Exception {
        return result(stores.versions().list(room)).stream()
                .map(VersionStore.Listed::reason)
                .toList();
    }

    @Test
    void theOldestOfEachReasonGo() throws Exception {
        UUID room = room();
        for (int seq = 1; seq <= 5; seq++) {
            result(stores.versions().keep(version(room, seq, Reason.PHASE, "p" + seq), EACH, BYTES));
        }
        for (int seq = 6; seq <= 10; seq++) {
            result(stores.versions().keep(version(room, seq, Reason.PUT, "u" + seq), EACH, BYTES));
        }
        assertEquals(List.of("put", "put", "put", "phase", "phase", "phase"), reasons(room));
    }

    @Test
    void theOldestGoWhereAllAreTooLargeButNeverTheNewest() throws Exception {
        UUID room = room();
        String large = "x".repeat(BYTES / 2);
        for (int seq = 1; seq <= 3; seq++) {
            result(stores.versions().keep(version(room, seq, Reason.PHASE, large + seq), EACH, BYTES));
        }
        assertEquals(List.of("phase"), reasons(room));
        result(stores.versions().keep(version(room, 4, Reason.POLL, large.repeat(5)), EACH, BYTES));
        assertEquals(List.of("poll"), reasons(room));
    }

    @Test
    void theSameStateIsKeptOnceAndAnotherUnderTheSameNumberIsNotTheSame() throws Exception {
        UUID room = room();
        result(stores.versions().keep(version(room, 7, Reason.PHASE, "a"), EACH, BYTES));
        result(stores.versions().keep(version(room, 7, Reason.LEFT, "a"), EACH, BYTES));
        assertEquals(List.of("phase"), reasons(room));
        // After a crash the numbers of lost edits are given again.
        result(stores.versions().keep(version(room, 7, Reason.LEFT, "b"), EACH, BYTES));
        assertEquals(2, reasons(room).size());
    }

    @Test
    void namedOnesStayAndAreFew() throws Exception {
        UUID room = room();
        AuditEntry note = AuditEntry.of(IDS.next(), room, NOW, null, "versionMade");
        assertTrue(result(stores.versions().keepNamed(version(room, 1, Reason.NAMED, "a"), 1, note)));
        assertFalse(result(stores.versions().keepNamed(version(room, 2, Reason.NAMED, "b"), 1, note)));
        for (int seq = 3; seq <= 8; seq++) {
            result(stores.versions().keep(version(room, seq, Reason.PHASE, "p" + seq), EACH, BYTES));
        }
        assertTrue(reasons(room).contains("named"));
    }
}
