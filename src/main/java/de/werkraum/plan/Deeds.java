package de.werkraum.plan;

import de.werkraum.crdt.Doc;
import java.util.Optional;

/**
 * Acts of the server on a document, each kept in the document beside what it did, in the same update: whoever tries again, after a lost answer or
 * a crash before anything else could note it, finds it.
 */
public final class Deeds {
    private static final String ACTS = "acts";

    private Deeds() {}

    /** What an act was told to have done; empty where it was not done yet. On the document's thread. */
    public static Optional<String> told(Doc doc, String act) {
        return doc.getMap(ACTS).get(act) instanceof String told ? Optional.of(told) : Optional.empty();
    }

    /** Keeps what an act has done; within the transaction that does it. */
    public static void keep(Doc doc, String act, String told) {
        doc.getMap(ACTS).set(act, told);
    }
}
