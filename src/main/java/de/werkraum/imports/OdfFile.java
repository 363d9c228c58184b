package de.werkraum.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The content of OpenDocument texts and spreadsheets, read as a stream: what is said to repeat a million times is never made so often, so that
 * neither coloured empty rows nor a sheet of a billion cells cost anything.
 */
final class OdfFile {
    static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private final XMLStreamReader xml;
    private final Bounds bounds;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Set<String> hiddenStyles = new HashSet<>();
    private String style = "";
    private String above = "";
    private boolean spreadsheet;

    private OdfFile(XMLStreamReader xml, Bounds bounds) {
        this.xml = xml;
        this.bounds = bounds;
    }

    static List<Sheet> read(byte[] content, Bounds bounds) {
        var sheets = new ArrayList<Sheet>();
        Xml.read(content, xml -> {
            var file = new OdfFile(xml, bounds);
            while (Xml.next(xml)) {
                file.element(xml.getLocalName());
            }
            sheets.addAll(file.sheets);
        });
        return sheets;
    }

    private void element(String name) throws XMLStreamException {
        switch (name) {
            case "style" -> style = String.valueOf(Xml.attribute(xml, "name"));
            case "table-properties" -> {
                if ("false".equals(xml.getAttributeValue(TABLE, "display"))) {
                    hiddenStyles.add(style);
                }
            }
            case "spreadsheet" -> spreadsheet = true;
            case "table" -> {
                if (TABLE.equals(xml.getNamespaceURI())) {
                    table();
                }
            }
            case "list" -> new OdfList(xml).read(above).ifPresent(sheets::add);
            case "h", "p" -> {
                String text = new OdfText(xml).paragraph().text().strip();
                above = text.isEmpty() ? above : text;
            }
            case "tracked-changes", "annotation", "shapes" -> Xml.skip(xml);
            default -> {}
        }
    }

    private void table() throws XMLStreamException {
        String name = String.valueOf(xml.getAttributeValue(TABLE, "name"));
        boolean hidden = hiddenStyles.contains(String.valueOf(xml.getAttributeValue(TABLE, "style-name")));
        Sheet.Kind kind = spreadsheet ? Sheet.Kind.SHEET : Sheet.Kind.TABLE;
        int rows = sheets.stream().mapToInt(sheet -> sheet.rows().size()).sum();
        sheets.add(new OdfTable(xml, bounds, bounds.rows() - rows).read(spreadsheet ? name : above, kind, hidden));
    }
}
