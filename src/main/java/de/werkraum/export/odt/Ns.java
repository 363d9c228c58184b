package de.werkraum.export.odt;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Elements and attributes of OpenDocument by their usual prefixes. */
final class Ns {
    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final Map<String, String> URIS = Map.of(
            "office", OASIS + "office:1.0",
            "text", OASIS + "text:1.0",
            "table", OASIS + "table:1.0",
            "style", OASIS + "style:1.0",
            "draw", OASIS + "drawing:1.0",
            "svg", OASIS + "svg-compatible:1.0",
            "fo", OASIS + "xsl-fo-compatible:1.0",
            "meta", OASIS + "meta:1.0",
            "manifest", OASIS + "manifest:1.0",
            "xlink", "http://www.w3.org/1999/xlink");

    private Ns() {}

    /** Adds an element; attributes are names and values in turn. */
    static Element add(Node parent, String name, String... attributes) {
        Document document = parent instanceof Document own ? own : Objects.requireNonNull(parent.getOwnerDocument());
        Element element = document.createElementNS(uri(name), name);
        for (int i = 0; i < attributes.length; i += 2) {
            set(element, attributes[i], attributes[i + 1]);
        }
        parent.appendChild(element);
        return element;
    }

    static void set(Element element, String name, String value) {
        element.setAttributeNS(uri(name), name, value);
    }

    static void remove(Element element, String name) {
        element.removeAttributeNS(uri(name), local(name));
    }

    static Iterable<Element> all(Node parent, String name) {
        var nodes = parent instanceof Document document
                ? document.getElementsByTagNameNS(uri(name), local(name))
                : ((Element) parent).getElementsByTagNameNS(uri(name), local(name));
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String uri(String name) {
        return Objects.requireNonNull(URIS.get(name.substring(0, name.indexOf(':'))), name);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
