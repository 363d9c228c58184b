package de.werkraum.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Paragraphs of a Word document. */
final class DocxText {
    private static final int NO_LIST = -1;

    private final XMLStreamReader xml;
    private final Map<String, String> targets;

    /** @param level of the list that it is an item of, from 0; -1 where it is none */
    record Paragraph(Value.Words words, int level) {}

    /** A paragraph on its way. */
    private static final class Words {
        private final StringBuilder text = new StringBuilder();
        private final List<Value.Link> links = new ArrayList<>();
        private int level = NO_LIST;
    }

    DocxText(XMLStreamReader xml, Map<String, String> targets) {
        this.xml = xml;
        this.targets = targets;
    }

    /** Reads the paragraph that has just begun. */
    Paragraph read() throws XMLStreamException {
        var words = new Words();
        inside(words);
        return new Paragraph(new Value.Words(Encoding.clean(words.text.toString()), false, words.links), words.level);
    }

    private void inside(Words words) throws XMLStreamException {
        while (Xml.child(xml)) {
            switch (xml.getLocalName()) {
                case "t" -> words.text.append(Xml.text(xml));
                case "tab" -> {
                    words.text.append('\t');
                    Xml.skip(xml);
                }
                case "br", "cr" -> {
                    words.text.append('\n');
                    Xml.skip(xml);
                }
                case "noBreakHyphen" -> {
                    words.text.append('\u2011');
                    Xml.skip(xml);
                }
                case "hyperlink" -> link(words);
                case "pPr" -> properties(words);
                // What a field is told, what is deleted, what is drawn, and how a run looks.
                case "instrText", "del", "moveFrom", "drawing", "pict", "rPr", "sdtPr", "delText", "AlternateContent" ->
                    Xml.skip(xml);
                default -> inside(words);
            }
        }
    }

    private void link(Words words) throws XMLStreamException {
        String target = targets.getOrDefault(String.valueOf(Xml.attribute(xml, "id")), "");
        int from = words.text.length();
        inside(words);
        String text = words.text.substring(from).strip();
        if (target.matches("(?i)https?://\\S+") && !text.isEmpty() && !text.equals(target)) {
            words.links.add(new Value.Link(text, target));
        }
    }

    private void properties(Words words) throws XMLStreamException {
        while (Xml.child(xml)) {
            if (xml.getLocalName().equals("numPr")) {
                numbering(words);
            } else {
                Xml.skip(xml);
            }
        }
    }

    /** Number 0 takes a paragraph out of a list. */
    private void numbering(Words words) throws XMLStreamException {
        int level = 0;
        int number = 1;
        while (Xml.child(xml)) {
            if (xml.getLocalName().equals("ilvl")) {
                level = DocxFile.val(xml, 0);
            } else if (xml.getLocalName().equals("numId")) {
                number = DocxFile.val(xml, 0);
            }
            Xml.skip(xml);
        }
        words.level = number == 0 ? NO_LIST : level;
    }
}
