package de.werkraum.bench.fanout;

/** Counts of microseconds in buckets of 3 % width: recording costs nanoseconds and no memory. */
final class Latencies {
    private static final int SUB_BITS = 5;
    private static final int SUB = 1 << SUB_BITS;

    private final long[] counts = new long[SUB * 60];
    private long total;
    private long most;

    void record(long micros) {
        long value = Math.max(0, micros);
        counts[bucket(value)]++;
        total++;
        most = Math.max(most, value);
    }

    private static int bucket(long value) {
        if (value < SUB) {
            return (int) value;
        }
        int shift = 63 - Long.numberOfLeadingZeros(value) - SUB_BITS;
        return SUB * (shift + 1) + (int) (value >>> shift) - SUB;
    }

    private static long upperEnd(int bucket) {
        if (bucket < SUB) {
            return bucket;
        }
        int shift = bucket / SUB - 1;
        return ((long) (bucket % SUB + SUB + 1) << shift) - 1;
    }

    /** Milliseconds that this share of all stays below; 0 where nothing was recorded. */
    double millis(double share) {
        long wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return Math.min(upperEnd(i), most) / 1e3;
            }
        }
        return 0;
    }

    double mostMillis() {
        return most / 1e3;
    }

    void clear() {
        java.util.Arrays.fill(counts, 0);
        total = 0;
        most = 0;
    }
}
