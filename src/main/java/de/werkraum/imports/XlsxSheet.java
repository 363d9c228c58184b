package de.werkraum.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook, from its beginning to its end. */
final class XlsxSheet {
    /** Formulas of a row that sums up others. */
    private static final Pattern SUM = Pattern.compile(
            "(?i)^\\s*(?:sum|min|max|average|subtotal|count|counta|countif|sumif|sumifs|aggregate)\\s*\\(.*:.*");

    private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");

    private final XlsxStyles styles;
    private final List<String> strings;
    private final Map<String, String> relations;
    private final Bounds bounds;
    private final int mostRows;
    private final List<Row> rows = new ArrayList<>();
    private final List<Merged> merges = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final Map<String, String> links = new HashMap<>();
    private int number;
    private int width;
    private boolean cut;

    XlsxSheet(XlsxStyles styles, List<String> strings, Map<String, String> relations, Bounds bounds, int mostRows) {
        this.styles = styles;
        this.strings = strings;
        this.relations = relations;
        this.bounds = bounds;
        this.mostRows = mostRows;
    }

    Sheet read(byte[] part, String name, boolean hidden) {
        Xml.read(part, xml -> {
            while (Xml.next(xml)) {
                switch (xml.getLocalName()) {
                    case "col" -> columns(xml);
                    case "row" -> row(xml);
                    case "mergeCell" -> merge(Xml.attribute(xml, "ref"));
                    case "hyperlink" -> link(xml);
                    default -> {}
                }
            }
        });
        List<Row> whole = Merged.spread(rows.stream().map(this::linked).toList(), merges, width);
        return new Sheet(Encoding.clean(name), Sheet.Kind.SHEET, hidden, whole, hiddenColumns, cut);
    }

    private void columns(XMLStreamReader xml) {
        if (Xml.isTrue(Xml.attribute(xml, "hidden"))) {
            int last = Math.min(Xml.number(Xml.attribute(xml, "max"), 0), bounds.columns());
            for (int column = Xml.number(Xml.attribute(xml, "min"), 1); column <= last; column++) {
                hiddenColumns.add(column - 1);
            }
        }
    }

    private void row(XMLStreamReader xml) throws XMLStreamException {
        number = Xml.number(Xml.attribute(xml, "r"), number + 1);
        boolean hidden = Xml.isTrue(Xml.attribute(xml, "hidden"));
        var cells = new ArrayList<Cell>();
        int column = 0;
        while (Xml.child(xml)) {
            int place = column(Xml.attribute(xml, "r"), column);
            Cell cell = cell(xml);
            cut |= !cell.isEmpty() && place >= bounds.columns();
            if (!cell.isEmpty() && place < bounds.columns()) {
                Row.pad(cells, place);
                cells.add(cell);
            }
            column = place + 1;
        }
        if (!cells.isEmpty()) {
            width = Math.max(width, cells.size());
            rows.add(new Row(number, hidden, cells));
            if (rows.size() > mostRows) {
                throw Row.tooMany(bounds);
            }
        }
    }

    private static int column(@Nullable String place, int otherwise) {
        Matcher match = PLACE.matcher(place == null ? "" : place);
        if (!match.matches()) {
            return otherwise;
        }
        int column = 0;
        for (char letter : match.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return Math.max(otherwise, column - 1);
    }

    private Cell cell(XMLStreamReader xml) throws XMLStreamException {
        String type = Xml.attribute(xml, "t");
        int style = Xml.number(Xml.attribute(xml, "s"), -1);
        String formula = "";
        String value = "";
        while (Xml.child(xml)) {
            switch (xml.getLocalName()) {
                case "f" -> formula = Xml.text(xml);
                case "v" -> value = Xml.text(xml);
                case "is" -> value = richText(xml);
                default -> Xml.skip(xml);
            }
        }
        return new Cell(
                value(type == null ? "n" : type, value, style),
                Cell.From.HERE,
                SUM.matcher(formula).matches());
    }

    private Value value(String type, String value, int style) {
        return switch (type) {
            case "s" -> new Value.Words(shared(value));
            case "str", "inlineStr" -> new Value.Words(Encoding.clean(value));
            case "b" -> new Value.Tick(value.equals("1"), value.equals("1") ? "ja" : "nein");
            case "e" -> new Value.Words(Encoding.clean(value));
            case "d" -> new Value.Words(value);
            default -> number(value, style);
        };
    }

    private String shared(String place) {
        int index = Xml.number(place.strip(), strings.size());
        return index < strings.size() ? strings.get(index) : "";
    }

    private Value number(String value, int style) {
        try {
            return value.isBlank() ? Value.nothing() : styles.value(Double.parseDouble(value.strip()), style);
        } catch (NumberFormatException e) {
            return new Value.Words(Encoding.clean(value));
        }
    }

    /** The text of runs with their formats; how it is to be pronounced is left out. */
    static String richText(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        while (Xml.child(xml)) {
            switch (xml.getLocalName()) {
                case "t" -> text.append(Xml.text(xml));
                case "r" -> text.append(richText(xml));
                default -> Xml.skip(xml);
            }
        }
        return Encoding.clean(escapes(text.toString()));
    }

    /** {@code _x000D_} stands for a character that XML can't hold. */
    private static String escapes(String text) {
        return text.contains("_x")
                ? Pattern.compile("_x([0-9A-Fa-f]{4})_")
                        .matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))
                : text;
    }

    private void merge(@Nullable String range) {
        String[] ends = range == null ? new String[0] : range.split(":", -1);
        Matcher from = PLACE.matcher(ends.length == 2 ? ends[0] : "");
        Matcher to = PLACE.matcher(ends.length == 2 ? ends[1] : "");
        if (from.matches() && to.matches()) {
            merges.add(new Merged(
                    Integer.parseInt(from.group(2)),
                    Integer.parseInt(to.group(2)),
                    column(ends[0], 0),
                    column(ends[1], 0)));
        }
    }

    private void link(XMLStreamReader xml) {
        String address = relations.get(String.valueOf(Xml.attribute(xml, "id")));
        if (address != null && address.matches("(?i)https?://\\S+")) {
            links.put(String.valueOf(Xml.attribute(xml, "ref")), address);
        }
    }

    private Row linked(Row row) {
        if (links.isEmpty()) {
            return row;
        }
        var cells = new ArrayList<Cell>();
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.at(column);
            String address = links.getOrDefault(Warning.column(column) + row.number(), "");
            String text = cell.text().strip();
            boolean plain = address.isEmpty() || text.isEmpty() || text.equals(address);
            cells.add(
                    plain
                            ? cell
                            : Cell.of(new Value.Words(cell.text(), false, List.of(new Value.Link(text, address)))));
        }
        return new Row(row.number(), row.hidden(), cells);
    }
}
