package de.werkraum.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tables and lists of Word documents. What is marked as deleted is not there any more, what is marked as inserted is. */
final class DocxFile {
    private final XMLStreamReader xml;
    private final Bounds bounds;
    private final DocxText paragraphs;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Items.Item> items = new ArrayList<>();
    private String above = "";

    private DocxFile(XMLStreamReader xml, Bounds bounds, Map<String, String> links) {
        this.xml = xml;
        this.bounds = bounds;
        paragraphs = new DocxText(xml, links);
    }

    static List<Sheet> read(Parcel parcel, Bounds bounds) {
        var links = new HashMap<String, String>();
        parcel.part("word/_rels/document.xml.rels")
                .ifPresent(part -> Xml.read(part, xml -> {
                    while (Xml.next(xml)) {
                        links.put(
                                String.valueOf(Xml.attribute(xml, "Id")), String.valueOf(Xml.attribute(xml, "Target")));
                    }
                }));
        var sheets = new ArrayList<Sheet>();
        Xml.read(parcel.part("word/document.xml").orElseThrow(Unreadable::damaged), xml -> {
            var file = new DocxFile(xml, bounds, links);
            while (Xml.next(xml)) {
                file.element(xml.getLocalName());
            }
            file.endList();
            sheets.addAll(file.sheets);
        });
        return sheets;
    }

    private void element(String name) throws XMLStreamException {
        switch (name) {
            case "tbl" -> {
                endList();
                int left = bounds.rows()
                        - sheets.stream().mapToInt(sheet -> sheet.rows().size()).sum();
                sheets.add(new DocxTable(xml, paragraphs, bounds, left).read(above));
            }
            case "p" -> paragraph();
            case "del", "moveFrom", "txbxContent", "Fallback" -> Xml.skip(xml);
            default -> {}
        }
    }

    /** A paragraph with a number or a bullet is an item; one below an item belongs to it if it is further in. */
    private void paragraph() throws XMLStreamException {
        DocxText.Paragraph paragraph = paragraphs.read();
        String text = paragraph.words().text().strip();
        if (text.isEmpty()) {
            return;
        }
        int level = paragraph.level();
        if (level == 0) {
            items.add(new Items.Item(0, text, "", above, paragraph.words().links()));
        } else if (level > 0 && !items.isEmpty()) {
            Items.Item last = items.remove(items.size() - 1);
            String rest = (last.rest() + "\n" + "  ".repeat(level - 1) + "- " + text).strip();
            items.add(new Items.Item(0, last.title(), rest, last.heading(), last.links()));
        } else {
            endList();
            above = text;
        }
    }

    private void endList() {
        if (!items.isEmpty()) {
            sheets.add(Items.sheet(above, List.copyOf(items)));
            items.clear();
        }
    }

    /** A number of an attribute named {@code val}, or the other. */
    static int val(XMLStreamReader xml, int otherwise) {
        return Xml.number(Xml.attribute(xml, "val"), otherwise);
    }
}
