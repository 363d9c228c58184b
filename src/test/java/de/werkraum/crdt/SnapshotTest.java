package de.werkraum.crdt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Old versions of a document that keeps what was deleted. */
class SnapshotTest {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Moment(byte[] snapshot, RealYjs.Content content) {}

    @Test
    void rendersAnyMomentOfADocumentThatDoesNotCollect() {
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            RandomEdits edits = new RandomEdits(random, true);
            Doc doc = new Doc(DocOptions.defaults().withCollect(false));
            List<Moment> moments = new ArrayList<>();
            for (int step = 0; step < 100; step++) {
                doc.transact(() -> edits.edit(doc));
                if (step % 10 == 0) {
                    moments.add(new Moment(doc.snapshot().encode(), RealYjs.Content.of(doc)));
                }
            }
            byte[] state = doc.encodeStateAsUpdate();
            int number = seed;
            for (Moment moment : moments) {
                RealYjs.Content content = moment.content();
                Doc then = doc.at(Snapshot.decode(moment.snapshot()));
                RealYjs.Content shown = RealYjs.Content.of(then);
                assertEquals(content.text(), shown.text(), () -> "seed " + number);
                assertEquals(SortedJson.of(content.map()), SortedJson.of(shown.map()));
                assertEquals(SortedJson.of(content.array()), SortedJson.of(shown.array()));
                assertEquals(content.xml(), shown.xml());
                assertArrayEquals(moment.snapshot(), then.snapshot().encode());
            }
            assertArrayEquals(state, doc.encodeStateAsUpdate(), "looking back changes nothing");
        }
    }

    @Test
    void aCollectingDocumentShowsWhatIsLeft() {
        Doc doc = new Doc(1);
        YText text = doc.getText("t");
        text.insert(0, "kept gone");
        Snapshot moment = doc.snapshot();
        text.delete(4, 5);
        text.insert(4, " new");
        assertEquals("kept", doc.at(moment).getText("t").toString());
        assertEquals("kept new", doc.getText("t").toString());
    }

    @Test
    void aSnapshotOfTheFutureIsRefused() {
        Doc doc = new Doc(1);
        doc.getText("t").insert(0, "x");
        assertThrows(IllegalArgumentException.class, () -> new Doc(2).at(doc.snapshot()));
        assertThrows(MalformedUpdateException.class, () -> Snapshot.decode(new byte[] {1, 2}));
    }
}
