package de.werkraum.imports;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A table of a Word document, from its beginning to its end. */
final class DocxTable {
    private final XMLStreamReader xml;
    private final DocxText paragraphs;
    private final Bounds bounds;
    private final int mostRows;
    private final List<Row> rows = new ArrayList<>();
    private int columns;
    private boolean cut;

    DocxTable(XMLStreamReader xml, DocxText paragraphs, Bounds bounds, int mostRows) {
        this.xml = xml;
        this.paragraphs = paragraphs;
        this.bounds = bounds;
        this.mostRows = mostRows;
    }

    Sheet read(String above) throws XMLStreamException {
        while (Xml.child(xml)) {
            rowOrWithin();
        }
        List<Row> whole = rows.stream()
                .filter(row -> !row.cells().stream().allMatch(Cell::isEmpty))
                .toList();
        return new Sheet(above, Sheet.Kind.TABLE, whole, cut);
    }

    /** Rows may lie in content controls or in what was inserted. */
    private void rowOrWithin() throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "tr" -> row();
            case "sdt", "sdtContent", "ins", "moveTo", "customXml" -> {
                while (Xml.child(xml)) {
                    rowOrWithin();
                }
            }
            default -> Xml.skip(xml);
        }
    }

    private void row() throws XMLStreamException {
        var cells = new ArrayList<Cell>();
        boolean deleted = within(cells);
        if (!deleted) {
            columns = Math.max(columns, cells.size());
            rows.add(new Row(rows.size() + 1, false, cells));
        }
        if (rows.size() > mostRows) {
            throw Row.tooMany(bounds);
        }
    }

    /** Reads the cells; answers whether the row is marked as deleted. */
    private boolean within(List<Cell> cells) throws XMLStreamException {
        boolean deleted = false;
        while (Xml.child(xml)) {
            switch (xml.getLocalName()) {
                case "tc" -> cell(cells);
                case "sdt", "sdtContent", "customXml" -> deleted |= within(cells);
                case "trPr" -> {
                    while (Xml.child(xml)) {
                        deleted |= xml.getLocalName().equals("del");
                        Xml.skip(xml);
                    }
                }
                default -> Xml.skip(xml);
            }
        }
        return deleted;
    }

    /** How a cell is merged. */
    private static final class Span {
        private int across = 1;
        private boolean fromAbove;
    }

    private void cell(List<Cell> cells) throws XMLStreamException {
        var span = new Span();
        var lines = new ArrayList<String>();
        var links = new ArrayList<Value.Link>();
        content(span, lines, links);
        Cell own = Cell.of(new Value.Words(String.join("\n", lines).strip(), false, links));
        int column = cells.size();
        Cell above = rows.isEmpty() ? Cell.EMPTY : rows.get(rows.size() - 1).at(column);
        Cell cell = span.fromAbove ? above.spread(Cell.From.ABOVE) : own;
        cut |= !cell.isEmpty() && column >= bounds.columns();
        for (int i = 0; i < span.across && cells.size() < bounds.columns(); i++) {
            cells.add(i == 0 ? cell : cell.spread(Cell.From.LEFT));
        }
    }

    private void content(Span span, List<String> lines, List<Value.Link> links) throws XMLStreamException {
        while (Xml.child(xml)) {
            switch (xml.getLocalName()) {
                case "tcPr" -> properties(span);
                case "p" -> {
                    DocxText.Paragraph paragraph = paragraphs.read();
                    String text = paragraph.words().text().strip();
                    links.addAll(paragraph.words().links());
                    if (!text.isEmpty()) {
                        lines.add(paragraph.level() < 0 ? text : "  ".repeat(paragraph.level()) + "- " + text);
                    }
                }
                case "sdt", "sdtContent", "ins", "customXml" -> content(span, lines, links);
                default -> Xml.skip(xml);
            }
        }
    }

    private void properties(Span span) throws XMLStreamException {
        while (Xml.child(xml)) {
            if (xml.getLocalName().equals("gridSpan")) {
                span.across = Math.max(1, DocxFile.val(xml, 1));
            } else if (xml.getLocalName().equals("vMerge")) {
                String how = Xml.attribute(xml, "val");
                span.fromAbove = how == null || how.equals("continue");
            }
            Xml.skip(xml);
        }
    }
}
