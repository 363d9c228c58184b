package de.werkraum.voting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plain settings tree and notes everything that is wrong instead of stopping at the first. An explicit null is as
 * good as absent. Confined to one call.
 */
final class SettingsReader {
    private static final String ROOT = "/settings";

    private final Map<String, ?> tree;
    private final String path;
    private final Set<String> known = new HashSet<>();
    private final List<Refusal> problems;

    SettingsReader(Map<String, ?> tree) {
        this(tree, ROOT, new ArrayList<>());
    }

    private SettingsReader(Map<String, ?> tree, String path, List<Refusal> problems) {
        this.tree = tree;
        this.path = path;
        this.problems = problems;
    }

    boolean flag(String key, boolean byDefault) {
        Object value = get(key);
        if (value == null || value instanceof Boolean) {
            return value == null ? byDefault : (Boolean) value;
        }
        wrong(key, "wrongType", "must be true or false");
        return byDefault;
    }

    int number(String key, int byDefault, int least, int most) {
        Integer value = number(key, least, most);
        return value == null ? byDefault : value;
    }

    @Nullable
    Integer number(String key, int least, int most) {
        Object value = get(key);
        if (value == null) {
            return null;
        }
        Long whole = Tree.whole(value);
        if (whole == null) {
            wrong(key, "wrongType", "must be a whole number");
            return null;
        }
        if (whole < least || whole > most) {
            wrong(key, "outOfRange", "must be from " + least + " to " + most);
            return null;
        }
        return whole.intValue();
    }

    /** One of the words, or the default. */
    String word(String key, String byDefault, List<String> words) {
        Object value = get(key);
        if (value == null) {
            return byDefault;
        }
        if (value instanceof String word && words.contains(word)) {
            return word;
        }
        wrong(key, "outOfRange", "must be one of " + String.join(", ", words));
        return byDefault;
    }

    @Nullable
    Share share(String key) {
        Object value = get(key);
        Share share = value == null ? null : Share.parse(value);
        if (value != null && share == null) {
            wrong(key, "outOfRange", "must be a share p/q with 0 < p/q ≤ 1 and q ≤ 100, such as \"2/3\"");
        }
        return share;
    }

    /** The raw value, or null. */
    @Nullable
    Object get(String key) {
        known.add(key);
        return tree.get(key);
    }

    /** A reader of the object under a key, or null if there is none. What is wrong there is noted here. */
    @Nullable
    SettingsReader inner(String key) {
        Object value = get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
            return new SettingsReader(Tree.object(map), path + Refusal.token(key), problems);
        }
        wrong(key, "wrongType", "must be an object");
        return null;
    }

    void wrong(String key, String code, String detail) {
        problems.add(new Refusal(code, path + Refusal.token(key), key + " " + detail));
    }

    /** Notes keys nobody asked for: a misspelt setting must not be lost silently. */
    void refuseUnknown() {
        for (String key : tree.keySet()) {
            if (!known.contains(key)) {
                wrong(key, "unknownSetting", "is no setting of this method");
            }
        }
    }

    void finish() throws InvalidPollException {
        refuseUnknown();
        if (!problems.isEmpty()) {
            throw new InvalidPollException(problems);
        }
    }
}
