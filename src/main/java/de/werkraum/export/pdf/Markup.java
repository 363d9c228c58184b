package de.werkraum.export.pdf;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A tree of elements and texts; what people wrote is only ever a text, so it never becomes markup. */
final class Markup {
    /** Longest run without a blank that fits a line of any column; longer ones must be broken anywhere, which takes the layout a third more time. */
    private static final int LONG_WORD = 30;

    private final Document document;

    Markup() {
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    Document document() {
        return document;
    }

    Element root(String name) {
        return (Element) document.appendChild(document.createElement(name));
    }

    Element add(Element parent, String name) {
        return (Element) parent.appendChild(document.createElement(name));
    }

    /** An element with a class of the style sheet. */
    Element add(Element parent, String name, String style) {
        Element element = add(parent, name);
        element.setAttribute("class", style);
        return element;
    }

    /** An element that holds a text. */
    Element text(Element parent, String name, String style, String text) {
        Element element = style.isEmpty() ? add(parent, name) : add(parent, name, style);
        text(element, text);
        return element;
    }

    void text(Element parent, String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                add(parent, "br");
            }
            if (!lines[i].isEmpty()) {
                Element place = hasLongWord(lines[i]) ? add(parent, "span", "long") : parent;
                place.appendChild(document.createTextNode(lines[i]));
            }
        }
    }

    private static boolean hasLongWord(String line) {
        int run = 0;
        for (int i = 0; i < line.length() && run <= LONG_WORD; i++) {
            run = line.charAt(i) <= ' ' ? 0 : run + 1;
        }
        return run > LONG_WORD;
    }
}
