package de.werkraum.voting;

import java.util.Map;

/**
 * An option's place among the others. Equals share a rank: 1, 1, 3.
 *
 * @param rank from 1
 * @param shared how many options share it, this one included
 */
public record Place(int rank, int shared) {
    public boolean tie() {
        return shared > 1;
    }

    /** The last of the places shared: r + k − 1. */
    int last() {
        return rank + shared - 1;
    }

    /** {@code rank} and {@code tie} into an option's figures. */
    void into(Map<String, Object> figures) {
        figures.put("rank", rank);
        figures.put("tie", tie());
    }

    Sentence sentence() {
        return tie()
                ? new Sentence("Platz " + rank + " (geteilt)", "place " + rank + " (shared)")
                : new Sentence("Platz " + rank, "place " + rank);
    }
}
