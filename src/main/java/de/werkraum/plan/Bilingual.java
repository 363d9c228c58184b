package de.werkraum.plan;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One text in the two languages of the product. */
public record Bilingual(String de, String en) implements Serializable {
    /** The text in a room's language; anything but {@code en} is German, the language of most rooms. */
    public String in(String language) {
        return language.equals("en") ? en : de;
    }

    /** {@code {de, en}}, as the API gives it. */
    public Map<String, String> toMap() {
        return Map.of("de", de, "en", en);
    }

    static Bilingual of(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map && map.get("de") instanceof String de && map.get("en") instanceof String en) {
            return new Bilingual(de, en);
        }
        throw new IllegalArgumentException("expected {de, en}: " + tree);
    }
}
