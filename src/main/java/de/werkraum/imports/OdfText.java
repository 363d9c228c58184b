package de.werkraum.imports;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Paragraphs of an OpenDocument file: blanks, tabs and line breaks are elements, and so are notes, whose text is no part of it. */
final class OdfText {
    private static final String LINK = "http://www.w3.org/1999/xlink";

    private final XMLStreamReader xml;
    private final StringBuilder text = new StringBuilder();
    private final List<Value.Link> links = new ArrayList<>();

    OdfText(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Reads to the end of the paragraph that has just begun. */
    Value.Words paragraph() throws XMLStreamException {
        inside();
        return new Value.Words(Encoding.clean(text.toString()), false, links);
    }

    private void inside() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
                text.append(xml.getText().replaceAll("[ \\t\\r\\n]+", " "));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                element(xml.getLocalName());
            }
        }
    }

    private void element(String name) throws XMLStreamException {
        switch (name) {
            case "s" -> text.append(" ".repeat(Math.min(100, Xml.number(xml.getAttributeValue(OdfFile.TEXT, "c"), 1))));
            case "tab" -> text.append('\t');
            case "line-break" -> text.append('\n');
            case "note", "annotation", "frame", "change", "change-start", "change-end", "ruby-text", "custom-shape" -> {
                Xml.skip(xml);
                return;
            }
            case "a" -> {
                link();
                return;
            }
            case "p", "h" -> text.append(text.isEmpty() ? "" : "\n");
            default -> {}
        }
        inside();
    }

    private void link() throws XMLStreamException {
        String href = xml.getAttributeValue(LINK, "href");
        int from = text.length();
        inside();
        String words = text.substring(from).strip();
        if (href != null && href.matches("(?i)(https?://|mailto:)\\S+") && !words.isEmpty() && !words.equals(href)) {
            links.add(new Value.Link(words, href));
        }
    }
}
