package de.werkraum.export.odt;

import de.werkraum.rich.RichText;
import java.util.List;
import org.w3c.dom.Element;

/** Characters: several blanks, tabs and line feeds have elements of their own, else they would be one blank. */
final class Words {
    private Words() {}

    static void add(Element parent, String text) {
        var run = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean more = c == ' ' && (i == 0 || text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\n');
            if (c != '\n' && c != '\t' && !more) {
                run.append(c);
                continue;
            }
            flush(parent, run);
            Ns.add(parent, c == '\n' ? "text:line-break" : c == '\t' ? "text:tab" : "text:s");
        }
        flush(parent, run);
    }

    static Element span(Element parent, String look, String text) {
        Element span = Ns.add(parent, "text:span", "text:style-name", look);
        add(span, text);
        return span;
    }

    static void inlines(Element parent, List<RichText.Inline> inlines) {
        for (RichText.Inline inline : inlines) {
            if (inline instanceof RichText.Text text) {
                add(marked(parent, text.marks()), text.text());
            } else {
                Ns.add(parent, "text:line-break");
            }
        }
    }

    private static Element marked(Element parent, RichText.Marks marks) {
        Element inner = parent;
        if (marks.href() != null) {
            inner = link(inner, marks.href());
            inner = Ns.add(inner, "text:span", "text:style-name", "Link");
        }
        inner = marks.strong() ? Ns.add(inner, "text:span", "text:style-name", "Strong") : inner;
        inner = marks.em() ? Ns.add(inner, "text:span", "text:style-name", "Em") : inner;
        inner = marks.underline() ? Ns.add(inner, "text:span", "text:style-name", "Underline") : inner;
        inner = marks.strike() ? Ns.add(inner, "text:span", "text:style-name", "Strike") : inner;
        return marks.code() ? Ns.add(inner, "text:span", "text:style-name", "Code") : inner;
    }

    static Element link(Element parent, String href) {
        return Ns.add(parent, "text:a", "xlink:type", "simple", "xlink:href", href);
    }

    private static void flush(Element parent, StringBuilder run) {
        if (!run.isEmpty()) {
            parent.appendChild(parent.getOwnerDocument().createTextNode(run.toString()));
            run.setLength(0);
        }
    }
}
