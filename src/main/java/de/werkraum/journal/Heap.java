package de.werkraum.journal;

import java.util.concurrent.atomic.AtomicLong;

/** What the plans of all rooms in memory take of the heap, about, and may take at the most. May be called from any thread. */
public final class Heap {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    Heap(long most) {
        this.most = most;
    }

    /** Whether there is room for so many bytes more. */
    boolean holds(long more) {
        return taken.get() + more <= most;
    }

    void add(long more) {
        taken.addAndGet(more);
    }

    /** Whether rooms without anybody should leave memory at once. */
    public boolean isHalfFull() {
        return taken.get() > most / 2;
    }

    /** Bytes that are taken. */
    public long bytes() {
        return taken.get();
    }
}
