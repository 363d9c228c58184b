package de.werkraum.export;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a poll said about one step, in words.
 *
 * @param binding whether it decided: only then it is called so
 * @param question what was asked
 * @param sentence the result for this step
 */
record Decision(boolean binding, String question, String sentence) {
    /** All that was said about a step: what binds first, else in the order of the polls; those of cancelled polls don't count. */
    static List<Decision> of(String step, ExportInput input) {
        return input.polls().stream()
                .filter(poll -> !poll.cancelled())
                .flatMap(poll -> poll.options().stream()
                        .filter(option -> step.equals(option.step()))
                        .map(option -> of(poll, option, input.language()))
                        .flatMap(Optional::stream))
                .sorted(Comparator.comparing(decision -> !decision.binding()))
                .toList();
    }

    private static Optional<Decision> of(PollOutcome poll, PollOutcome.Option option, String language) {
        return Trees.sentence(poll.numbers(option), language)
                .map(sentence -> new Decision(poll.binds(option), poll.question(), sentence));
    }

    /** On one line, beginning with what it is. */
    String line(String language) {
        return (binding ? Words.DECISION : Words.POLL).in(language) + ": " + Clean.line(question) + " – "
                + Clean.line(sentence);
    }
}
