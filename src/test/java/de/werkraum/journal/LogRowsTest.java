package de.werkraum.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.crdt.Doc;
import de.werkraum.store.PlanStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogRowsTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final Doc doc = new Doc();
    private final Doc other = new Doc();

    @Test
    void whatRoomsWroteByTurnsIsOneRowEach() {
        List<PlanStore.Entry> entries = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            entries.add(new PlanStore.Entry(ONE, i, typed(doc, "a")));
            entries.add(new PlanStore.Entry(OTHER, 40 + i, typed(other, "b")));
        }
        List<PlanStore.Entry> rows = LogRows.of(entries);
        assertEquals(
                List.of(ONE, OTHER), rows.stream().map(PlanStore.Entry::room).toList());
        assertEquals(List.of(5L, 45L), rows.stream().map(PlanStore.Entry::seq).toList());
        assertEquals(List.of(5, 5), rows.stream().map(PlanStore.Entry::updates).toList());
        assertEquals("aaaaa", read(rows, ONE));
        assertEquals("bbbbb", read(rows, OTHER));
    }

    @Test
    void whatIsLongStaysByItself() {
        List<PlanStore.Entry> entries = List.of(
                new PlanStore.Entry(ONE, 1, typed(doc, "a")),
                new PlanStore.Entry(ONE, 2, typed(doc, "x".repeat(20_000))),
                new PlanStore.Entry(ONE, 3, typed(doc, "b")),
                new PlanStore.Entry(ONE, 4, typed(doc, "c")));
        List<PlanStore.Entry> rows = LogRows.of(entries);
        assertEquals(
                List.of(1L, 2L, 4L), rows.stream().map(PlanStore.Entry::seq).toList());
        assertEquals(
                List.of(1, 1, 2), rows.stream().map(PlanStore.Entry::updates).toList());
        assertEquals(doc.getText("t").toString(), read(rows, ONE));
    }

    @Test
    void whatDoesNotFollowOneAnotherIsNotOneRow() {
        List<PlanStore.Entry> entries =
                List.of(new PlanStore.Entry(ONE, 1, typed(doc, "a")), new PlanStore.Entry(ONE, 3, typed(doc, "b")));
        assertEquals(entries, LogRows.of(entries));
    }

    @Test
    void whatCannotBeMergedIsWrittenAsItCame() {
        List<PlanStore.Entry> entries = List.of(
                new PlanStore.Entry(ONE, 1, new byte[] {1}),
                new PlanStore.Entry(ONE, 2, typed(doc, "b")),
                new PlanStore.Entry(OTHER, 1, typed(other, "c")));
        assertEquals(entries, LogRows.of(entries));
    }

    private static byte[] typed(Doc into, String text) {
        return into.transact(() -> into.getText("t").insert(into.getText("t").length(), text));
    }

    private static String read(List<PlanStore.Entry> rows, UUID room) {
        Doc read = new Doc();
        rows.stream().filter(row -> row.room().equals(room)).forEach(row -> read.applyUpdate(row.update()));
        return read.getText("t").toString();
    }
}
