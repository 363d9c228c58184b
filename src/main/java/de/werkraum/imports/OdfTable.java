package de.werkraum.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A table of an OpenDocument file, from its beginning to its end. */
final class OdfTable {
    private static final Pattern SUM = Pattern.compile(
            "(?i)^(?:of:|oooc:)?=\\s*(?:sum|min|max|average|subtotal|count|counta|sumif|countif)\\s*\\(.*:.*");

    /** Beyond any program's last row, and so far below the largest number that what one cell or row says can be added to it. */
    private static final int FAR = 1_000_000_000;

    private final XMLStreamReader xml;
    private final Bounds bounds;
    private final int mostRows;
    private final List<Row> rows = new ArrayList<>();
    private final List<Merged> merges = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private int number;
    private int column;
    private int width;
    private boolean cut;

    OdfTable(XMLStreamReader xml, Bounds bounds, int mostRows) {
        this.xml = xml;
        this.bounds = bounds;
        this.mostRows = mostRows;
    }

    Sheet read(String name, Sheet.Kind kind, boolean hidden) throws XMLStreamException {
        int columns = 0;
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && OdfFile.TABLE.equals(xml.getNamespaceURI())) {
                switch (xml.getLocalName()) {
                    case "table-column" -> {
                        columns = column(columns);
                        Xml.skip(xml);
                    }
                    case "table-row" -> row();
                    case "table" -> Xml.skip(xml);
                    default -> depth++;
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                Xml.skip(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return new Sheet(name, kind, hidden, Merged.spread(rows, merges, width), hiddenColumns, cut);
    }

    private int column(int from) {
        int to = Math.min(from + count(attribute("number-columns-repeated")), bounds.columns());
        if (isHidden()) {
            for (int i = from; i < to; i++) {
                hiddenColumns.add(i);
            }
        }
        return to;
    }

    private boolean isHidden() {
        String visibility = attribute("visibility");
        return "collapse".equals(visibility) || "filter".equals(visibility);
    }

    /** A row that repeats is made as often only where something is in it. */
    private void row() throws XMLStreamException {
        int repeated = count(attribute("number-rows-repeated"));
        boolean hidden = isHidden();
        var cells = new ArrayList<Cell>();
        column = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                cell(cells);
            }
        }
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            width = Math.max(width, cells.size());
            for (int i = 1; i <= repeated; i++) {
                rows.add(new Row(number + i, hidden, cells));
                if (rows.size() > mostRows) {
                    throw Row.tooMany(bounds);
                }
            }
        }
        number = Math.min(number + repeated, FAR);
    }

    private void cell(List<Cell> cells) throws XMLStreamException {
        int repeated = count(attribute("number-columns-repeated"));
        int across = count(attribute("number-columns-spanned"));
        int down = count(attribute("number-rows-spanned"));
        String formula = attribute("formula");
        boolean covered = xml.getLocalName().equals("covered-table-cell");
        Value value = value();
        if (!covered && (across > 1 || down > 1)) {
            merges.add(new Merged(number + 1, number + down, column, column + across - 1));
        }
        if (!value.isEmpty() && !covered) {
            cut |= column + repeated > bounds.columns();
            Row.pad(cells, Math.min(column, bounds.columns()));
            for (int i = 0; i < repeated && cells.size() < bounds.columns(); i++) {
                cells.add(new Cell(
                        value,
                        Cell.From.HERE,
                        formula != null && SUM.matcher(formula).matches()));
            }
        }
        column = Math.min(column + repeated, FAR);
    }

    private Value value() throws XMLStreamException {
        String type = office("value-type");
        String date = office("date-value");
        String plain = office("value");
        String truth = office("boolean-value");
        Value.Words words = content();
        if ("date".equals(type) && date != null) {
            return day(date, words);
        } else if (("float".equals(type) || "percentage".equals(type) || "currency".equals(type)) && plain != null) {
            return amount(plain, "percentage".equals(type), words);
        } else if ("boolean".equals(type) && truth != null) {
            return new Value.Tick(truth.equals("true"), words.text());
        }
        return words;
    }

    private static Value day(String date, Value.Words words) {
        try {
            return new Value.Day(
                    LocalDate.parse(date.substring(0, Math.min(date.length(), "2026-07-04".length()))), words.text());
        } catch (DateTimeException e) {
            return words;
        }
    }

    private static Value amount(String number, boolean percent, Value.Words words) {
        try {
            BigDecimal exact = new BigDecimal(number);
            return Math.abs(exact.scale()) > 40 ? words : new Value.Amount(exact, percent, words.text());
        } catch (NumberFormatException e) {
            return words;
        }
    }

    /** The paragraphs and lists of a cell, each on lines of its own. */
    private Value.Words content() throws XMLStreamException {
        var lines = new ArrayList<String>();
        var links = new ArrayList<Value.Link>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "p", "h" -> {
                        Value.Words words = new OdfText(xml).paragraph();
                        links.addAll(words.links());
                        lines.add(words.text());
                    }
                    case "list" -> lines.add(new OdfList(xml).lines(0, links));
                    default -> Xml.skip(xml);
                }
            }
        }
        return new Value.Words(String.join("\n", lines).stripTrailing(), false, links);
    }

    /** How often something is there: once where nothing is said. */
    private static int count(@Nullable String attribute) {
        return Math.max(1, Xml.number(attribute, 1));
    }

    private @Nullable String attribute(String name) {
        return xml.getAttributeValue(OdfFile.TABLE, name);
    }

    private @Nullable String office(String name) {
        return xml.getAttributeValue(OdfFile.OFFICE, name);
    }
}
