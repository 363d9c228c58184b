package de.werkraum.journal;

import static de.werkraum.support.LiveStores.result;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.metrics.Metrics;
import de.werkraum.pace.Aside;
import de.werkraum.problem.Problem;
import de.werkraum.store.PlanStore;
import de.werkraum.support.Conditions;
import de.werkraum.support.LiveStores;
import de.werkraum.support.TestLimits;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A live plan with its journal over a real PostgreSQL. */
class LivePlanTest {
    private static final LiveStores LIVE = new LiveStores();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int LOGGED = 5;

    private final UUID room = LIVE.room();
    private final Journal journal = new Journal(
            LIVE.vertx(),
            LIVE.loop(),
            LIVE.stores().plans(),
            TestLimits.with(Map.of("snapshotUpdates", LOGGED, "documentBytes", 1_000)),
            new Metrics(),
            ok -> {});
    private final Member anna = member("Anna");
    private final Member bert = member("Bert");
    private final Doc annas = new Doc(1);
    private final LivePlan plan = load();

    private LivePlan load() {
        PlanStore.StoredPlan stored = result(LIVE.stores().plans().load(room));
        Aside aside = new Aside(LIVE.vertx(), 1);
        LoadedPlan loaded =
                result(LIVE.on(() -> LoadedPlan.of(stored, journal.limits().plans(), aside)));
        return LIVE.on(() -> new LivePlan(room, LIVE.loop(), journal, loaded, new LivePlan.Listener() {
            @Override
            public void committed(long seq) {}

            @Override
            public void back() {}
        }));
    }

    @AfterAll
    static void close() {
        LIVE.close();
    }

    @Test
    void anEditIsAppliedNumberedAndSavedSoon() {
        byte[] update = typed(annas, "Ziel");
        Decision.Taken taken = assertInstanceOf(Decision.Taken.class, take(update, anna, ""));
        assertEquals(1, taken.seq());
        assertArrayEquals(update, taken.update());
        assertTrue(taken.lacking().isEmpty());
        result(LIVE.on(plan::allSaved));
        assertEquals(1, plan.committed());
        assertTrue(plan.saved());
        assertEquals("Ziel", text(load()));
    }

    @Test
    @DisplayName("S-5: a write that is not allowed is not applied, and what adds nothing is no write")
    void whatMayNotBeWrittenChangesNothing() {
        byte[] update = typed(annas, "Ziel");
        assertEquals(new Decision.Refused("viewers only read"), take(update, anna, "viewers only read"));
        assertEquals("", text(plan));
        take(update, anna, "");
        assertEquals(new Decision.Nothing(), take(update, bert, "viewers only read"));
        assertEquals(1, plan.version());
    }

    @Test
    @DisplayName("S-3: a malformed update leaves the document as it was")
    void malformedUpdatesChangeNothing() {
        take(typed(annas, "Ziel"), anna, "");
        byte[] before = plan.doc().encodeStateAsUpdate();
        byte[] bad = typed(annas, "mehr");
        bad[bad.length - 1] = 9;
        LIVE.on(() -> assertThrows(MalformedUpdateException.class, () -> plan.take(bad, anna, true, "", any -> true)));
        assertArrayEquals(before, plan.doc().encodeStateAsUpdate());
        assertEquals(1, plan.version());
    }

    @Test
    @DisplayName("S-7: a client id belongs to the member who edits under it, while that member is connected")
    void nobodyWritesUnderAnothersClientId() {
        take(typed(annas, "Ziel"), anna, "");
        byte[] foreign = typed(annas, " mehr");
        assertEquals(new Decision.Refused("written under another member's client id"), take(foreign, bert, ""));
        assertInstanceOf(Decision.Taken.class, LIVE.on(() -> plan.take(foreign, bert, true, "", member -> false)));
        assertEquals(" mehrZiel", text(plan));
    }

    @Test
    @DisplayName("B-10: a long update is taken beside the loop, and whoever wants the plan meanwhile waits")
    void whatTakesLongIsDoneAside() {
        byte[] update = typed(annas, "x".repeat(500));
        assertFalse(plan.takesLong(update));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        var end = new CompletableFuture<String>();
        Future<String> read = LIVE.on(() -> {
            plan.aside(doc -> end.join());
            assertTrue(plan.lent());
            assertThrows(IllegalStateException.class, plan::doc);
            plan.takeAside(update, anna, true, "", connected -> true)
                    .onSuccess(decision -> order.add("taken " + ((Decision.Taken) decision).seq()));
            LIVE.loop().runOnContext(other -> order.add("another room"));
            return plan.read(doc -> doc.getText("goal").toString()).onSuccess(text -> order.add("read"));
        });
        Conditions.await("another room goes on", SOON, () -> order.contains("another room"));
        end.complete("");
        assertEquals("x".repeat(500), result(read));
        assertEquals(List.of("another room", "taken 1", "read"), order);
        Future<Decision> bad = LIVE.on(() -> plan.takeAside(new byte[] {9}, anna, true, "", connected -> true));
        assertThrows(CompletionException.class, () -> result(bad));
        assertEquals("x".repeat(500), text(plan));
    }

