package de.werkraum.export;

import java.util.List;
import java.util.Optional;

/**
 * What a poll said about one step, in words.
 *
 * @param question what was asked
 * @param sentence the result for this step
 */
record Decision(String question, String sentence) {
    /** All decisions about a step, in the order of the polls; those of cancelled polls don't count. */
    static List<Decision> of(String step, ExportInput input) {
        return input.polls().stream()
                .filter(poll -> !poll.cancelled())
                .flatMap(poll -> poll.options().stream()
                        .filter(option -> step.equals(option.step()))
                        .map(option -> Trees.sentence(poll.numbers(option), input.language()))
                        .flatMap(Optional::stream)
                        .map(sentence -> new Decision(poll.question(), sentence)))
                .toList();
    }
}
