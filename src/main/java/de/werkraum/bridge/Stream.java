package de.werkraum.bridge;

/** The numbers of what one server tells another of a room. */
final class Stream {
    private long sent;
    private long received;

    long next() {
        return ++sent;
    }

    /** The last number sent. */
    long sent() {
        return sent;
    }

    /** Whether that number is the next one; if not, something was lost. */
    boolean takes(long n) {
        received++;
        return received == n;
    }

    /** Whether all up to that number have come. */
    boolean has(long n) {
        return received >= n;
    }

    /** The other end counts anew from there. */
    void begin(long n) {
        received = n;
    }
}
