package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON texts within updates (formats, embeds, the older values) as strictly as {@code JSON.parse}. */
final class JsonParser {
    private final String text;
    private int at;

    private JsonParser(String text) {
        this.text = text;
    }

    /** @throws MalformedUpdateException if the text is no JSON or nested too deeply */
    static @Nullable Object parse(String text) {
        JsonParser parser = new JsonParser(text);
        Object value = parser.value(0);
        parser.space();
        if (parser.at != text.length()) {
            throw parser.bad();
        }
        return value;
    }

    private MalformedUpdateException bad() {
        return new MalformedUpdateException("not JSON at character " + at);
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        space();
        if (at == text.length()) {
            throw bad();
        }
        return text.charAt(at);
    }

    private @Nullable Object value(int depth) {
        if (depth > Decoder.MAX_DEPTH) {
            throw new MalformedUpdateException("JSON nested deeper than " + Decoder.MAX_DEPTH);
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw bad();
        }
        at += word.length();
        return value;
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        at++;
        if (peek() == '}') {
            at++;
            return object;
        }
        do {
            if (peek() != '"') {
                throw bad();
            }
            String key = string();
            if (peek() != ':') {
                throw bad();
            }
            at++;
            object.put(key, value(depth + 1));
        } while (another('}'));
        return JsKeys.ordered(object);
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> array = new ArrayList<>();
        at++;
        if (peek() == ']') {
            at++;
            return array;
        }
        do {
            array.add(value(depth + 1));
        } while (another(']'));
        return array;
    }

    private boolean another(char close) {
        char next = peek();
        if (next != ',' && next != close) {
            throw bad();
        }
        at++;
        return next == ',';
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return value.toString();
            }
            if (c < ' ') {
                throw bad();
            }
            value.append(c == '\\' ? escape() : c);
        }
        throw bad();
    }

    private char escape() {
        at++;
        char c = at < text.length() ? text.charAt(at) : '?';
        if (c == 'u') {
            return unicode();
        }
        int known = "\"\\/bfnrt".indexOf(c);
        if (known < 0) {
            throw bad();
        }
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = at < text.length() && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw bad();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Number number() {
        int from = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        int digits = at;
        digits();
        boolean whole = true;
        if (text.charAt(digits) == '0' && at > digits + 1) {
            throw bad();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            whole = false;
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            whole = false;
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            digits();
        }
        String number = text.substring(from, at);
        if (whole && number.length() < 16 && !number.equals("-0")) {
            return Long.valueOf(number);
        }
        return Double.valueOf(number);
    }

    private void digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            throw bad();
        }
    }
}
