package de.werkraum.crdt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real sessions, update by update; the sizes are those that Yjs 13.6.33 encodes the final documents in. */
class TraceTest {
    @ParameterizedTest
    @CsvSource({"automerge-paper, 245317", "friendsforever, 42670"})
    void replaysToTheRecordedTextInTheSizeOfYjs(String name, int yjsSize) throws Exception {
        Trace trace = Trace.read(name);
        Doc doc = new Doc(1);
        trace.updates().forEach(doc::applyUpdate);

        assertEquals(trace.text(), doc.getText("t").toString());
        byte[] encoded = doc.encodeStateAsUpdate();
        assertTrue(encoded.length <= yjsSize * 1.02, () -> encoded.length + " bytes, Yjs " + yjsSize);

        Doc loaded = new Doc(2);
        loaded.applyUpdate(encoded);
        assertEquals(trace.text(), loaded.getText("t").toString());
        assertArrayEquals(encoded, loaded.encodeStateAsUpdate());
    }

    @ParameterizedTest
    @CsvSource({"automerge-paper, 245317", "friendsforever, 42670"})
    void mergesAllUpdatesWithoutADocument(String name, int yjsSize) throws Exception {
        Trace trace = Trace.read(name);
        byte[] merged = Updates.merge(trace.updates());
        assertTrue(merged.length <= yjsSize * 1.05, () -> merged.length + " bytes, Yjs " + yjsSize);

        Doc doc = new Doc(1);
        doc.applyUpdate(merged);
        assertFalse(doc.hasPending());
        assertEquals(trace.text(), doc.getText("t").toString());
        assertArrayEquals(doc.encodeStateVector(), Updates.stateVector(merged));
    }

    @Test
    void orderOfArrivalDoesNotMatter() throws Exception {
        Trace trace = Trace.read("friendsforever");
        List<byte[]> shuffled = new ArrayList<>(trace.updates());
        Collections.shuffle(shuffled, new Random(7));
        Doc doc = new Doc(DocOptions.defaults().withPendingLimit(1L << 30));
        shuffled.forEach(doc::applyUpdate);

        assertFalse(doc.hasPending());
        assertEquals(trace.text(), doc.getText("t").toString());
    }
}
