package de.werkraum.bench.fanout;

import java.nio.charset.StandardCharsets;

/** What one socket was told beside updates: how many of its own are saved, answers to ballots, an announcement. On its swarm's thread. */
final class Heard {
    private static final byte[] SAVED = type("saved");
    private static final byte[] OK = type("ok");
    private static final byte[] ERROR = type("error");
    private static final byte[] ROOM = type("room");
    private static final byte[] ANNOUNCEMENT = "\"announcement\":{".getBytes(StandardCharsets.UTF_8);
    private static final byte[] UPDATES = "\"updates\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] REFUSED = "\"refused\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] RECEIPT = "\"receipt\":\"".getBytes(StandardCharsets.UTF_8);
    private static final int UUID_CHARS = 36;

    private final Latencies answers;
    private long saved;
    private long refused;
    private long accepted;
    private long denied;
    private long asking;
    private String receipt = "";
    private String denial = "";
    private long announced;

    /** @param answers where it notes how long ballots took from sending to ok */
    Heard(Latencies answers) {
        this.answers = answers;
    }

    private static byte[] type(String name) {
        return ("{\"type\":\"" + name + "\"").getBytes(StandardCharsets.UTF_8);
    }

    /** A ballot is sent now. */
    void asks(long micros) {
        asking = micros;
    }

    /** Looks at bytes, not at JSON: the load is to take little of the machine that it shares with the server. */
    void event(byte[] bytes, int start, int end, long nowMicros) {
        int from = start;
        while (bytes[from++] < 0) {
            // the length of the text, which is the rest of the message
        }
        if (begins(bytes, from, SAVED)) {
            saved = number(bytes, find(bytes, from, end, UPDATES));
            refused = number(bytes, find(bytes, from, end, REFUSED));
        } else if (begins(bytes, from, OK)) {
            accepted++;
            answers.record(nowMicros - asking);
            int at = find(bytes, from, end, RECEIPT);
            receipt = at < 0 ? "" : new String(bytes, at, UUID_CHARS, StandardCharsets.US_ASCII);
        } else if (begins(bytes, from, ERROR)) {
            denied++;
            denial = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        } else if (begins(bytes, from, ROOM) && announced == 0 && find(bytes, from, end, ANNOUNCEMENT) > 0) {
            announced = nowMicros;
        }
    }

    private static boolean begins(byte[] bytes, int from, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (from + i >= bytes.length || bytes[from + i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where what follows these bytes begins; -1 if they are not there. */
    private static int find(byte[] bytes, int from, int end, byte[] what) {
        for (int at = from; at <= end - what.length; at++) {
            if (begins(bytes, at, what)) {
                return at + what.length;
            }
        }
        return -1;
    }

    private static long number(byte[] bytes, int from) {
        long value = 0;
        for (int at = from; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            value = value * 10 + bytes[at] - '0';
        }
        return value;
    }

    /** Its own updates that are reported as saved. */
    long saved() {
        return saved - refused;
    }

    /** Ballots that were answered with ok. */
    long accepted() {
        return accepted;
    }

    /** Ballots that were answered with an error. */
    long denied() {
        return denied;
    }

    /** The last such error. */
    String denial() {
        return denial;
    }

    /** Of the ballot answered last; empty where it has none. */
    String receipt() {
        return receipt;
    }

    /** When an announcement was heard first, in microseconds after the beginning of the swarm; 0 before. */
    long announced() {
        return announced;
    }
}
