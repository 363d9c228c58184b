package de.werkraum.bench.fanout;

import java.util.List;

/** A server under load, a process of its own on cores of its own. */
interface Server extends AutoCloseable {
    Running running();

    /** A new room with so many clients; the first of them write, the others are screens or participants that only read. */
    List<Seat> room(int clients, int writers);

    default String name() {
        return running().name();
    }

    /** Its process, for /proc. */
    default long pid() {
        return running().process().pid();
    }

    @Override
    default void close() {
        Launch.stop(running().process());
    }
}