    @Test
    @DisplayName("S-8: an edit that rests on something missing says on what")
    void whatAnEditRestsOnIsNamed() {
        byte[] first = typed(annas, "a");
        byte[] second = annas.transact(() -> annas.getText("goal").insert(1, "b"));
        Decision.Taken taken = assertInstanceOf(Decision.Taken.class, take(second, anna, ""));
        assertFalse(taken.lacking().isEmpty());
        assertFalse(plan.doc().knows(taken.lacking()));
        take(first, anna, "");
        assertTrue(plan.doc().knows(taken.lacking()));
    }

    @Test
    @DisplayName("S-14: beyond its size a plan takes deletions only")
    void aFullPlanTakesDeletionsOnly() {
        take(typed(annas, "x".repeat(900)), anna, "");
        assertEquals(
                new Decision.Refused("the plan has reached its size limit"),
                take(typed(annas, "y".repeat(200)), anna, ""));
        Doc fresh = new Doc(2);
        fresh.applyUpdate(plan.doc().encodeStateAsUpdate());
        byte[] deletion = fresh.transact(() -> fresh.getText("goal").delete(0, 800));
        assertInstanceOf(Decision.Taken.class, take(deletion, anna, ""));
    }

    @Test
    void aSnapshotTakesThePlaceOfALongLog() {
        for (int i = 0; i < LOGGED; i++) {
            take(typed(annas, "Wort "), anna, "");
        }
        result(LIVE.on(plan::allSaved));
        Conditions.await("a snapshot", SOON, () -> LIVE.number(count("plan_snapshot")) > 0);
        assertEquals("Wort ".repeat(LOGGED), text(load()));
    }

    @Test
    void purgingLeavesOneSnapshotAndNoLog() {
        take(typed(annas, "geheim"), anna, "");
        result(LIVE.on(() -> plan.edit(doc -> doc.getText("goal").delete(0, 6))));
        result(LIVE.on(plan::purge));
        assertEquals(1, LIVE.number(count("plan_snapshot")));
        assertEquals(0, LIVE.number(count("plan_update")));
        assertEquals("", text(load()));
    }

    @Test
    @DisplayName("S-17: what PostgreSQL had committed and has lost is written again")
    void whatPostgresqlHasLostIsWrittenAgain() {
        take(typed(annas, "Ziel"), anna, "");
        result(LIVE.on(plan::allSaved));
        LIVE.execute("alter table plan_update rename to out_of_reach");
        take(typed(annas, "mehr "), anna, "");
        Conditions.await("commits fail", SOON, () -> !journal.storing());
        LIVE.execute("delete from out_of_reach where seq = 1 and room = '" + room + "'");
        LIVE.execute("alter table out_of_reach rename to plan_update");
        Conditions.await("a snapshot of all", SOON, () -> LIVE.number(count("plan_snapshot")) > 0);
        Conditions.await("nothing is missing", SOON, journal::storing);
        assertEquals("mehr Ziel", text(load()));
    }

    @Test
    @DisplayName("S-18: a plan that has left memory refuses edits")
    void whatHasLeftMemoryIsNotWritten() {
        LIVE.on(() -> {
            plan.leave();
            return null;
        });
        byte[] update = typed(annas, "Ziel");
        LIVE.on(() -> assertThrows(Problem.class, () -> plan.take(update, anna, true, "", any -> true)));
        assertTrue(LIVE.on(() -> plan.edit(doc -> doc.getText("goal").insert(0, "Ziel")))
                .toCompletionStage()
                .toCompletableFuture()
                .handle((done, refused) -> refused instanceof Problem)
                .join());
        assertEquals("", text(plan));
        assertEquals(0, plan.version());
    }

    private String count(String table) {
        return "select count(*) from " + table + " where room = '" + room + "'";
    }

    private Decision take(byte[] update, Member member, String refusal) {
        return LIVE.on(() -> plan.take(update, member, true, refusal, connected -> true));
    }

    private static byte[] typed(Doc doc, String text) {
        return doc.transact(() -> doc.getText("goal").insert(0, text));
    }

    private static String text(LivePlan plan) {
        return plan.doc().getText("goal").toString();
    }

    private Member member(String name) {
        return new Member(UUID.randomUUID(), room, name, null, Role.PARTICIPANT);
    }
}
