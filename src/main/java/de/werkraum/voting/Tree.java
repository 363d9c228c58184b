package de.werkraum.voting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a plain JSON tree, as any JSON reader gives them. */
final class Tree {
    private Tree() {}

    /** A whole number that fits a long; null for everything else, so also for 3.0 and "3". */
    static @Nullable Long whole(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        return value instanceof BigInteger big && big.bitLength() < Long.SIZE ? (Long) big.longValue() : null;
    }

    /** A finite number exactly as written; null for everything else. */
    static @Nullable BigDecimal decimal(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return null;
        }
        // the shortest text of a binary number is what was written: 0.5 stays 0.5
        String text = number.toString();
        return text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?") ? new BigDecimal(text) : null;
    }

    /** A map known to have string keys. */
    static Map<String, Object> object(Map<?, ?> map) {
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (key instanceof String name && value != null) {
                object.put(name, value);
            }
        });
        return object;
    }
}
