package de.werkraum.voting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
 */
public record Tally(
        @Nullable Reason reason,
        int cast,
        int eligible,
        int present,
        Outcome outcome,
        Sentence sentence,
        @Nullable AuthorityTally byAuthority) {

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
     * Between which options a runoff decides: those on the edge of {@code top}; else those that share the first rank;
     * none if nothing is tied or valid. In the poll's order.
     */
    public List<String> runoff() {
        if (!valid()) {
            return List.of();
        }
        List<String> edge = matching(option -> option.selected() == Selection.TIE);
        if (!edge.isEmpty() || outcome.options().values().stream().anyMatch(o -> o.selected() != null)) {
            return edge;
        }
        return matching(option -> option.place() != null
                && option.place().rank() == 1
                && option.place().tie());
    }

    private List<String> matching(Predicate<OptionTally> wanted) {
        return outcome.options().entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The contract's {@code tally}: {@code {valid, reason?, cast, eligible, present, options, sentence, condorcet?,
     * pairwise?, byAuthority?}}. A fresh tree of maps, strings, numbers, booleans and nulls.
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
        return tree;
    }

    static Map<String, Object> tree(Outcome outcome) {
        Map<String, Object> options = new LinkedHashMap<>();
        outcome.options().forEach((id, option) -> options.put(id, option.toTree()));
        return options;
    }
}
