package de.werkraum.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.YXmlFragment;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinutesTest {
    private static final Minutes.Line LINE =
            new Minutes.Line("poll/1", "10:33 Uhr", "Beschluss:", "Machen wir das? – Ja.");

    private static String text(Doc doc) {
        return PlanReader.read(doc).minutes().markdown().strip();
    }

    @Test
    void aLineIsWrittenOnceHoweverOftenItComes() {
        Doc doc = new Doc();
        Minutes.add(doc, List.of(LINE, LINE));
        Minutes.add(doc, List.of(LINE));
        assertEquals("10:33 Uhr **Beschluss:** Machen wir das? – Ja.", text(doc));
        assertTrue(Minutes.has(doc, "poll/1"));
    }

    @Test
    void anotherServerWithTheSameDocumentWritesNothingMore() {
        Doc first = new Doc();
        Minutes.add(first, List.of(LINE));
        Doc second = new Doc();
        second.applyUpdate(first.encodeStateAsUpdate());
        Minutes.add(second, List.of(LINE));
        assertEquals(text(first), text(second));
    }

    @Test
    void whatSomebodyTookOutStaysOut() {
        Doc doc = new Doc();
        Minutes.add(doc, List.of(LINE));
        YXmlFragment minutes = doc.getXmlFragment("minutes");
        doc.transact(() -> minutes.delete(0, minutes.length()));
        Minutes.add(doc, List.of(LINE));
        assertEquals("", text(doc));
    }

    @Test
    void whatPeopleWroteStaysAsItIs() {
        Doc doc = new Doc();
        doc.transact(() -> PlanReader.read(doc));
        Minutes.add(doc, List.of(new Minutes.Line("a", "10:00", "", "Phase: Sammeln")));
        byte[] before = doc.encodeStateAsUpdate();
        Minutes.add(doc, List.of(LINE));
        Doc again = new Doc();
        again.applyUpdate(before);
        again.applyUpdate(doc.encodeStateAsUpdate());
        assertEquals(text(doc), text(again));
        assertTrue(text(doc).startsWith("10:00 Phase: Sammeln"));
        assertFalse(Minutes.has(doc, "b"));
    }
}
