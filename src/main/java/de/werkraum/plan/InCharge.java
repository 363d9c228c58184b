package de.werkraum.plan;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
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

    /** The same text with each of those named there as the change makes them; what stands between them stays. */
    static String each(String named, UnaryOperator<String> change) {
        var text = new StringBuilder();
        Matcher between = AND.matcher(named);
        int from = 0;
        while (between.find()) {
            text.append(changed(named.substring(from, between.start()), change)).append(between.group());
            from = between.end();
        }
        return text.append(changed(named.substring(from), change)).toString();
    }

    private static String changed(String part, UnaryOperator<String> change) {
        String one = part.strip();
        return one.isEmpty() ? part : part.replace(one, change.apply(one));
    }

    /** Whether somebody is the one, or among those, named there. */
    public static boolean isFor(@Nullable String named, String somebody) {
        String wanted = somebody.strip();
        return named != null
                && (named.strip().equalsIgnoreCase(wanted) || of(named).stream().anyMatch(wanted::equalsIgnoreCase));
    }
}
