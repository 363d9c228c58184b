package de.werkraum.bench.fanout;

/**
 * A Yjs client that types: every update appends eight characters to its own run in the root text {@code goal}; they are the moment at which
 * the update was meant to be sent, in microseconds, six bits a character.
 */
final class Typist {
    /** Characters of an update. */
    static final int CHARS = 8;

    private static final int STRING = 4;
    private static final int BEHIND_ORIGIN = 0x80;
    private static final int FIRST_CHAR = '0';

    private final long client;
    private long clock;

    Typist(long client) {
        this.client = client;
    }

    long client() {
        return client;
    }

    /** Typed so far. */
    long updates() {
        return clock / CHARS;
    }

    /** Appends the next update, as a sync message of kind update. */
    void type(Bytes out, Bytes scratch, long micros) {
        Bytes update = scratch.clear();
        update.put(1).put(1).putVar(client).putVar(clock);
        if (clock == 0) {
            update.put(STRING).put(1).putString("goal");
        } else {
            update.put(STRING | BEHIND_ORIGIN).putVar(client).putVar(clock - 1);
        }
        update.putVar(CHARS);
        for (int shift = 6 * (CHARS - 1); shift >= 0; shift -= 6) {
            update.put(FIRST_CHAR + (int) (micros >> shift & 0x3f));
        }
        update.put(0);
        clock += CHARS;
        out.put(0).put(2).putVar(update.size()).putAll(update.array(), update.size());
    }

    /** The moment that eight characters tell. */
    static long micros(byte[] bytes, int from) {
        long micros = 0;
        for (int i = 0; i < CHARS; i++) {
            micros = micros << 6 | bytes[from + i] - FIRST_CHAR;
        }
        return micros;
    }
}
