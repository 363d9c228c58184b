package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text as readers see it. */
final class TextReading {
    private final List<TextPart> parts = new ArrayList<>();
    private final Map<String, @Nullable Object> current = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    /** Formats that are in force at once; further ones are not told, or each stretch would be as long as all of them. */
    private static final int MOST_FORMATS = 200;

    private TextReading() {}

    static String plain(Branch branch) {
        StringBuilder text = new StringBuilder((int) Math.min(branch.length, 1 << 20));
        for (Item item = branch.start; item != null; item = item.right) {
            if (!item.deleted()) {
                item.content.appendTo(text);
            }
        }
        return text.toString();
    }

    static List<TextPart> delta(Branch branch) {
        TextReading reading = new TextReading();
        for (Item item = branch.start; item != null; item = item.right) {
            if (!item.deleted()) {
                reading.read(item.content);
            }
        }
        reading.flush();
        return reading.parts;
    }

    private void read(Content content) {
        content.appendTo(text);
        if (content instanceof Content.Embed || content instanceof Content.Type) {
            flush();
            parts.add(new TextPart(content.value(0), attributes()));
        } else if (content instanceof Content.Format format) {
            flush();
            if (current.size() < MOST_FORMATS || format.value == null || current.containsKey(format.key)) {
                apply(current, format);
            }
        }
    }

    static void apply(Map<String, @Nullable Object> attributes, Content.Format format) {
        if (format.value == null) {
            attributes.remove(format.key);
        } else {
            attributes.put(format.key, format.value);
        }
    }

    private void flush() {
        if (text.length() > 0) {
            parts.add(new TextPart(text.toString(), attributes()));
            text.setLength(0);
        }
    }

    private Map<String, @Nullable Object> attributes() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(current));
    }
}
