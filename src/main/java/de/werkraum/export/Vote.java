package de.werkraum.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose in a poll that was not secret, in words.
 *
 * @param name of the voter; a dash where nobody knows it any more
 */
record Vote(String name, String choice) {
    /** All ballots of a poll; none of a secret one. */
    static List<Vote> of(PollOutcome poll, String language) {
        return poll.ballots().stream()
                .map(ballot -> new Vote(name(ballot.get("name")), choice(ballot.get("choices"), poll, language)))
                .toList();
    }

    private static String name(@Nullable Object name) {
        return name instanceof String text && !text.isBlank() ? text : "–";
    }

    /** A choice names options, or gives each a value; of a single option the value says enough. */
    private static String choice(@Nullable Object choices, PollOutcome poll, String language) {
        if (choices instanceof Map<?, ?> values) {
            boolean only = poll.options().size() == 1 && values.size() == 1;
            return values.entrySet().stream()
                    .map(entry -> (only ? "" : label(entry.getKey(), poll, language) + ": ")
                            + value(entry.getValue(), language))
                    .collect(Collectors.joining(", "));
        }
        if (choices instanceof List<?> list) {
            return list.stream().map(option -> label(option, poll, language)).collect(Collectors.joining(", "));
        }
        return label(choices, poll, language);
    }

    private static String value(@Nullable Object value, String language) {
        if (value instanceof Map<?, ?> pair) {
            return Words.IMPACT.in(language) + " " + pair.get("impact") + ", " + Words.EFFORT_OF_MATRIX.in(language)
                    + " " + pair.get("effort");
        }
        return Exact.show("", value, language);
    }

    private static String label(@Nullable Object option, PollOutcome poll, String language) {
        return poll.options().stream()
                .filter(candidate -> candidate.id().equals(option))
                .map(PollOutcome.Option::label)
                .findFirst()
                .orElseGet(() -> Exact.show("", option, language));
    }
}
