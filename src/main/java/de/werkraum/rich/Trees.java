package de.werkraum.rich;

import de.werkraum.crdt.Undefined;
import de.werkraum.crdt.YArray;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of a document as JSON trees. JSON lacks some: bytes are given as Base64, integers beyond 2^53 as their digits,
 * infinity and what is nested too deeply as null.
 */
public final class Trees {
    private Trees() {}

    public static @Nullable Object tree(@Nullable Object value) {
        return tree(value, 0);
    }

    /** Values that no editor could want to see again: {@code undefined} is no value in JSON. */
    public static boolean isAbsent(@Nullable Object value) {
        return value instanceof Undefined;
    }

    private static @Nullable Object tree(@Nullable Object value, int depth) {
        if (depth > Json.MAX_DEPTH) {
            return null;
        }
        if (value instanceof YMap map) {
            return map(map.toMap(), depth);
        }
        if (value instanceof YArray array) {
            return list(array.toList(), depth);
        }
        if (value instanceof YType text) {
            return Fragments.allText(text);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        if (value instanceof List<?> list) {
            return list(list, depth);
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        return value instanceof BigInteger big ? big.toString() : Json.plain(value);
    }

    private static Map<String, Object> map(Map<?, ?> values, int depth) {
        var map = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> {
            if (!isAbsent(value)) {
                map.put(String.valueOf(key), tree(value, depth + 1));
            }
        });
        return Json.frozen(map);
    }

    private static List<Object> list(List<?> values, int depth) {
        var list = new ArrayList<Object>();
        values.forEach(value -> list.add(tree(value, depth + 1)));
        return Collections.unmodifiableList(list);
    }
}
