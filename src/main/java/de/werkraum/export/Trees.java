package de.werkraum.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading JSON trees whose shape is another package's business: what doesn't fit counts as absent. */
final class Trees {
    private Trees() {}

    static Map<String, Object> map(@Nullable Object tree) {
        var map = new LinkedHashMap<String, Object>();
        if (tree instanceof Map<?, ?> given) {
            given.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return Collections.unmodifiableMap(map);
    }

    static List<Map<String, Object>> maps(@Nullable Object tree) {
        return tree instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(Trees::map).toList()
                : List.of();
    }

    /** The tree's {@code sentence} in a language. */
    static Optional<String> sentence(Map<String, Object> tree, String language) {
        Object sentence = map(tree.get("sentence")).get(language.equals("en") ? "en" : "de");
        return sentence instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
