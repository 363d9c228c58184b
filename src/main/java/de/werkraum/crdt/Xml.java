package de.werkraum.crdt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** XML as Yjs prints it: names in lower case, attributes sorted, nothing escaped. Below a depth of 500 it is left out. */
final class Xml {
    private final StringBuilder out = new StringBuilder();

    private Xml() {}

    static String print(Branch branch) {
        Xml xml = new Xml();
        xml.node(branch, 0);
        return xml.out.toString();
    }

    private void node(Branch branch, int depth) {
        if (depth > Json.MAX_DEPTH) {
            return;
        }
        switch (branch.kind()) {
            case XML_TEXT -> text(branch, depth);
            case XML_FRAGMENT -> children(branch, depth);
            case XML_ELEMENT -> element(branch, depth);
            default -> out.append(branch.type());
        }
    }

    private void element(Branch branch, int depth) {
        String name = branch.nodeName().toLowerCase(Locale.ROOT);
        out.append('<').append(name);
        attributes(KeyedEdit.entries(branch));
        out.append('>');
        children(branch, depth);
        out.append("</").append(name).append('>');
    }

    private void attributes(Map<String, @Nullable Object> attributes) {
        new TreeMap<>(attributes).forEach((key, value) -> out.append(' ')
                .append(key)
                .append("=\"")
                .append(Values.print(value))
                .append('"'));
    }

    private void children(Branch branch, int depth) {
        for (Object child : ListEdit.values(branch)) {
            value(child, depth + 1);
        }
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof YType type) {
            node(type.branch, depth);
        } else {
            out.append(Values.print(value));
        }
    }

    private void text(Branch branch, int depth) {
        for (TextPart part : TextReading.delta(branch)) {
            TreeMap<String, @Nullable Object> tags = new TreeMap<>(part.attributes());
            tags.forEach((tag, value) -> {
                out.append('<').append(tag);
                attributes(members(value));
                out.append('>');
            });
            value(part.insert(), depth + 1);
            tags.descendingKeySet().forEach(tag -> out.append("</").append(tag).append('>'));
        }
    }

    /** What JavaScript's {@code for … in} finds in a value. */
    private static Map<String, @Nullable Object> members(@Nullable Object value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> members.put((String) key, each));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> members.put(Integer.toString(members.size()), each));
        } else if (value instanceof String text) {
            for (int i = 0; i < text.length(); i++) {
                members.put(Integer.toString(i), text.substring(i, i + 1));
            }
        }
        return members;
    }
}
