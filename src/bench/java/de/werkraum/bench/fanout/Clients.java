package de.werkraum.bench.fanout;

import java.util.concurrent.atomic.AtomicLong;

/** Yjs client ids of this load, each given once; as large as the random ones of Yjs, so that they take as many bytes. */
final class Clients {
    private static final AtomicLong NEXT = new AtomicLong(3_000_000_000L);

    private Clients() {}

    static long next() {
        return NEXT.addAndGet(7);
    }
}
