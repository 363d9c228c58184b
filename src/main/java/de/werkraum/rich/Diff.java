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

    private final Equality equality;
    /** Where the equal start ends. */
    private final int start;

    private final List<Common> found = new ArrayList<>();

    private Diff(Equality equality, int start) {
        this.equality = equality;
        this.start = start;
    }

    /** Whether the old element at one place equals the new one at another. */
    @FunctionalInterface
    interface Equality {
        boolean same(int old, int wanted);
    }

    /** So many elements that stay, from which old and which new place on. */
    record Common(int old, int wanted, int length) {
        int oldEnd() {
            return old + length;
        }

        int newEnd() {
            return wanted + length;
        }
    }

    /** For each old element the place of the new one it stays as, or -1; places grow. */
    public static <T> int[] kept(List<T> old, List<T> wanted) {
        Map<T, Integer> numbers = new HashMap<>();
        int[] before = numbered(old, numbers);
        int[] after = numbered(wanted, numbers);
        int[] kept = new int[before.length];
        Arrays.fill(kept, -1);
        for (Common common : common(before.length, after.length, (x, y) -> before[x] == after[y])) {
            for (int i = 0; i < common.length(); i++) {
                kept[common.old() + i] = common.wanted() + i;
            }
        }
        return kept;
    }

    private static <T> int[] numbered(List<T> values, Map<T, Integer> numbers) {
        return values.stream()
                .mapToInt(value -> numbers.computeIfAbsent(value, any -> numbers.size()))
                .toArray();
    }

    /** What stays, in order, of sequences that are as long as that. */
    static List<Common> common(int old, int wanted, Equality equality) {
        int start = 0;
        while (start < old && start < wanted && equality.same(start, start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(old, wanted) - start && equality.same(old - end - 1, wanted - end - 1)) {
            end++;
        }
        var diff = new Diff(equality, start);
        diff.middle(old - end - start, wanted - end - start);
        var all = new ArrayList<Common>();
        all.add(new Common(0, 0, start));
        for (int i = diff.found.size() - 1; i >= 0; i--) {
            all.add(diff.found.get(i));
        }
        all.add(new Common(old - end, wanted - end, end));
        all.removeIf(common -> common.length() == 0);
        return all;
    }

    /** Follows, for each number of differences d, the furthest path on every diagonal k = x − y. */
    private void middle(int n, int m) {
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
                while (x < n && y < m && equality.same(start + x, start + y)) {
                    x++;
                    y++;
                }
                furthest[zero + k] = x;
                if (x >= n && y >= m) {
                    trace(history, d, n, m);
                    return;
                }
            }
        }
    }

    /** Walks the found path backwards and notes its diagonals, the last first. */
    private void trace(List<int[]> history, int differences, int n, int m) {
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
            int length = Math.max(0, Math.min(x - previousX, y - previousY));
            if (length > 0) {
                found.add(new Common(start + x - length, start + y - length, length));
            }
            x = previousX;
            y = previousY;
        }
    }
}
