package de.werkraum.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

/** What must hold in a document between any two transactions. */
final class Integrity {
    private Integrity() {}

    static void check(Doc doc) {
        Store store = doc.store();
        Set<Branch> branches = new HashSet<>();
        for (long client : store.clients()) {
            ClientLog log = store.log(client);
            if (log == null || log.isEmpty()) {
                continue;
            }
            long clock = 0;
            log.find(0);
            do {
                Item item = log.atCursor();
                assertEquals(clock, item.clock(), "logs have no gaps");
                assertTrue(item.length() > 0);
                clock = item.end();
                if (!item.isCollected()) {
                    branches.add(item.branch());
                    checkLinks(item);
                }
            } while (log.stepForward());
            assertEquals(log.next(), clock);
        }
        branches.forEach(Integrity::checkList);
    }

    private static void checkLinks(Item item) {
        if (item.left != null) {
            assertSame(item, item.left.right);
            assertSame(item.branch(), item.left.branch());
        } else if (item.key == null) {
            assertSame(item, item.branch().start);
        }
        if (item.right != null) {
            assertSame(item, item.right.left);
        } else if (item.key != null) {
            assertSame(item, item.branch().last(item.key));
        }
    }

    private static void checkList(Branch branch) {
        long length = 0;
        for (Item item = branch.start; item != null; item = item.right) {
            length += item.visible();
        }
        assertEquals(length, branch.length);
    }
}
