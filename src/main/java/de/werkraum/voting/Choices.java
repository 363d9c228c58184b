package de.werkraum.voting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the shapes that ballots have in common. */
final class Choices {
    private static final String ROOT = "/choices";

    private Choices() {}

    /** Reads one option's value; null leaves the option out. */
    interface Reader<T> {
        @Nullable
        T read(@Nullable Object value, String pointer) throws InvalidBallotException;
    }

    /** {@code {option: value}}, in the order of the options. */
    static <T> Map<String, T> map(@Nullable Object choices, List<Option> options, Reader<T> reader)
            throws InvalidBallotException {
        if (!(choices instanceof Map<?, ?> given)) {
            throw refuse("invalidChoices", ROOT, "choices must be an object by option id");
        }
        Map<String, T> values = new LinkedHashMap<>();
        int found = 0;
        for (Option option : options) {
            if (given.containsKey(option.id())) {
                found++;
                T value = reader.read(given.get(option.id()), ROOT + Refusal.token(option.id()));
                if (value != null) {
                    values.put(option.id(), value);
                }
            }
        }
        if (found < given.size()) {
            throw unknown(given.keySet(), options);
        }
        return Collections.unmodifiableMap(values);
    }

    /** {@code [option, …]} without repetition, in the order given. */
    static List<String> list(@Nullable Object choices, List<Option> options) throws InvalidBallotException {
        if (!(choices instanceof List<?> given)) {
            throw refuse("invalidChoices", ROOT, "choices must be a list of option ids");
        }
        Set<String> known = ids(options);
        Set<String> ids = new LinkedHashSet<>();
        for (Object id : given) {
            String pointer = ROOT + "/" + ids.size();
            if (!(id instanceof String text)) {
                throw refuse("invalidChoices", pointer, "an option id must be a string");
            }
            if (!known.contains(text)) {
                throw refuse("unknownOption", pointer, "the poll has no such option");
            }
            if (!ids.add(text)) {
                throw refuse("duplicate", pointer, "the option is given twice");
            }
        }
        return List.copyOf(ids);
    }

    /** A whole number within bounds. */
    static int number(@Nullable Object value, String pointer, int least, int most) throws InvalidBallotException {
        Long whole = Tree.whole(value);
        if (whole == null || whole < least || whole > most) {
            throw refuse("invalidChoices", pointer, "must be a whole number from " + least + " to " + most);
        }
        return whole.intValue();
    }

    static Set<String> ids(List<Option> options) {
        Set<String> ids = new LinkedHashSet<>();
        options.forEach(option -> ids.add(option.id()));
        return ids;
    }

    static InvalidBallotException refuse(String code, String detail) {
        return refuse(code, ROOT, detail);
    }

    static InvalidBallotException refuse(String code, String pointer, String detail) {
        return new InvalidBallotException(new Refusal(code, pointer, detail));
    }

    /** What a ballot that must be complete lacks. */
    static InvalidBallotException missing(Option option, String detail) {
        return refuse("incomplete", ROOT + Refusal.token(option.id()), detail);
    }

    private static InvalidBallotException unknown(Set<?> given, List<Option> options) {
        Set<String> known = ids(options);
        for (Object id : given) {
            if (id instanceof String text && !known.contains(text)) {
                return refuse("unknownOption", ROOT + Refusal.token(text), "the poll has no such option");
            }
        }
        return refuse("invalidChoices", ROOT, "an option id must be a string");
    }
}
