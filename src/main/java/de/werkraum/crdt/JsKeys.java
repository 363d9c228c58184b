package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order in which JavaScript lists an object's keys: array indexes by number, then the others as they came. */
final class JsKeys {
    private static final long LARGEST_INDEX = (1L << 32) - 2;

    private JsKeys() {}

    /** The same entries in JavaScript's order; the same map if it has that order. */
    static Map<String, @Nullable Object> ordered(Map<String, @Nullable Object> object) {
        boolean anyIndex = false;
        for (String key : object.keySet()) {
            anyIndex |= index(key) >= 0;
        }
        if (!anyIndex) {
            return object;
        }
        List<String> indexes = new ArrayList<>();
        for (String key : object.keySet()) {
            if (index(key) >= 0) {
                indexes.add(key);
            }
        }
        indexes.sort(Comparator.comparingLong(JsKeys::index));
        Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
        for (String key : indexes) {
            ordered.put(key, object.get(key));
        }
        for (Map.Entry<String, @Nullable Object> entry : object.entrySet()) {
            ordered.putIfAbsent(entry.getKey(), entry.getValue());
        }
        return ordered;
    }

    /** The array index a key stands for in canonical form, or -1. */
    private static long index(String key) {
        int length = key.length();
        if (length == 0 || length > 10 || (key.charAt(0) == '0' && length > 1)) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            char c = key.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value <= LARGEST_INDEX ? value : -1;
    }
}
