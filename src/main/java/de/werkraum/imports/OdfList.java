package de.werkraum.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A list of an OpenDocument text: in the text of a cell its items are lines with a bullet, by itself each is a row. */
final class OdfList {
    private final XMLStreamReader xml;

    OdfList(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** The list that has just begun, its items as rows below what stands above it. */
    Optional<Sheet> read(String above) throws XMLStreamException {
        var items = new ArrayList<Items.Item>();
        var links = new ArrayList<Value.Link>();
        for (String item : items(0, links)) {
            String[] lines = item.split("\\n", 2);
            items.add(new Items.Item(
                    0,
                    lines[0].strip(),
                    lines.length > 1 ? lines[1] : "",
                    above,
                    List.copyOf(linked(lines[0], links))));
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(Items.sheet(above, items));
    }

    private static List<Value.Link> linked(String line, List<Value.Link> links) {
        return links.stream().filter(link -> line.contains(link.words())).toList();
    }

    /** Lines of the list that has just begun, with bullets, deeper ones indented. */
    String lines(int depth, List<Value.Link> links) throws XMLStreamException {
        var lines = new ArrayList<String>();
        for (String item : items(depth, links)) {
            String[] parts = item.split("\\n", 2);
            lines.add("  ".repeat(depth) + "- " + parts[0].strip() + (parts.length > 1 ? "\n" + parts[1] : ""));
        }
        return String.join("\n", lines);
    }

    private List<String> items(int depth, List<Value.Link> links) throws XMLStreamException {
        var items = new ArrayList<String>();
        var item = new ArrayList<String>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "list-item", "list-header" -> item.clear();
                    case "p", "h" -> {
                        Value.Words words = new OdfText(xml).paragraph();
                        links.addAll(words.links());
                        item.add(words.text());
                    }
                    case "list" -> item.add(lines(depth + 1, links));
                    default -> Xml.skip(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("list")) {
                    return items;
                }
                String text = String.join("\n", item).strip();
                if (!text.isEmpty()) {
                    items.add(text);
                }
            }
        }
        return items;
    }
}
