package de.werkraum.voting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One option's result.
 *
 * @param figures the method's figures in the contract's names and order; counts are numbers, exact values strings
 * @param place rank and ties, or null where the method doesn't rank or the option has no rating
 * @param worthy false for what nobody chose: it is never selected and stands in no runoff
 * @param selected whether it is among those selected, or null where nothing is selected
 */
public record OptionTally(
        Map<String, Object> figures,
        @Nullable Place place,
        boolean worthy,
        @Nullable Selection selected,
        Sentence sentence) {
    public OptionTally {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** Of a method that neither ranks nor selects. */
    OptionTally(Map<String, Object> figures, Sentence sentence) {
        this(figures, null, false, null, sentence);
    }

    /** {@code {…figures, selected?, sentence}} */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>(figures);
        if (selected != null) {
            tree.put("selected", selected.word());
        }
        tree.put("sentence", sentence.toTree());
        return tree;
    }
}
