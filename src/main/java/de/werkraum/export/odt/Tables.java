package de.werkraum.export.odt;

import de.werkraum.export.Report;
import de.werkraum.export.Report.Value;
import de.werkraum.export.Widths;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Element;

/** Grids and bars. */
final class Tables {
    private static final double LONGEST_CM = 7;
    private static final double WHOLE = 1000;

    /** Thousandths: what a bar stands for, the bar, its number. */
    private static final List<Integer> BARS = List.of(350, 500, 150);

    private final Report report;
    private final Element looks;
    private final Set<Integer> made = new HashSet<>();
    private int count;

    /** @param looks where styles of the content are put */
    Tables(Report report, Element looks) {
        this.report = report;
        this.looks = looks;
    }

    void grid(Element parent, Report.Grid grid) {
        if (grid.caption() != null) {
            Words.span(Prose.paragraph(parent, "Tight"), "Strong", grid.caption());
        }
        Element table = table(parent);
        columns(table, Widths.of(grid, report));
        Element head = row(Ns.add(table, "table:table-header-rows"));
        for (Report.Head cell : grid.head()) {
            Words.span(cell(head, "Head", cell.numeric()), "Strong", cell.label());
        }
        for (List<Value> values : grid.rows()) {
            Element row = row(table);
            for (int i = 0; i < values.size(); i++) {
                Element cell = cell(row, "Cell", grid.head().get(i).numeric());
                value(cell, values.get(i), grid.struck() ? "Strike" : "");
            }
        }
    }

    void chart(Element parent, Report.Chart chart) {
        Element table = table(parent);
        columns(table, BARS);
        for (Report.Bar bar : chart.bars()) {
            Element row = row(table);
            Words.add(cell(row, "Plain", false), bar.label());
            double width = Math.max(0.02, LONGEST_CM * chart.thousandths(bar) / WHOLE);
            Element drawn = Ns.add(
                    cell(row, "Plain", false),
                    "draw:rect",
                    "draw:style-name",
                    bar.selected() ? "Best" : "Bar",
                    "text:anchor-type",
                    "as-char",
                    "svg:width",
                    width + "cm",
                    "svg:height",
                    "0.35cm");
            Ns.add(drawn, "svg:title").setTextContent(bar.label());
            Ns.add(drawn, "svg:desc").setTextContent(bar.label() + ": " + bar.shown());
            Words.span(cell(row, "Plain", true), "Strong", bar.shown());
        }
    }

    void value(Element parent, Value value, String look) {
        if (value instanceof Report.Link link) {
            Words.span(Words.link(parent, link.href()), "Link", link.text());
        } else if (look.isEmpty()) {
            Words.add(parent, report.shown(value));
        } else {
            Words.span(parent, look, report.shown(value));
        }
    }

    private Element table(Element parent) {
        return Ns.add(parent, "table:table", "table:name", "Table" + ++count, "table:style-name", "Grid");
    }

    /** Columns of those thousandths of the width. Each width is a style, made when it is first needed. */
    private void columns(Element table, List<Integer> shares) {
        for (int share : shares) {
            String look = "Column" + share;
            if (made.add(share)) {
                Element column = Ns.add(looks, "style:style", "style:name", look, "style:family", "table-column");
                String width = String.format(Locale.ROOT, "%.2fcm", Looks.TABLE_CM * share / Widths.WHOLE);
                Ns.add(column, "style:table-column-properties", "style:column-width", width);
            }
            Ns.add(table, "table:table-column", "table:style-name", look);
        }
    }

    private static Element row(Element parent) {
        return Ns.add(parent, "table:table-row", "table:style-name", "Line");
    }

    private static Element cell(Element row, String look, boolean right) {
        Element cell = Ns.add(row, "table:table-cell", "table:style-name", look, "office:value-type", "string");
        return Prose.paragraph(cell, right ? "Right" : "Tight");
    }
}
