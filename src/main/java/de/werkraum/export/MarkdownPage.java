package de.werkraum.export;

import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Kind;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Section;
import de.werkraum.export.Report.Value;
import de.werkraum.rich.Markdown;
import de.werkraum.rich.RichText;
import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.BulletList;
import de.werkraum.rich.RichText.Heading;
import de.werkraum.rich.RichText.Inline;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A report as one page of Markdown. Bars are left out: the table below them has their numbers. */
final class MarkdownPage {
    private static final Pattern FEED = Pattern.compile("\\s*\\R\\s*");
    private static final Marks STRONG = Marks.NONE.withStrong();
    private static final Marks STRUCK = new Marks(false, false, false, true, false, null);

    private final Report report;
    private final List<String> parts = new ArrayList<>();
    /** What is not written yet: lists below each other can only be told apart if they are written together. */
    private final List<Block> blocks = new ArrayList<>();

    MarkdownPage(Report report) {
        this.report = report;
    }

    String text() {
        heading(1, report.title(), Marks.NONE);
        facts(report.facts());
        for (Section section : report.sections()) {
            // its rows lead to the steps by page or link, of which a text has none
            if (!section.id().equals("overview")) {
                section(section);
            }
        }
        write();
        parts.removeIf(String::isEmpty);
        return String.join("\n\n", parts) + "\n";
    }

    private void section(Section section) {
        heading(section.level(), section.heading(), section.struck() ? STRUCK : Marks.NONE);
        section.parts().forEach(part -> part(part, section.struck()));
    }

    private void part(Part part, boolean struck) {
        if (part instanceof Report.Sub sub) {
            section(sub.section());
        } else if (part instanceof Report.Facts facts) {
            facts(facts.facts());
        } else if (part instanceof Report.Rich rich) {
            blocks.addAll(rich.text().blocks());
        } else if (part instanceof Report.Sentence sentence) {
            Marks said = sentence.kind() == Kind.MUTED || sentence.kind() == Kind.NOTE ? Marks.NONE : STRONG;
            sentence.text()
                    .lines()
                    .forEach(line -> paragraph(line, struck && sentence.kind() == Kind.MUTED ? STRUCK : said));
        } else if (part instanceof Report.Grid grid) {
            grid(grid);
        }
    }

    private void heading(int level, String text, Marks marks) {
        blocks.add(new Heading(level, List.of(new Text(text, marks))));
    }

    private void paragraph(String text, Marks marks) {
        blocks.add(new Paragraph(List.of(new Text(text, marks))));
    }

    private void facts(List<Fact> facts) {
        blocks.add(new BulletList(facts.stream().map(this::fact).toList()));
    }

    private Item fact(Fact fact) {
        String value = FEED.matcher(report.shown(fact.value())).replaceAll(" ");
        List<Inline> line = List.of(new Text(fact.label() + ":", STRONG), new Text(" " + value, Marks.NONE));
        return new Item(List.of(new Paragraph(line)));
    }

    /** A table with its numbers at the right, which rich text has no word for. */
    private void grid(Report.Grid grid) {
        if (grid.caption() != null) {
            paragraph(grid.caption() + ":", Marks.NONE);
        }
        write();
        var lines = new ArrayList<String>();
        lines.add(row(grid.head().stream().map(head -> cell(head.label())).toList()));
        lines.add(row(grid.head().stream()
                .map(head -> head.numeric() ? "---:" : "---")
                .toList()));
        for (List<Value> row : grid.rows()) {
            lines.add(row(row.stream()
                    .map(value -> cell(report.shown(value)))
                    .map(cell -> grid.struck() && !cell.isEmpty() ? "~~" + cell + "~~" : cell)
                    .toList()));
        }
        parts.add(String.join("\n", lines));
    }

    private void write() {
        parts.add(Markdown.write(new RichText(blocks)));
        blocks.clear();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String cell(String text) {
        return Markdown.words(text).replace("|", "\\|");
    }
}
