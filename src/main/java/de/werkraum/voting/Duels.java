package de.werkraum.voting;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every option against every other, and Borda points: counted together, in one pass over the ballots. */
final class Duels {
    private final List<Option> options;
    /** [a][b]: on how many ballots a stands before b */
    private final int[][] before;
    /** Borda points times two */
    private final long[] halves;

    private Duels(List<Option> options) {
        this.options = options;
        this.before = new int[options.size()][options.size()];
        this.halves = new long[options.size()];
    }

    /** @param ballots option ids, best first; none empty */
    static Duels of(List<Option> options, List<List<String>> ballots) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < options.size(); i++) {
            index.put(options.get(i).id(), i);
        }
        Duels duels = new Duels(options);
        for (List<String> ballot : ballots) {
            int[] place = new int[options.size()];
            // a ranked option beats an unranked one; two unranked are level
            Arrays.fill(place, ballot.size());
            for (int rank = 0; rank < ballot.size(); rank++) {
                place[index.getOrDefault(ballot.get(rank), 0)] = rank;
            }
            duels.add(place, ballot.size());
        }
        return duels;
    }

    private void add(int[] place, int ranked) {
        int all = place.length;
        for (int one = 0; one < all; one++) {
            // place r of n (r from 1) gets n − r; the unranked share the mean of 0 … n − ranked − 1
            halves[one] += place[one] < ranked ? 2L * (all - 1 - place[one]) : all - ranked - 1;
            for (int other = 0; other < all; other++) {
                before[one][other] += place[one] < place[other] ? 1 : 0;
            }
        }
    }

    long halves(int option) {
        return halves[option];
    }

    /** 1 if one wins its duel against the other, −1 if it loses it, 0 if they are level. */
    int lead(int one, int other) {
        return Integer.signum(before[one][other] - before[other][one]);
    }

    /** The option that wins every duel, if there is one. */
    @Nullable
    Option condorcet() {
        for (int one = 0; one < options.size(); one++) {
            int won = 0;
            for (int other = 0; other < options.size(); other++) {
                won += lead(one, other) > 0 ? 1 : 0;
            }
            if (won == options.size() - 1) {
                return options.get(one);
            }
        }
        return null;
    }

    /** {@code {a: {b: ballots with a before b}}} */
    Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int one = 0; one < options.size(); one++) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int other = 0; other < options.size(); other++) {
                if (one != other) {
                    row.put(options.get(other).id(), before[one][other]);
                }
            }
            tree.put(options.get(one).id(), Collections.unmodifiableMap(row));
        }
        return Collections.unmodifiableMap(tree);
    }
}
