package de.werkraum.plan;

import de.werkraum.crdt.TextPart;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.crdt.YXmlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nodes and marks that y-prosemirror writes: names of elements, attributes of texts. */
final class Nodes {
    static final String PARAGRAPH = "paragraph";
    static final String HEADING = "heading";
    static final String BULLET_LIST = "bullet_list";
    static final String ORDERED_LIST = "ordered_list";
    static final String LIST_ITEM = "list_item";
    static final String HARD_BREAK = "hard_break";

    private Nodes() {}

    static boolean is(@Nullable Object node, String name) {
        return node instanceof YXmlElement element && element.name().equals(name);
    }

    /** Whether the node stands within a line. */
    static boolean isInline(YType node) {
        return node instanceof YXmlText || is(node, HARD_BREAK);
    }

    /** A whole number, or the other one if it is none. */
    static int number(@Nullable Object value, int otherwise) {
        return value instanceof Number number && number.doubleValue() == number.intValue()
                ? number.intValue()
                : otherwise;
    }

    /** The glyphs of a text; an embedded object, which has no glyph, is null. */
    static List<@Nullable Glyph> glyphs(YText text, boolean marks) {
        var glyphs = new ArrayList<@Nullable Glyph>();
        for (TextPart part : text.toDelta()) {
            if (part.insert() instanceof String string) {
                Glyph marked = marks ? marked(part.attributes()) : new Glyph(0, false, false, null);
                string.codePoints()
                        .forEach(point -> glyphs.add(new Glyph(point, marked.strong(), marked.em(), marked.href())));
            } else {
                glyphs.add(null);
            }
        }
        return glyphs;
    }

    private static Glyph marked(Map<String, ?> attributes) {
        boolean strong = false;
        boolean em = false;
        String href = null;
        for (var attribute : attributes.entrySet()) {
            Object value = attribute.getValue();
            if (value == null || Boolean.FALSE.equals(value)) {
                continue;
            }
            switch (mark(attribute.getKey())) {
                case "strong" -> strong = true;
                case "em" -> em = true;
                case "link" ->
                    href = value instanceof Map<?, ?> link && link.get("href") instanceof String s ? s : href;
                default -> {} // a mark that has no meaning here
            }
        }
        return new Glyph(0, strong, em, href);
    }

    /** Marks that may overlap themselves carry a hash after two hyphens. */
    private static String mark(String attribute) {
        int hash = attribute.indexOf("--");
        return hash < 0 ? attribute : attribute.substring(0, hash);
    }

    /** The attributes for a glyph's marks. */
    static Map<String, Object> attributes(Glyph glyph) {
        var attributes = new LinkedHashMap<String, Object>();
        if (glyph.strong()) {
            attributes.put("strong", Map.of());
        }
        if (glyph.em()) {
            attributes.put("em", Map.of());
        }
        if (glyph.href() != null) {
            attributes.put("link", Map.of("href", glyph.href()));
        }
        return attributes;
    }

    /** All text at and below a node, however deep: without recursion. */
    static String allText(YType root) {
        var text = new StringBuilder();
        Deque<YType> rest = new ArrayDeque<>(List.of(root));
        while (!rest.isEmpty()) {
            YType node = rest.pop();
            if (node instanceof YText leaf) {
                leaf.toDelta().forEach(part -> text.append(part.insert() instanceof String s ? s : ""));
            } else if (is(node, HARD_BREAK)) {
                text.append('\n');
            } else if (node instanceof YXmlFragment parent) {
                var children = new ArrayList<>(parent.children());
                Collections.reverse(children);
                children.forEach(rest::push);
            }
        }
        return text.toString();
    }
}
