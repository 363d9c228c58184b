package de.werkraum.journal;

import de.werkraum.crdt.Doc;
import java.util.List;

/**
 * Copies of one document as updates. The first is whole, later ones are that one and what is new since: when a workshop ends, several people take its plan
 * along within a minute, and encoding all of a long one takes milliseconds in which everybody waits. For one thread at a time.
 */
final class Copies {
    /**
     * Up to that length, in bytes, a document is copied on the loop: two hundred thousand items take some 10 ms, less than the threads beside it may be busy
     * for with readings of other copies. Longer ones are not kept either.
     */
    static final int LONGEST = 2 * 1024 * 1024;
    /** What is new may be that part of the whole; a new whole one is shorter to read. */
    private static final int PART = 4;

    private static final byte[] NONE = {};

    private byte[] whole = NONE;
    private byte[] vector = NONE;

    /** Updates that together say what the document says. */
    List<byte[]> of(Doc doc) {
        if (whole.length > 0) {
            byte[] since = doc.encodeStateAsUpdate(vector);
            if (since.length <= whole.length / PART) {
                return List.of(whole, since);
            }
        }
        byte[] all = doc.encodeStateAsUpdate();
        whole = all.length <= LONGEST ? all : NONE;
        vector = doc.encodeStateVector();
        return List.of(all);
    }
}
