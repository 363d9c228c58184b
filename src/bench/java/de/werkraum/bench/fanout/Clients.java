package de.werkraum.bench.fanout;

import java.util.concurrent.atomic.AtomicLong;

/** Yjs client ids of this load, each given once; as large as the random ones of Yjs, so that they take as many bytes. */
final class Clients {
    private static final long FIRST = 3_000_000_000L;
    private static final int STEP = 7;
    private static final AtomicLong NEXT = new AtomicLong(FIRST);

    private Clients() {}

    /** Whether it is one of these, and not one that a server took for what it writes itself. */
    static boolean typed(long client) {
        return client > FIRST && client <= NEXT.get() && (client - FIRST) % STEP == 0;
    }

    static long next() {
        return NEXT.addAndGet(STEP);
    }
}
