package de.werkraum.journal;

import de.werkraum.crdt.Doc;
import de.werkraum.wire.Outgoing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole plan for those who join with nothing, encoded once for many: what was added since goes after it as an update. With the document, so
 * wherever that is.
 */
public final class Welcome {
    private static final byte[] NOTHING = {0};
    /** Encoded anew when what was added since is more than this part of it. */
    private static final int PART = 8;

    private long version = -1;
    private long askedFor = -1;
    private byte[] known = NOTHING;
    private Outgoing step1 = new Outgoing.Step1(NOTHING);
    private @Nullable Outgoing step2;
    private boolean asked;

    /** Whether a sync step 1 tells of an empty document. */
    public static boolean isFor(byte[] stateVector) {
        return stateVector.length == 1 && stateVector[0] == 0;
    }

    /** The server's own sync step 1. */
    public Outgoing step1(Doc doc, long now) {
        if (askedFor != now) {
            askedFor = now;
            step1 = new Outgoing.Step1(doc.encodeStateVector());
        }
        return step1;
    }

    /** Whether the answer to a step 1 of an empty document is there and need not be made. */
    public boolean has(long now) {
        return step2 != null && version == now;
    }

    /**
     * The answer to a step 1 of an empty document.
     *
     * @param now the plan's version; the same for the same document
     */
    public List<Outgoing> step2(Doc doc, long now) {
        asked = true;
        Outgoing whole = step2;
        if (whole != null && version == now) {
            return List.of(whole);
        }
        if (whole != null) {
            byte[] since = doc.encodeStateAsUpdate(known);
            if (since.length < whole.length() / PART) {
                return List.of(whole, new Outgoing.Update(since));
            }
        }
        known = doc.encodeStateVector();
        version = now;
        whole = Outgoing.forMany(new Outgoing.Step2(doc.encodeStateAsUpdate()));
        step2 = whole;
        return List.of(whole);
    }

    /** To be called now and then: lets go of an encoding that nobody has asked for since the last call. */
    public void rest() {
        if (!asked) {
            step2 = null;
        }
        asked = false;
    }
}
