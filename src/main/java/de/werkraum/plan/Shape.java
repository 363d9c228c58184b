package de.werkraum.plan;

import de.werkraum.rich.Json;
import de.werkraum.rich.RichField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One JSON object of a given plan, with the place where it stands; what doesn't fit goes to the list of flaws. */
final class Shape {
    private final Map<?, ?> map;
    private final String pointer;
    private final List<Flaw> flaws;

    Shape(Map<?, ?> map, String pointer, List<Flaw> flaws) {
        this.map = map;
        this.pointer = pointer;
        this.flaws = flaws;
    }

    /** A text that always is: not mentioned it stays, null empties it. */
    String text(String key, String present) {
        if (!map.containsKey(key)) {
            return present;
        }
        String text = value(key, Forms::text, "must be a string");
        return text == null ? "" : text;
    }

    /** A text that may be absent: not mentioned it stays, null takes it away. */
    @Nullable
    String textOrNull(String key, @Nullable String present) {
        return map.containsKey(key) ? value(key, Forms::text, "must be a string or null") : present;
    }

    /** Rich text: as Markdown, and beside it under {@code rich} what Markdown does not say. */
    RichField rich(String key, RichField present) {
        if (!map.containsKey(key)) {
            return present;
        }
        String markdown = text(key, "");
        Object nodes = map.get("rich") instanceof Map<?, ?> rich ? rich.get(key) : null;
        if (nodes == null && markdown.equals(present.markdown())) {
            return present;
        }
        return RichField.parse(markdown, nodes);
    }

    /** A value of a certain form; absent and null are the same. */
    <T> @Nullable T value(String key, Function<Object, @Nullable T> form, String expected) {
        Object given = map.get(key);
        if (given == null) {
            return null;
        }
        T value = form.apply(given);
        if (value == null) {
            flaw(key, expected);
        }
        return value;
    }

    /** The list under that key; null if not mentioned, null or no list. */
    @Nullable
    List<?> list(String key) {
        Object given = map.get(key);
        if (given instanceof List<?> list) {
            return list;
        }
        if (given != null) {
            flaw(key, "must be a list");
        }
        return null;
    }

    /** The object under that key; null if not mentioned, null or no object. */
    @Nullable
    Map<?, ?> object(String key) {
        Object given = map.get(key);
        if (given instanceof Map<?, ?> object) {
            return object;
        }
        if (given != null) {
            flaw(key, "must be an object");
        }
        return null;
    }

    /** The values of all other keys, over those that were there. */
    Map<String, Object> others(Set<String> known, Map<String, Object> present) {
        var others = new LinkedHashMap<String, Object>(present);
        map.forEach((key, value) -> {
            if (!known.contains(key)) {
                others.put(String.valueOf(key), Json.plain(value));
            }
        });
        return others;
    }

    /** The object at a place in one of this object's lists. */
    Shape item(Map<?, ?> item, String key, int index) {
        return new Shape(item, pointer + "/" + key + "/" + index, flaws);
    }

    void flaw(String key, String detail) {
        flaws.add(new Flaw(pointer + "/" + key.replace("~", "~0").replace("/", "~1"), detail));
    }

    void flaw(String key, int index, String detail) {
        flaws.add(new Flaw(pointer + "/" + key + "/" + index, detail));
    }
}
