package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A nested type seen by what it holds, whatever type made it: clients of Yjs 14 know one type, which has keys, characters and elements at once. What
 * is written through a view is written into that very type. Views are for types that are part of a document.
 */
public final class View {
    private View() {}

    /** As a map: its keys, or its attributes. */
    public static YMap map(YType type) {
        return type instanceof YMap map ? map : new YMap(type.branch);
    }

    /** As a text: its characters. */
    public static YText text(YType type) {
        return type instanceof YText text ? text : new YText(type.branch);
    }

    /** As a list: its elements. */
    public static YArray list(YType type) {
        return type instanceof YArray list ? list : new YArray(type.branch);
    }

    /** As a list of nodes. */
    public static YXmlFragment fragment(YType type) {
        return type instanceof YXmlFragment fragment ? fragment : new YXmlFragment(type.branch);
    }

    /** As a node with attributes. */
    public static YXmlElement element(YType type) {
        return type instanceof YXmlElement element ? element : new YXmlElement(type.branch);
    }

    /** The name it was made with; empty if it has none. */
    public static String name(YType type) {
        return type.branch.nodeName();
    }

    /** Whether it has keys. */
    public static boolean hasKeys(YType type) {
        return !KeyedEdit.entries(type.branch).isEmpty();
    }

    /** Whether there is anything in its list: characters, values, types. */
    public static boolean hasContent(YType type) {
        return type.branch.length > 0;
    }

    /**
     * What is in its list, in order: characters in stretches of equal format, each value and each type by itself.
     *
     * @return Strings and single values as {@link TextPart#insert()}
     */
    public static List<TextPart> parts(YType type) {
        List<TextPart> parts = new ArrayList<>();
        Formats formats = new Formats();
        StringBuilder text = new StringBuilder();
        for (Item item = type.branch.start; item != null; item = item.right) {
            if (item.deleted()) {
                continue;
            }
            if (item.content instanceof TextRun run) {
                run.appendTo(text);
                continue;
            }
            flush(text, formats, parts);
            if (item.content instanceof Content.Format format) {
                formats.pass(format);
            } else {
                for (int i = 0; i < item.visible(); i++) {
                    parts.add(part(item.content.value(i), formats));
                }
            }
        }
        flush(text, formats, parts);
        return parts;
    }

    private static void flush(StringBuilder text, Formats formats, List<TextPart> parts) {
        if (text.length() > 0) {
            parts.add(part(text.toString(), formats));
            text.setLength(0);
        }
    }

    private static TextPart part(@Nullable Object insert, Formats formats) {
        return new TextPart(insert, formats.attributes());
    }
}
