package de.werkraum.export.docx;

import de.werkraum.export.Outline;
import de.werkraum.rich.RichText;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Rich text as paragraphs, lists and tables. */
final class Prose {
    /** Twentieths of a point that each level of a list goes in. */
    private static final int INDENT = 340;

    private final Outline outline;
    private final Numbers numbers;
    private final Tables tables;

    Prose(Outline outline, Numbers numbers, Tables tables) {
        this.outline = outline;
        this.numbers = numbers;
        this.tables = tables;
    }

    void write(Place place, List<RichText.Block> blocks) {
        blocks.forEach(block -> write(place, block, 0));
    }

    private void write(Place place, RichText.Block block, int depth) {
        if (block instanceof RichText.Paragraph paragraph) {
            Words.inlines(indented(place, depth), paragraph.inlines());
        } else if (block instanceof RichText.Heading heading) {
            XWPFParagraph paragraph = place.paragraph();
            paragraph.setStyle("Heading" + outline.next(heading.level()));
            Words.inlines(paragraph, heading.inlines());
        } else if (block instanceof RichText.BulletList list) {
            items(place, list.items(), numbers.bullets(), depth);
        } else if (block instanceof RichText.OrderedList list) {
            items(place, list.items(), numbers.from(list.start(), depth), depth);
        } else if (block instanceof RichText.TaskList list) {
            list.tasks().forEach(task -> task(place, task, depth));
        } else if (block instanceof RichText.Quote quote) {
            quote.blocks().forEach(inner -> write(place, inner, depth + 1));
        } else if (block instanceof RichText.Code code) {
            Words.add(indented(place, depth), code.text()).setFontFamily("Consolas");
        } else if (block instanceof RichText.Rule) {
            place.paragraph().setBorderBottom(org.apache.poi.xwpf.usermodel.Borders.SINGLE);
        } else if (block instanceof RichText.Table table) {
            table(place, table.rows(), depth);
        }
    }

    private void items(Place place, List<RichText.Item> items, BigInteger list, int depth) {
        for (RichText.Item item : items) {
            XWPFParagraph paragraph = place.paragraph();
            paragraph.setStyle("Tight");
            paragraph.setNumID(list);
            paragraph.setNumILvl(BigInteger.valueOf(Math.min(depth, Numbers.LEVELS - 1L)));
            rest(place, paragraph, item.blocks(), depth);
        }
    }

    private void task(Place place, RichText.Task task, int depth) {
        XWPFParagraph paragraph = indented(place, depth);
        Words.add(paragraph, task.done() ? "☑ " : "☐ ");
        rest(place, paragraph, task.blocks(), depth);
    }

    private void rest(Place place, XWPFParagraph paragraph, List<RichText.Block> blocks, int depth) {
        boolean led = !blocks.isEmpty() && blocks.get(0) instanceof RichText.Paragraph;
        if (led) {
            Words.inlines(paragraph, ((RichText.Paragraph) blocks.get(0)).inlines());
        }
        blocks.stream().skip(led ? 1 : 0).forEach(block -> write(place, block, depth + 1));
    }

    /** A table within a table is given as its cells' texts. */
    private void table(Place place, List<RichText.Row> rows, int depth) {
        if (place instanceof Place.Top top) {
            tables.rich(top, rows, this);
        } else {
            rows.forEach(
                    row -> row.cells().forEach(cell -> cell.blocks().forEach(block -> write(place, block, depth))));
        }
    }

    private static XWPFParagraph indented(Place place, int depth) {
        XWPFParagraph paragraph = place.paragraph();
        if (depth > 0) {
            paragraph.setStyle("Tight");
            paragraph.setIndentationLeft(depth * INDENT);
        }
        return paragraph;
    }
}
