package de.werkraum.crdt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values of a document: what callers give is copied into one form, the one that reading gives too. */
final class Values {
    private Values() {}

    /**
     * A copy that nobody else can change: whole numbers as Long, other numbers as Double.
     *
     * @throws IllegalArgumentException for what no Yjs document can hold
     */
    static @Nullable Object normalize(@Nullable Object value) {
        return normalize(value, 0);
    }

    private static @Nullable Object normalize(@Nullable Object value, int depth) {
        if (depth > Decoder.MAX_DEPTH) {
            throw new IllegalArgumentException("value nested deeper than " + Decoder.MAX_DEPTH);
        }
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Undefined) {
            return value;
        }
        if (value instanceof BigInteger big && big.bitLength() < Long.SIZE) {
            return big;
        }
        if (value instanceof Number number && !(value instanceof BigInteger)) {
            return number(number.doubleValue());
        }
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(each -> copy.add(normalize(each, depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put((String) key, normalize(each, depth + 1)));
            return Collections.unmodifiableMap(JsKeys.ordered(copy));
        }
        throw new IllegalArgumentException("no value for a document: " + value);
    }

    private static Number number(double value) {
        boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
        if (value == Math.rint(value) && Math.abs(value) <= Decoder.MAX_SAFE && !negativeZero) {
            return (long) value;
        }
        return value;
    }

    /** The content for one value of any kind that a document can hold, shared types among them. */
    static Content content(@Nullable Object value) {
        if (value instanceof YType type) {
            if (type.branch.doc != null) {
                throw new IllegalArgumentException("the type is part of a document already");
            }
            return new Content.Type(type.branch);
        }
        if (value instanceof byte[] bytes) {
            return new Content.Binary(bytes.clone());
        }
        if (value instanceof Subdocument doc) {
            return new Content.Document(doc.guid(), normalize(doc.options()));
        }
        return new ValueRun(false, Collections.singletonList(normalize(value)));
    }

    static boolean isPlain(@Nullable Object value) {
        return !(value instanceof YType || value instanceof byte[] || value instanceof Subdocument);
    }

    /** Whether Yjs takes two attribute values for the same: equal, or objects whose members are. */
    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof List<?> left && b instanceof List<?> right && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                if (!identical(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right && left.size() == right.size()) {
            for (Map.Entry<?, ?> entry : left.entrySet()) {
                if (!right.containsKey(entry.getKey()) || !identical(entry.getValue(), right.get(entry.getKey()))) {
                    return false;
                }
            }
            return true;
        }
        return identical(a, b);
    }

    /** JavaScript's {@code ===}. */
    private static boolean identical(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y && a instanceof BigInteger == b instanceof BigInteger) {
            return a instanceof BigInteger ? a.equals(b) : x.doubleValue() == y.doubleValue();
        }
        return a == b || ((a instanceof String || a instanceof Boolean) && a.equals(b));
    }

    /** JavaScript's {@code String(value)}. */
    static String print(@Nullable Object value) {
        if (value instanceof Number number && !(value instanceof BigInteger)) {
            return JsNumber.print(number.doubleValue());
        }
        if (value instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            list.forEach(each -> parts.add(each == null || each == Undefined.UNDEFINED ? "" : print(each)));
            return String.join(",", parts);
        }
        if (value instanceof byte[] bytes) {
            List<String> parts = new ArrayList<>();
            for (byte each : bytes) {
                parts.add(Integer.toString(each & 0xFF));
            }
            return String.join(",", parts);
        }
        if (value instanceof Map || value instanceof Subdocument) {
            return "[object Object]";
        }
        return String.valueOf(value);
    }
}
