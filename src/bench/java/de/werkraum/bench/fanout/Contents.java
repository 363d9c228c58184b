package de.werkraum.bench.fanout;

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

    private final byte[] bytes;
    private int at;

    Contents(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** Where the update goes on. */
    int after(int kind) {
        switch (kind) {
            case GARBAGE, DELETED, SKIP -> var();
            case TEXT, EMBED -> text();
            case FORMAT -> {
                text();
                text();
            }
            case TYPE -> {
                long type = var();
                if (type == ELEMENT || type == HOOK) {
                    text();
                }
            }
            case ANY -> {
                for (long values = var(); values > 0; values--) {
                    value();
                }
            }
            default -> throw new IllegalStateException("content " + kind + " in an update");
        }
        return at;
    }

    /** A value as lib0 writes it. */
    private void value() {
        int kind = bytes[at++] & 0xFF;
        switch (kind) {
            case 120, 121, 126, 127 -> {} // true, false, null, undefined
            case 122, 123 -> at += 8;
            case 124 -> at += 4;
            case 125 -> var();
            case 116, 119 -> text();
            case 117 -> {
                for (long values = var(); values > 0; values--) {
                    value();
                }
            }
            case 118 -> {
                for (long keys = var(); keys > 0; keys--) {
                    text();
                    value();
                }
            }
            default -> throw new IllegalStateException("value " + kind + " in an update");
        }
    }

    private void text() {
        int length = (int) var();
        at += length;
    }

    /** Signed ones have their sign in the first byte, which makes no difference to their length. */
    private long var() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
