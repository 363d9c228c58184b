package de.werkraum.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.YText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Copies say what their document says, the later ones without all of it being encoded again. */
class CopiesTest {
    private static String read(List<byte[]> copy) {
        return LoadedPlan.document(copy).getText("goal").toString();
    }

    @Test
    void laterCopiesAddWhatIsNewAndForgetNothing() {
        var doc = new Doc();
        YText goal = doc.getText("goal");
        goal.insert(0, "Ein Ziel, an dem viele schreiben. ".repeat(200));
        var copies = new Copies();
        List<byte[]> first = copies.of(doc);
        assertEquals(1, first.size());
        assertEquals(goal.toString(), read(first));
        var random = new Random(7);
        for (int i = 0; i < 50; i++) {
            goal.delete(random.nextInt(goal.length() - 20), 20);
            goal.insert(random.nextInt(goal.length()), "neu " + i);
            List<byte[]> later = copies.of(doc);
            assertEquals(2, later.size());
            assertSame(first.get(0), later.get(0));
            assertEquals(goal.toString(), read(later));
        }
    }

    @Test
    void whatHasGrownIsCopiedAnew() {
        var doc = new Doc();
        YText goal = doc.getText("goal");
        goal.insert(0, "kurz");
        var copies = new Copies();
        copies.of(doc);
        goal.insert(0, "Nun ist es lang. ".repeat(100));
        List<byte[]> later = copies.of(doc);
        assertEquals(1, later.size());
        assertEquals(goal.toString(), read(later));
    }
}
