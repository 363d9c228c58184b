package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.access.Ids;
import de.werkraum.crdt.Doc;
import de.werkraum.support.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plan log with its snapshots, whole and damaged. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class PlanStoreTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Database DATABASE = Database.open(VERTX, TestDatabase.url(), Path.of("target"));

    private final Stores stores = Stores.of(DATABASE.pool());
    private final Doc doc = new Doc();
    private final UUID room = new Ids().next();
    private final List<byte[]> written = new ArrayList<>();

    PlanStoreTest() {
        StoredRoom fresh = StoredRoom.fresh(room, null, "Ein Raum", "de", Instant.now());
        result(stores.rooms().found(fresh, new byte[] {0, 0}, Map.of(), null));
        execute("delete from plan_update where room = '" + room + "'");
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
        result(VERTX.close());
    }

    @Test
    void keepsTwoSnapshotsAndTheLogSinceTheOlder() {
        write(3);
        snapshot(3);
        assertEquals(List.of(1L, 2L, 3L), rows("plan_update"), "with one snapshot all of the log stays");
        write(2);
        snapshot(5);
        assertEquals(List.of(4L, 5L), rows("plan_update"));
        assertEquals(List.of(3L, 5L), rows("plan_snapshot"));
        write(2);
        snapshot(7);
        assertEquals(List.of(5L, 7L), rows("plan_snapshot"));
        write(1);
        PlanStore.StoredPlan plan = load();
        assertEquals(8, plan.seq());
        assertEquals(1, plan.logged());
        assertEquals(Optional.empty(), plan.damage());
        assertWhole(plan, 8);
    }

    @Test
    void anOlderSnapshotNeverReplacesANewerOne() {
        write(4);
        snapshot(4);
        snapshot(2);
        assertEquals(List.of(4L), rows("plan_snapshot"));
        assertEquals(List.of(1L, 2L, 3L, 4L), rows("plan_update"));
    }

    @Test
    void eachFlippedBitOfAnUpdateIsFound() {
        write(3);
        int bits = written.get(1).length * 8;
        for (int bit = 0; bit < bits; bit++) {
            flip("plan_update", 2, bit);
            PlanStore.StoredPlan plan = load();
            assertEquals(1, plan.seq(), "bit " + bit);
            assertEquals(2, plan.damage().orElseThrow().seq());
            assertWhole(plan, 1);
            flip("plan_update", 2, bit);
        }
        assertEquals(Optional.empty(), load().damage());
    }

    @Test
    void aDamagedSnapshotLosesNothing() {
        write(3);
        snapshot(3);
        write(2);
        snapshot(5);
        write(2);
        flip("plan_snapshot", 5, 77);
        PlanStore.StoredPlan plan = load();
        assertEquals("plan_snapshot", plan.damage().orElseThrow().table());
        assertEquals(5, plan.damage().orElseThrow().seq());
        assertWhole(plan, 7);
        flip("plan_snapshot", 3, 77);
        assertEquals(0, load().seq(), "both are gone");
        assertTrue(load().updates().isEmpty());
    }

    @Test
    void rowsWithoutChecksumsAreReadUnlessTheyDoNotDecode() {
        write(3);
        execute("update plan_update set crc = null where room = '" + room + "'");
        assertWhole(load(), 3);
        execute("update plan_update set data = substring(data for 5) where seq = 2 and room = '" + room + "'");
        assertEquals(2, load().damage().orElseThrow().seq());
    }

    /** Appends updates that each add a word. */
    private void write(int count) {
        List<PlanStore.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] update =
                    doc.transact(() -> doc.getText("t").insert(doc.getText("t").length(), "Wort "));
            written.add(update);
            entries.add(new PlanStore.Entry(room, written.size(), update));
        }
        result(stores.plans().append(entries));
    }

    private void snapshot(int seq) {
        result(stores.plans().snapshot(room, seq, of(seq).encodeStateAsUpdate()));
    }

    private Doc of(int seq) {
        Doc at = new Doc();
        written.subList(0, seq).forEach(at::applyUpdate);
        return at;
    }

    private void assertWhole(PlanStore.StoredPlan plan, int seq) {
        assertEquals(seq, plan.seq());
        Doc read = new Doc();
        plan.updates().forEach(read::applyUpdate);
        assertArrayEquals(of(seq).encodeStateAsUpdate(), read.encodeStateAsUpdate());
    }

    private PlanStore.StoredPlan load() {
        return result(stores.plans().load(room));
    }

    private List<Long> rows(String table) {
        return Rows.list(
                result(DATABASE.pool()
                        .query("select seq from " + table + " where room = '" + room + "' order by seq")
                        .execute()),
                row -> row.getLong(0));
    }

    private void flip(String table, int seq, int bit) {
        execute("update %s set data = set_bit(data, %d, 1 - get_bit(data, %d)) where room = '%s' and seq = %d"
                .formatted(table, bit, bit, room, seq));
    }

    private static void execute(String sql) {
        result(DATABASE.pool().query(sql).execute());
    }

    private static <T> T result(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
