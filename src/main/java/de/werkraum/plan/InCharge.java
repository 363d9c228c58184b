package de.werkraum.plan;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is in charge of a step, in a text where several may stand. */
public final class InCharge {
    /** What stands between two who are responsible. */
    private static final Pattern AND = Pattern.compile("[,;/&+\\n]|\\b(?:und|and)\\b");

    private InCharge() {}

    /** The people and offices named there, in their order. */
    public static List<String> of(@Nullable String named) {
        return named == null
                ? List.of()
                : Stream.of(AND.split(named))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Whether somebody is the one, or among those, named there. */
    public static boolean isFor(@Nullable String named, String somebody) {
        String wanted = somebody.strip();
        return named != null
                && (named.strip().equalsIgnoreCase(wanted) || of(named).stream().anyMatch(wanted::equalsIgnoreCase));
    }
}
