package de.werkraum.voting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a method finds in a ballot box.
 *
 * @param options by option id, in the poll's order
 * @param sentence the whole result in one sentence
 * @param more what the method says once for all options, such as {@code condorcet} and {@code pairwise}
 */
public record Outcome(Map<String, OptionTally> options, Sentence sentence, Map<String, Object> more) {
    public Outcome {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    Outcome(Map<String, OptionTally> options, Sentence sentence) {
        this(options, sentence, Map.of());
    }
}
