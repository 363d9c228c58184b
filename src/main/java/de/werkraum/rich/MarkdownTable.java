package de.werkraum.rich;

import de.werkraum.rich.RichText.Cell;
import de.werkraum.rich.RichText.Heading;
import de.werkraum.rich.RichText.Inline;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Row;
import de.werkraum.rich.RichText.Table;
import de.werkraum.rich.RichText.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as GitHub's Markdown has them: a head, and one line a cell, in which only marks survive. */
final class MarkdownTable {
    private MarkdownTable() {}

    static void append(Table table, List<String> lines) {
        List<Row> rows = new ArrayList<>(table.rows());
        int width = rows.get(0).cells().size();
        boolean headed = rows.get(0).cells().stream().allMatch(Cell::head);
        lines.add(headed ? line(rows.remove(0)) : "|" + "  |".repeat(width));
        lines.add("|" + " --- |".repeat(width));
        rows.forEach(row -> lines.add(line(row)));
    }

    private static String line(Row row) {
        return row.cells().stream().map(MarkdownTable::cell).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(Cell cell) {
        var inlines = new ArrayList<Inline>();
        cell.blocks().forEach(block -> {
            if (!inlines.isEmpty()) {
                inlines.add(new Text(" ", Marks.NONE));
            }
            if (block instanceof Paragraph paragraph) {
                inlines.addAll(paragraph.inlines());
            } else if (block instanceof Heading heading) {
                inlines.addAll(heading.inlines());
            } else {
                inlines.add(new Text(new RichText(List.of(block)).text(), Marks.NONE));
            }
        });
        List<Inline> oneLine = inlines.stream()
                .map(inline -> inline instanceof Text text
                        ? new Text(text.text().replaceAll("\\R", " "), text.marks())
                        : new Text(" ", Marks.NONE))
                .collect(Collectors.toList());
        return InlineWriter.lines(Runs.normal(oneLine), true).get(0).replace("|", "\\|");
    }
}
