package de.werkraum.crdt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formats in force while a text is read from its start. Stretches between which none has changed share one map. */
final class Formats {
    /** Formats that are in force at once; further ones are not told, or each stretch would be as long as all of them. */
    private static final int MOST = 200;

    private final Map<String, @Nullable Object> current = new LinkedHashMap<>();
    private @Nullable Map<String, @Nullable Object> told = Map.of();

    /** Goes past a format in the text. */
    void pass(Content.Format format) {
        boolean same = current.containsKey(format.key)
                ? format.value != null && format.value.equals(current.get(format.key))
                : format.value == null || current.size() >= MOST;
        if (same) {
            return;
        }
        told = null;
        apply(current, format);
    }

    static void apply(Map<String, @Nullable Object> attributes, Content.Format format) {
        if (format.value == null) {
            attributes.remove(format.key);
        } else {
            attributes.put(format.key, format.value);
        }
    }

    /** Those in force here; never changes. */
    Map<String, @Nullable Object> attributes() {
        Map<String, @Nullable Object> attributes = told;
        if (attributes == null) {
            attributes = current.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(current));
            told = attributes;
        }
        return attributes;
    }
}
