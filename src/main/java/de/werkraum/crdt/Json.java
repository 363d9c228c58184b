package de.werkraum.crdt;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints values as JavaScript's {@code JSON.stringify} does. Two things JavaScript refuses are printed instead: a bigint
 * as its digits, nesting deeper than {@value #MAX_DEPTH} as null.
 */
final class Json {
    static final int MAX_DEPTH = 500;

    private final StringBuilder out = new StringBuilder();

    private Json() {}

    static String stringify(@Nullable Object value) {
        Json json = new Json();
        json.print(value, 0);
        return json.out.toString();
    }

    private void print(@Nullable Object value, int depth) {
        if (value == null || value == Undefined.UNDEFINED || depth > MAX_DEPTH) {
            out.append("null");
        } else if (value instanceof String text) {
            quote(text);
        } else if (value instanceof Boolean || value instanceof BigInteger) {
            out.append(value);
        } else if (value instanceof Number number) {
            double real = number.doubleValue();
            out.append(Double.isFinite(real) ? JsNumber.print(real) : "null");
        } else if (value instanceof List<?> list) {
            printList(list, depth);
        } else if (value instanceof Map<?, ?> map) {
            printMap(map, depth);
        } else if (value instanceof byte[] bytes) {
            printBytes(bytes);
        } else if (value instanceof YType type) {
            printType(type, depth);
        } else if (value instanceof Subdocument) {
            out.append("{}");
        } else {
            throw new IllegalArgumentException("no value of a document: " + value.getClass());
        }
    }

    private void printType(YType type, int depth) {
        if (type instanceof YMap map) {
            printMap(map.toMap(), depth);
        } else if (type instanceof YArray array) {
            printList(array.toList(), depth);
        } else {
            quote(type.toString());
        }
    }

    private void printList(List<?> list, int depth) {
        out.append('[');
        String separator = "";
        for (Object each : list) {
            out.append(separator);
            print(each, depth + 1);
            separator = ",";
        }
        out.append(']');
    }

    private void printMap(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        map.forEach((key, each) -> entries.put((String) key, each));
        out.append('{');
        String separator = "";
        for (Map.Entry<String, @Nullable Object> entry : JsKeys.ordered(entries).entrySet()) {
            if (entry.getValue() != Undefined.UNDEFINED) {
                out.append(separator);
                quote(entry.getKey());
                out.append(':');
                print(entry.getValue(), depth + 1);
                separator = ",";
            }
        }
        out.append('}');
    }

    /** A Uint8Array is an object with indexes as keys to JavaScript. */
    private void printBytes(byte[] bytes) {
        out.append('{');
        for (int i = 0; i < bytes.length; i++) {
            out.append(i == 0 ? "\"" : ",\"").append(i).append("\":").append(bytes[i] & 0xFF);
        }
        out.append('}');
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || isLone(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
