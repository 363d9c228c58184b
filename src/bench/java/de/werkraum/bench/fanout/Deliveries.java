package de.werkraum.bench.fanout;

/**
 * What has arrived at all sockets. One delivery is one typed update at one reader, however the server has packed it: several messages in a
 * write, or several updates merged into one. An author's own come back from some servers; they don't count.
 */
final class Deliveries {
    private static final int PARENT_BITS = 0xC0;
    private static final int PARENT_KEY = 0x20;
    private static final int GARBAGE = 0;
    private static final int TEXT = 4;
    private static final int SKIP = 10;

    private final Latencies latencies = new Latencies();
    private final Latencies answers = new Latencies();
    private long count;
    private long others;
    private boolean ignoring;
    private int every = 1;
    private int untilSample = 1;
    private byte[] bytes = new byte[0];
    private int at;

    /** Samples the latency of one delivery in so many. */
    void sampleEvery(int one) {
        every = Math.max(1, one);
        untilSample = every;
    }

    long count() {
        return count;
    }

    /** From now on nothing is counted: for documents that were not typed by this load. */
    void ignore() {
        ignoring = true;
    }

    /** Messages that were no updates. */
    long others() {
        return others;
    }

    void other() {
        others++;
    }

    Latencies latencies() {
        return latencies;
    }

    /** From sending a ballot to its ok. */
    Latencies answers() {
        return answers;
    }

    /** Counts the updates in a Yjs update (version 1) of typed text. */
    void update(byte[] buffer, int from, long reader, long nowMicros) {
        if (ignoring) {
            return;
        }
        bytes = buffer;
        at = from;
        for (long clients = var(); clients > 0; clients--) {
            long structs = var();
            long client = var();
            var();
            for (; structs > 0; structs--) {
                struct(client, client == reader, nowMicros);
            }
        }
    }

    private void struct(long client, boolean own, long nowMicros) {
        int info = bytes[at++] & 0xFF;
        int content = info & 0x1f;
        if (content == GARBAGE || content == SKIP) {
            at = Contents.after(content, bytes, at);
            return;
        }
        if ((info & 0x80) != 0) {
            var();
            var();
        }
        if ((info & 0x40) != 0) {
            var();
            var();
        }
        if ((info & PARENT_BITS) == 0) {
            if (var() == 1) {
                int name = (int) var();
                at += name;
            } else {
                var();
                var();
            }
            if ((info & PARENT_KEY) != 0) {
                int key = (int) var();
                at += key;
            }
        }
        if (content != TEXT || !Clients.typed(client)) {
            at = Contents.after(content, bytes, at);
            return;
        }
        int length = (int) var();
        if (!own) {
            texts(length / Typist.CHARS, nowMicros);
        }
        at += length;
    }

    private void texts(int updates, long nowMicros) {
        count += updates;
        untilSample -= updates;
        if (untilSample <= 0) {
            untilSample = every;
            // Of a merged run the middle one stands for all.
            latencies.record(nowMicros - Typist.micros(bytes, at + updates / 2 * Typist.CHARS));
        }
    }

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
