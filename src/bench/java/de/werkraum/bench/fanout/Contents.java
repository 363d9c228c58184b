package de.werkraum.bench.fanout;

import de.werkraum.crdt.Decoder;
import java.util.Arrays;

/** What else than text typed here an update may hold: what servers write into a plan by themselves, as the minutes of a poll. It is passed over. */
final class Contents {
    private static final int GARBAGE = 0;
    private static final int DELETED = 1;
    private static final int TEXT = 4;
    private static final int EMBED = 5;
    private static final int FORMAT = 6;
    private static final int TYPE = 7;
    private static final int ANY = 8;
    private static final int SKIP = 10;
    /** Kinds of types that have a name beside them: XML elements and hooks. */
    private static final int ELEMENT = 3;

    private static final int HOOK = 5;

    private Contents() {}

    /** Where an update goes on after a content of that kind, which begins there. */
    static int after(int kind, byte[] bytes, int at) {
        Decoder rest = new Decoder(Arrays.copyOfRange(bytes, at, bytes.length));
        switch (kind) {
            case GARBAGE, DELETED, SKIP -> rest.readVarUint();
            case TEXT, EMBED -> rest.readVarBytes();
            case FORMAT -> {
                rest.readVarBytes();
                rest.readVarBytes();
            }
            case TYPE -> {
                long type = rest.readVarUint();
                if (type == ELEMENT || type == HOOK) {
                    rest.readVarBytes();
                }
            }
            case ANY -> {
                for (long values = rest.readVarUint(); values > 0; values--) {
                    rest.readAny();
                }
            }
            default -> throw new IllegalStateException("content " + kind + " in an update");
        }
        return bytes.length - rest.remaining();
    }
}
