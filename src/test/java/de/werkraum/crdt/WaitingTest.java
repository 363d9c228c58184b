package de.werkraum.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What waits for a missing part: found when it comes, let go of in time, in nobody else's way. */
class WaitingTest {
    private static final long DAY = 86_400;

    @Test
    void whatArrivesInAnyOrderIsThereInTheEnd() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            List<byte[]> updates = edits(random);
            Collections.shuffle(updates, random);
            Doc doc = new Doc(1);
            updates.forEach(doc::applyUpdate);
            Integrity.check(doc);
            assertFalse(doc.hasPending());
            Doc ordered = new Doc(2);
            ordered.applyUpdate(Updates.merge(updates));
            assertEquals(ordered.getText("t").toString(), doc.getText("t").toString());
        }
    }

    /** Edits of three who rarely hear of one another. */
    private static List<byte[]> edits(Random random) {
        List<Doc> docs = List.of(new Doc(5), new Doc(6), new Doc(7));
        List<byte[]> updates = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Doc doc = docs.get(random.nextInt(3));
            YText text = doc.getText("t");
            updates.add(doc.transact(() -> {
                if (text.length() > 3 && random.nextInt(4) == 0) {
                    text.delete(random.nextInt(text.length() - 2), 2);
                } else {
                    text.insert(random.nextInt(text.length() + 1), "ab");
                }
            }));
            if (random.nextInt(4) == 0) {
                docs.get(random.nextInt(3)).applyUpdate(doc.encodeStateAsUpdate());
            }
        }
        return updates;
    }

    @Test
    void whoTypesDoesNotPayForWhatWaits() {
        Doc author = new Doc(9);
        byte[] missing = author.transact(() -> author.getText("t").insert(0, "x"));
        Doc doc = new Doc(DocOptions.defaults().withPendingLimit(1L << 30));
        for (int i = 0; i < 20_000; i++) {
            int at = i % 2;
            doc.applyUpdate(author.transact(() -> author.getText("t").insert(at, "y")));
        }
        Doc typist = new Doc(8);
        long before = doc.steps();
        for (int i = 0; i < 1_000; i++) {
            doc.applyUpdate(typist.transact(() -> typist.getText("u").insert(0, "z")));
        }
        assertEquals(before, doc.steps());
        assertTrue(doc.hasPending());
        doc.applyUpdate(missing);
        assertFalse(doc.hasPending());
        assertEquals(author.getText("t").toString(), doc.getText("t").toString());
    }

    @Test
    void whatHasWaitedForLongGoes() {
        Doc author = new Doc(9);
        author.transact(() -> author.getText("t").insert(0, "x"));
        Doc doc = new Doc(1);
        doc.applyUpdate(author.transact(() -> author.getText("t").insert(1, "y")));
        doc.applyUpdate(author.transact(() -> author.getText("t").delete(0, 1)));
        assertFalse(doc.forgetWaiting(100, DAY), "waiting begins to count now");
        assertFalse(doc.forgetWaiting(100 + DAY, DAY));
        assertTrue(doc.hasPending());
        assertTrue(doc.forgetWaiting(101 + DAY, DAY));
        assertFalse(doc.hasPending());
        assertEquals(2, doc.encodeStateAsUpdate().length);
        doc.applyUpdate(author.encodeStateAsUpdate());
        assertEquals("y", doc.getText("t").toString());
    }

    @Test
    void whatWasStoredWaitsHoweverMuchItIs() {
        Doc author = new Doc(9);
        author.transact(() -> author.getText("t").insert(0, "x"));
        byte[] update = author.transact(() -> author.getText("t").insert(1, "y"));
        Doc doc = new Doc(DocOptions.defaults().withPendingLimit(0));
        assertThrows(MalformedUpdateException.class, () -> doc.applyUpdate(update));
        doc.restore(update);
        assertTrue(doc.hasPending());
    }

    @Test
    void aRefusedWriteIsOnlyReadOver() {
        Shapes.all().forEach((name, shape) -> {
            Shapes.Load load = shape.apply(500);
            Doc doc = new Doc(DocOptions.defaults().withPendingLimit(1L << 30));
            load.before().forEach(doc::applyUpdate);
            assertTrue(doc.inspect(load.update()).any(), name);
            doc.applyUpdate(load.update());
            if (!doc.hasPending()) {
                assertFalse(doc.inspect(load.update()).any(), name);
                assertFalse(doc.inspect(doc.encodeStateAsUpdate()).any(), name);
            }
        });
    }
}
