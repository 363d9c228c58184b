package de.werkraum.rich;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as plain Java: Map, List, String, Boolean, Number and null. */
public final class Json {
    /** Values nested deeper are given as null: deeper trees exhaust a thread's stack or a JSON library's limit. */
    public static final int MAX_DEPTH = 64;

    /** Beyond this an integer is no longer exact as a JavaScript number. */
    private static final double SAFE_INTEGER = 9_007_199_254_740_991d;

    private Json() {}

    /** A copy that cannot be changed and keeps its order; unlike {@link Map#copyOf} it may hold null values. */
    public static Map<String, Object> frozen(Map<String, Object> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Whether both are the same JSON value: numbers by value whatever their Java class, objects whatever their order. */
    public static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue()) == 0;
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet())
                    && x.entrySet().stream().allMatch(e -> same(e.getValue(), y.get(e.getKey())));
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            if (x.size() != y.size()) {
                return false;
            }
            for (int i = 0; i < x.size(); i++) {
                if (!same(x.get(i), y.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return a == null ? b == null : a.equals(b);
    }

    /** The value as JavaScript would hold it: safe integers as Long, other numbers as Double; too deep parts are null. */
    public static @Nullable Object plain(@Nullable Object value) {
        return plain(value, 0);
    }

    private static @Nullable Object plain(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            return null;
        }
        if (value instanceof Number number) {
            return number(number.doubleValue());
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), plain(inner, depth + 1)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<Object>();
            list.forEach(inner -> copy.add(plain(inner, depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        return value instanceof String || value instanceof Boolean ? value : null;
    }

    /** The shortest Java number of that value; null where JSON has none (infinity, not a number). */
    public static @Nullable Number number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return null;
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) <= SAFE_INTEGER;
        return whole ? (Number) (long) value : (Number) value;
    }
}
