package de.werkraum.voting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Short ways to set up polls and to write trees. */
final class Polls {
    private Polls() {}

    /** Options A, B, C, … as "A B C"; one in parentheses is the passive one. */
    static List<Option> options(String names) {
        return Arrays.stream(names.split(" ", -1))
                .map(name -> name.startsWith("(")
                        ? new Option(name.substring(1, name.length() - 1), name, null, true)
                        : new Option(name, "Option " + name, null, false))
                .toList();
    }

    /** m1 … mN, nobody present, no organisations. */
    static Electorate people(int eligible) {
        return people(eligible, 0);
    }

    /** m1 … mN, the first of them present. */
    static Electorate people(int eligible, int present) {
        Set<String> members = new LinkedHashSet<>();
        Set<String> there = new LinkedHashSet<>();
        for (int i = 1; i <= eligible; i++) {
            members.add("m" + i);
            if (i <= present) {
                there.add("m" + i);
            }
        }
        return new Electorate(members, there, Map.of());
    }

    static Settings settings(String method, String json, List<Option> options) {
        try {
            return Settings.parse(method, Json.object(json), options);
        } catch (InvalidPollException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    /** Member n casts the n-th of the choices. */
    static List<Cast> cast(Settings settings, List<Option> options, List<?> choices) {
        List<Cast> casts = new ArrayList<>();
        for (Object choice : choices) {
            casts.add(new Cast("m" + (casts.size() + 1), ballot(settings.method(), options, choice)));
        }
        return casts;
    }

    static Ballot ballot(Method method, List<Option> options, @Nullable Object choices) {
        try {
            return method.ballot(choices, options);
        } catch (InvalidBallotException e) {
            throw new AssertionError(choices + ": " + e.refusal(), e);
        }
    }

    static Refusal refused(Method method, List<Option> options, @Nullable Object choices) {
        try {
            throw new AssertionError("accepted " + method.ballot(choices, options));
        } catch (InvalidBallotException e) {
            return e.refusal();
        }
    }

    static OptionTally of(Tally tally, String option) {
        return Objects.requireNonNull(tally.outcome().options().get(option), option);
    }

    static Map<String, Object> with(Map<String, Object> tree, String key, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(tree);
        changed.put(key, value);
        return changed;
    }
}
