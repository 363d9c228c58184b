package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.access.Ids;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.Updates;
import de.werkraum.support.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plan log with its snapshots, whole and damaged. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class PlanStoreTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Database DATABASE = Database.open(VERTX, TestDatabase.url(), Path.of("target"), 12);

    private final Stores stores = Stores.of(DATABASE.pool());
    private final Doc doc = new Doc();
    private final UUID room = new Ids().next();
    private final List<byte[]> written = new ArrayList<>();

    PlanStoreTest() {
        StoredRoom fresh = StoredRoom.fresh(room, null, "Ein Raum", "de", Instant.now());
        result(stores.rooms().found(fresh, new byte[] {0, 0}, Map.of(), null, SessionStore.Purpose.NONE, null));
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
            assertEquals(3, plan.seq(), "no number is given twice, bit " + bit);
            assertEquals(2, plan.damage().orElseThrow().seq());
            assertEquals(1, plan.damage().orElseThrow().missing());
            assertTrue(plan.damage().orElseThrow().unreadable());
            assertEquals(2, plan.updates().size(), "the others are there");
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
        assertEquals(7, load().seq(), "both are gone, the log since the older is there");
        assertEquals(4, load().updates().size());
        assertEquals(3, load().damage().orElseThrow().missing());
    }

    @Test
    void aRowOfSeveralUpdatesCountsAsThese() {
        write(2);
        writeAsOne(2, 3);
        writeAsOne(5, 2);
        PlanStore.StoredPlan plan = load();
        assertEquals(7, plan.seq());
        assertEquals(7, plan.logged());
        assertEquals(Optional.empty(), plan.damage());
        Doc read = new Doc();
        plan.updates().forEach(read::applyUpdate);
        assertEquals(doc.getText("t").toString(), read.getText("t").toString());
        flip("plan_update", 5, 77);
        assertEquals(3, load().damage().orElseThrow().missing());
        assertEquals(5, load().damage().orElseThrow().seq());
        execute("delete from plan_update where seq = 5 and room = '" + room + "'");
        assertEquals(3, load().damage().orElseThrow().missing());
        assertEquals(3, load().damage().orElseThrow().seq());
        assertEquals(7, load().seq());
    }

    @Test
    void aGapHidesNothingAndIsClosedByWhoeverHasIt() {
        write(7);
        execute("delete from plan_update where seq in (3, 4, 6) and room = '" + room + "'");
        PlanStore.StoredPlan plan = load();
        assertEquals(7, plan.seq());
        assertEquals(3, plan.damage().orElseThrow().missing());
        assertFalse(plan.damage().orElseThrow().unreadable());
        Doc read = new Doc();
        plan.updates().forEach(read::applyUpdate);
        assertEquals("Wort Wort ", read.getText("t").toString());
        read.applyUpdate(written.get(2));
        read.applyUpdate(written.get(3));
        read.applyUpdate(written.get(5));
        assertEquals(doc.getText("t").toString(), read.getText("t").toString());
        result(stores.plans().snapshot(room, 7, read.encodeStateAsUpdate()));
        assertEquals(Optional.empty(), load().damage());
    }

    @Test
    void tellsOfWhichRoomsPostgresqlLacksWhatWasCommitted() {
        write(5);
        assertEquals(List.of(), lacking(Map.of(room, 5L)));
        execute("delete from plan_update where seq > 3 and room = '" + room + "'");
        assertEquals(List.of(room), lacking(Map.of(room, 5L, UUID.randomUUID(), 9L)));
        snapshot(5);
        assertEquals(List.of(), lacking(Map.of(room, 5L)), "a snapshot of all makes up for it");
    }

    @Test
    void aCommitThatHangsIsCancelledBeforeItFails() {
        write(1);
        SqlConnection locker = result(DATABASE.pool().getConnection());
        result(locker.query("begin").execute());
        result(locker.query("lock table plan_update in exclusive mode").execute());
        List<PlanStore.Entry> entries = List.of(new PlanStore.Entry(room, 2, written.get(0)));
        for (int i = 0; i < 2; i++) {
            assertTrue(stores.plans()
                    .append(entries, 1, i > 0)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .handle((done, failure) -> failure != null)
                    .join());
            assertEquals(0L, waiting(locker), "none waits in PostgreSQL");
        }
        result(locker.query("rollback").execute());
        result(locker.close());
        result(stores.plans().append(entries, 5, true));
        result(stores.plans().append(entries, 5, true));
        assertEquals(List.of(1L, 2L), rows("plan_update"));
    }

    @Test
    @Tag("S-18")
    void aNumberThatIsTakenCostsNoUpdate() {
        write(2);
        byte[] other = written.get(0);
        List<PlanStore.Entry> entries =
                List.of(new PlanStore.Entry(room, 2, other), new PlanStore.Entry(room, 3, written.get(1)));
        for (int i = 0; i < 3; i++) {
            result(stores.plans().append(entries, 5, i > 0));
            assertEquals(List.of(1L, 2L, 3L), rows("plan_update"), "both are there already, the first under number 1");
        }
        byte[] third = {0, 0};
        result(stores.plans().append(List.of(new PlanStore.Entry(room, 2, third))));
        result(stores.plans().append(List.of(new PlanStore.Entry(room, 2, third)), 5, true));
        assertEquals(List.of(1L, 2L, 3L, 4L), rows("plan_update"));
        assertArrayEquals(third, load().updates().get(3));
    }

    private List<UUID> lacking(Map<UUID, Long> committed) {
        return result(stores.plans().holding(committed)).lacking();
    }

    private static long waiting(SqlConnection connection) {
        return result(connection
                        .query(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                        .execute())
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void rowsWithoutChecksumsAreReadUnlessTheyDoNotDecode() {
        write(3);
        execute("update plan_update set crc = null where room = '" + room + "'");
        assertWhole(load(), 3);
        execute("update plan_update set data = substring(data for 5) where seq = 2 and room = '" + room + "'");
        assertEquals(2, load().damage().orElseThrow().seq());
        assertEquals(2, load().updates().size());
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

    /** Adds words whose updates are one row. */
    private void writeAsOne(long after, int count) {
        List<byte[]> updates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            updates.add(
                    doc.transact(() -> doc.getText("t").insert(doc.getText("t").length(), "Wort ")));
        }
        byte[] all = Updates.merge(updates);
        result(stores.plans().append(List.of(new PlanStore.Entry(room, after + count, all, count))));
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
