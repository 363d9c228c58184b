package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.List;

/** A text as readers see it. */
final class TextReading {
    private final List<TextPart> parts = new ArrayList<>();
    private final Formats formats = new Formats();
    private final StringBuilder text = new StringBuilder();

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
            parts.add(new TextPart(content.value(0), formats.attributes()));
        } else if (content instanceof Content.Format format) {
            flush();
            formats.pass(format);
        }
    }

    private void flush() {
        if (text.length() > 0) {
            parts.add(new TextPart(text.toString(), formats.attributes()));
            text.setLength(0);
        }
    }
}
