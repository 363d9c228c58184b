package de.werkraum.export.pdf;

import de.werkraum.export.Report;
import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Value;
import java.util.List;
import org.w3c.dom.Element;

/** What stands in rows: facts, grids, bars. */
final class Tables {
    private static final int WHOLE = 1000;

    private final Markup markup;
    private final Report report;

    Tables(Markup markup, Report report) {
        this.markup = markup;
        this.report = report;
    }

    /** Names and values on running lines; a table would cost ten boxes a fact. */
    void facts(Element parent, List<Fact> facts) {
        Element line = markup.add(parent, "p", "facts");
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            markup.text(line, "span", "label", (i > 0 ? "  ·  " : "") + fact.label() + ": ");
            value(line, fact.value());
        }
    }

    void grid(Element parent, Report.Grid grid) {
        Element table = markup.add(parent, "table");
        if (grid.caption() != null) {
            markup.text(table, "caption", "", grid.caption());
        }
        Element head = markup.add(markup.add(table, "thead"), "tr");
        grid.head().forEach(cell -> markup.text(head, "th", cell.numeric() ? "num" : "", cell.label()));
        Element body = markup.add(table, "tbody");
        for (List<Value> row : grid.rows()) {
            Element line = markup.add(body, "tr");
            for (int i = 0; i < row.size(); i++) {
                boolean number = grid.head().get(i).numeric();
                Element cell = number ? markup.add(line, "td", "num") : markup.add(line, "td");
                value(grid.struck() ? markup.add(cell, "span", "struck") : cell, row.get(i));
            }
        }
    }

    /** Bars are drawn as boxes, so that label and number beside each stay text that can be read aloud and found. */
    void chart(Element parent, Report.Chart chart) {
        Element table = markup.add(markup.add(parent, "div", "chart"), "table", "bars");
        for (Report.Bar bar : chart.bars()) {
            Element line = markup.add(table, "tr");
            Element label = markup.text(line, "th", "bl", bar.label());
            label.setAttribute("scope", "row");
            Element track = markup.add(line, "td");
            Element drawn = markup.add(track, "div", bar.selected() ? "bar best" : "bar");
            drawn.setAttribute("style", "width:" + Math.max(1, chart.thousandths(bar) * 100 / WHOLE) + "%");
            markup.text(line, "td", "br", bar.shown());
        }
    }

    private void value(Element parent, Value value) {
        if (value instanceof Report.Link link) {
            Element anchor = markup.text(parent, "a", "", link.text());
            anchor.setAttribute("href", link.href());
        } else {
            markup.text(parent, report.shown(value));
        }
    }
}
