package de.werkraum.voting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The notation of the tables. Ballots are separated by spaces, {@code 3*} repeats; {@code A=2,B=?} is an object (? is
 * unknown, 4/2 impact and effort), {@code A>B} and {@code A,B} lists, {@code .} says nothing.
 */
final class Rows {
    private Rows() {}

    static List<Object> ballots(String method, String text) {
        List<Object> ballots = new ArrayList<>();
        for (String word : text.equals("-") ? new String[0] : text.split(" ", -1)) {
            int star = word.indexOf('*');
            int times = star < 0 ? 1 : Integer.parseInt(word.substring(0, star));
            Object choices = choices(method, word.substring(star + 1));
            for (int i = 0; i < times; i++) {
                ballots.add(choices);
            }
        }
        return ballots;
    }

    private static Object choices(String method, String word) {
        return switch (method) {
            case "approval", "ranking" -> word.equals(".") ? List.of() : List.of(word.split("[>,]", -1));
            case "single", "fist" -> scalar(word);
            default -> object(word);
        };
    }

    private static Map<String, Object> object(String word) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String entry : word.equals(".") ? new String[0] : word.split(",", -1)) {
            String[] pair = entry.split("=", -1);
            object.put(pair[0], scalar(pair[1]));
        }
        return object;
    }

    private static Object scalar(String word) {
        if (word.equals("?")) {
            return "unknown";
        }
        if (word.contains("/")) {
            String[] both = word.split("/", -1);
            return Map.of("impact", Integer.parseInt(both[0]), "effort", Integer.parseInt(both[1]));
        }
        if (word.contains(".")) {
            return Double.parseDouble(word);
        }
        return word.matches("[0-9]+") ? (Object) Integer.valueOf(word) : word;
    }

    /** What stands at {@code A.rank} or {@code pairwise.A.B}: an option's id or a name of the tally, then on. */
    static @Nullable Object at(Map<?, ?> tally, String path) {
        String[] names = path.split("\\.", -1);
        Object value = tally.get(names[0]);
        if (value == null && tally.get("options") instanceof Map<?, ?> options) {
            value = options.get(names[0]);
        }
        for (int i = 1; i < names.length; i++) {
            if (names[i - 1].equals("histogram") && value instanceof Map<?, ?> histogram) {
                // a value of the scale may hold a dot itself
                return histogram.get(path.substring(path.indexOf("histogram.") + "histogram.".length()));
            }
            value = value instanceof Map<?, ?> map ? map.get(names[i]) : null;
        }
        return value;
    }
}
