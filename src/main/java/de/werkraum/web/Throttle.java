package de.werkraum.web;

import java.util.function.LongSupplier;

/** Lets so many failed attempts a second through and tells when there are more. Thread-safe. */
final class Throttle {
    private final int perSecond;
    private final LongSupplier millis;
    private long second;
    private int count;

    Throttle(int perSecond, LongSupplier millis) {
        this.perSecond = perSecond;
        this.millis = millis;
    }

    /** Counts one attempt; whether it is still within the limit. */
    synchronized boolean allows() {
        long now = millis.getAsLong() / 1_000;
        if (now != second) {
            second = now;
            count = 0;
        }
        count++;
        return count <= perSecond;
    }
}
