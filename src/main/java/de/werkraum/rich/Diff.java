package de.werkraum.rich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which elements of one sequence stay in another one: a longest common subsequence, found by Myers's greedy algorithm
 * (An O(ND) Difference Algorithm, 1986). Sequences that have too little in common keep only their equal ends.
 */
public final class Diff {
    /** Differences after which the search gives up: it takes that many steps squared, and as much memory. */
    private static final int MAX_DIFFERENCES = 1500;

    private Diff() {}

    /** For each old element the place of the new one it stays as, or -1; places grow. */
    public static <T> int[] kept(List<T> old, List<T> wanted) {
        Map<T, Integer> numbers = new HashMap<>();
        return kept(numbered(old, numbers), numbered(wanted, numbers));
    }

    private static <T> int[] numbered(List<T> values, Map<T, Integer> numbers) {
        return values.stream()
                .mapToInt(value -> numbers.computeIfAbsent(value, any -> numbers.size()))
                .toArray();
    }

    private static int[] kept(int[] old, int[] wanted) {
        int[] kept = new int[old.length];
        Arrays.fill(kept, -1);
        int start = 0;
        while (start < old.length && start < wanted.length && old[start] == wanted[start]) {
            kept[start] = start++;
        }
        int oldEnd = old.length;
        int newEnd = wanted.length;
        while (oldEnd > start && newEnd > start && old[oldEnd - 1] == wanted[newEnd - 1]) {
            kept[--oldEnd] = --newEnd;
        }
        middle(old, wanted, start, oldEnd, newEnd, kept);
        return kept;
    }

    /** Follows, for each number of differences d, the furthest path on every diagonal k = x − y. */
    private static void middle(int[] old, int[] wanted, int start, int oldEnd, int newEnd, int[] kept) {
        int n = oldEnd - start;
        int m = newEnd - start;
        int max = Math.min(n + m, MAX_DIFFERENCES);
        int[] furthest = new int[2 * max + 3];
        int zero = max + 1;
        List<int[]> history = new ArrayList<>();
        for (int d = 0; d <= max; d++) {
            history.add(Arrays.copyOfRange(furthest, zero - d - 1, zero + d + 2));
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || (k != d && furthest[zero + k - 1] < furthest[zero + k + 1]);
                int x = down ? furthest[zero + k + 1] : furthest[zero + k - 1] + 1;
                int y = x - k;
                while (x < n && y < m && old[start + x] == wanted[start + y]) {
                    x++;
                    y++;
                }
                furthest[zero + k] = x;
                if (x >= n && y >= m) {
                    trace(history, d, n, m, start, kept);
                    return;
                }
            }
        }
    }

    /** Walks the found path backwards and notes its diagonals. */
    private static void trace(List<int[]> history, int differences, int n, int m, int start, int[] kept) {
        int x = n;
        int y = m;
        for (int d = differences; d >= 0; d--) {
            int[] furthest = history.get(d);
            int zero = d + 1;
            int k = x - y;
            boolean down = k == -d || (k != d && furthest[zero + k - 1] < furthest[zero + k + 1]);
            int previousK = down ? k + 1 : k - 1;
            int previousX = d == 0 ? 0 : furthest[zero + previousK];
            int previousY = d == 0 ? 0 : previousX - previousK;
            while (x > previousX && y > previousY) {
                kept[start + --x] = start + --y;
            }
            x = previousX;
            y = previousY;
        }
    }
}
