package de.werkraum.bench.fanout;

import java.util.List;

/** A server under load, a process of its own on cores of its own. */
interface Server extends AutoCloseable {
    String name();

    /** Its process, for /proc. */
    long pid();

    /** Processor seconds so far. */
    default double seconds() {
        return Usage.seconds(pid());
    }

    /** A new room with so many clients; the first of them write, the others are screens or participants that only read. */
    List<Seat> room(int clients, int writers);

    @Override
    void close();
}
