package de.werkraum.voting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A poll's count.
 *
 * @param reason null if valid
 * @param cast A
 * @param eligible E
 * @param present P
 * @param outcome the method's findings by heads
 * @param sentence the result in one sentence; says why if it is not valid
 * @param byAuthority the findings by authority, or null if not asked for or withheld
 * @param runoff what is left open by a tie, or null
 */
public record Tally(
        @Nullable Reason reason,
        int cast,
        int eligible,
        int present,
        Outcome outcome,
        Sentence sentence,
        @Nullable AuthorityTally byAuthority,
        @Nullable Runoff runoff) {

    /** Why nothing is decided. */
    public enum Reason {
        QUORUM("quorum"),
        NO_BALLOTS("noBallots");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public boolean valid() {
        return reason == null;
    }

    /**
     * The contract's {@code tally}: {@code {valid, reason?, cast, eligible, present, options, sentence, condorcet?,
     * pairwise?, byAuthority?, runoff?}}; {@code runoff} is {@code {options, places}}. A fresh tree of maps, strings, numbers, booleans and nulls.
     */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("valid", valid());
        if (reason != null) {
            tree.put("reason", reason.word());
        }
        tree.put("cast", cast);
        tree.put("eligible", eligible);
        tree.put("present", present);
        tree.put("options", tree(outcome));
        tree.put("sentence", sentence.toTree());
        tree.putAll(outcome.more());
        if (byAuthority != null) {
            tree.put("byAuthority", byAuthority.toTree());
        }
        if (runoff != null) {
            tree.put("runoff", runoff.toTree());
        }
        return tree;
    }

    static Map<String, Object> tree(Outcome outcome) {
        Map<String, Object> options = new LinkedHashMap<>();
        outcome.options().forEach((id, option) -> options.put(id, option.toTree()));
        return options;
    }
}
