package de.werkraum.voting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ratings counted by their place on a scale. */
final class Distribution {
    private final long[] counts;

    private Distribution(long[] counts) {
        this.counts = counts;
    }

    /** @param places from 0; each below {@code size} */
    static Distribution of(int size, Iterable<Integer> places) {
        long[] counts = new long[size];
        for (int place : places) {
            counts[place]++;
        }
        return new Distribution(counts);
    }

    /** Ratings at a place. */
    long at(int place) {
        return counts[place];
    }

    /** Ratings by place, all places in order. */
    Map<String, Object> toTree() {
        Map<String, Object> histogram = new LinkedHashMap<>();
        for (int place = 0; place < counts.length; place++) {
            histogram.put(String.valueOf(place), counts[place]);
        }
        return Collections.unmodifiableMap(histogram);
    }

    /** Ratings in all. */
    long count() {
        return from(0);
    }

    /** Ratings at a place or higher. */
    long from(int place) {
        long count = 0;
        for (int i = place; i < counts.length; i++) {
            count += counts[i];
        }
        return count;
    }

    /** Places added up. */
    long sum() {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += i * counts[i];
        }
        return sum;
    }

    /** Of n ratings in ascending order the one at ⌈n·quarters/4⌉: 1 and 3 are the quartiles, 2 the lower median. */
    int quartile(int quarters) {
        return nth(Math.floorDiv(count() * quarters + 3, 4));
    }

    /** The higher of the two middle ratings; of an odd number the middle one. */
    int upperMedian() {
        return nth(count() / 2 + 1);
    }

    /** The highest place rated. */
    int highest() {
        return nth(count());
    }

    /** The n-th rating from below, n from 1 to count. */
    private int nth(long n) {
        long seen = 0;
        for (int place = 0; place < counts.length; place++) {
            seen += counts[place];
            if (seen >= n) {
                return place;
            }
        }
        throw new IllegalArgumentException("there is no rating " + n + " of " + count());
    }
}
