package de.werkraum.plan;

import de.werkraum.crdt.View;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YType;
import de.werkraum.rich.Json;
import de.werkraum.rich.TextMerge;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values in a shared map: each is written only if it says something else than before. */
final class Fields {
    private Fields() {}

    /** Writes a value in the form documents hold; null takes it away. What the map holds now is read as present. */
    static void put(YMap map, String key, @Nullable Object present, @Nullable Object wanted) {
        if (wanted == null) {
            if (present != null) {
                map.remove(key);
            }
        } else if (!Json.same(present, wanted)) {
            map.set(key, wanted);
        }
    }

    /** Writes a shared text: into the one that is there, whatever type holds it; null takes it away. */
    static void text(YMap map, String key, @Nullable String present, @Nullable String wanted) {
        if (wanted == null) {
            if (present != null) {
                map.remove(key);
            }
        } else if (!wanted.equals(present)) {
            if (map.get(key) instanceof YType type) {
                TextMerge.plain(View.text(type), wanted);
            } else if (!wanted.isEmpty()) {
                map.set(key, new YText(wanted));
            }
        }
    }

    /** Writes all entries and takes away those that are wanted no longer; a null is a value here. */
    static void put(YMap map, Map<String, Object> present, Map<String, Object> wanted) {
        wanted.forEach((key, value) -> {
            if (!present.containsKey(key) || !Json.same(present.get(key), value)) {
                map.set(key, value);
            }
        });
        present.keySet().stream().filter(key -> !wanted.containsKey(key)).forEach(map::remove);
    }
}
