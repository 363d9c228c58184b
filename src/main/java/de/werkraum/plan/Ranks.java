package de.werkraum.plan;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places in an ordered list as strings, so that moving one step changes that step alone.
 *
 * <p>A rank reads as the digits of a fraction: between two different ranks there is always a third. Ranks made here use
 * the digits 0–9, A–Z, a–z and never end in 0, which keeps room before each. Ranks made elsewhere may hold any character;
 * strings are compared by UTF-16 code unit, as JavaScript does.
 */
public final class Ranks {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final char MIDDLE = 'V';

    /** Above every UTF-16 code unit. */
    private static final int UNBOUNDED = 0x10000;

    private Ranks() {}

    /**
     * A rank strictly between two others.
     *
     * @param before null for the start of the list
     * @param after null for the end of the list
     * @throws IllegalArgumentException if before is not less than after, or where no string lies between them because
     *     after is before and one NUL character
     */
    public static String between(@Nullable String before, @Nullable String after) {
        String a = before == null ? "" : before;
        if (after != null && (after.isEmpty() || (before != null && before.compareTo(after) >= 0))) {
            throw new IllegalArgumentException("nothing lies between " + before + " and " + after);
        }
        return between(a, after, new StringBuilder());
    }

    /** As {@link #between}, but where nothing lies between the two, a rank right after the first. */
    public static String near(@Nullable String before, @Nullable String after) {
        try {
            return between(before, after);
        } catch (IllegalArgumentException e) {
            return between(before, null); // equal or swapped ranks, written by two people at once
        }
    }

    /** Ranks for n items between two others, in order, as short and as evenly spread as it goes. */
    public static List<String> between(@Nullable String before, @Nullable String after, int n) {
        var ranks = new String[n];
        fill(ranks, 0, n, before, after);
        return Arrays.asList(ranks);
    }

    /** Ranks for a list of n items, in order. */
    public static List<String> evenly(int n) {
        return between(null, null, n);
    }

    /** Halves the range again and again: lengths grow with the logarithm of the number of items. */
    private static void fill(String[] ranks, int from, int to, @Nullable String before, @Nullable String after) {
        if (from >= to) {
            return;
        }
        int middle = (from + to) >>> 1;
        ranks[middle] = near(before, after);
        fill(ranks, from, middle, before, ranks[middle]);
        fill(ranks, middle + 1, to, ranks[middle], after);
    }

    /** Copies what both have in common, then looks for a digit between the first two units that differ. */
    private static String between(String a, @Nullable String after, StringBuilder rank) {
        String b = after;
        for (int i = 0; ; i++) {
            int low = i < a.length() ? a.charAt(i) : -1;
            int high = b == null ? UNBOUNDED : b.charAt(i);
            if (low == high) {
                rank.append((char) low);
                continue;
            }
            int first = firstAbove(low);
            int last = lastBelow(high);
            if (first <= last) {
                int digit = (first + last + 1) / 2;
                rank.append(DIGITS.charAt(digit));
                return digit == 0 ? rank.append(MIDDLE).toString() : rank.toString();
            }
            if (low >= 0) {
                rank.append((char) low);
                b = null; // already less than b; from here on only a matters
            } else if (b != null && i + 1 < b.length()) {
                rank.append((char) high);
            } else {
                return below((char) high, rank, i > a.length());
            }
        }
    }

    /** The other rank ends in this unit, which has no digit below it; what is copied may already be more than the first. */
    private static String below(char unit, StringBuilder rank, boolean more) {
        if (unit > 0) {
            return rank.append((char) (unit - 1)).append(MIDDLE).toString();
        }
        if (more) {
            return rank.toString();
        }
        throw new IllegalArgumentException("nothing lies below a NUL character");
    }

    private static int firstAbove(int unit) {
        int i = 0;
        while (i < DIGITS.length() && DIGITS.charAt(i) <= unit) {
            i++;
        }
        return i;
    }

    private static int lastBelow(int unit) {
        int i = DIGITS.length() - 1;
        while (i >= 0 && DIGITS.charAt(i) >= unit) {
            i--;
        }
        return i;
    }
}
