package de.werkraum.export;

import de.werkraum.rich.RichField;
import de.werkraum.rich.RichText;
import java.util.List;

/** A field of the plan as a report's rich text: its headings below those of the document, without characters that no format can hold. */
final class Structured {
    private Structured() {}

    static RichText of(RichField field, int levels) {
        return new RichText(blocks(field.text().lowered(levels).blocks()));
    }

    private static List<RichText.Block> blocks(List<RichText.Block> blocks) {
        return blocks.stream().map(Structured::block).toList();
    }

    private static RichText.Block block(RichText.Block block) {
        if (block instanceof RichText.Paragraph paragraph) {
            return new RichText.Paragraph(inlines(paragraph.inlines()));
        } else if (block instanceof RichText.Heading heading) {
            return new RichText.Heading(heading.level(), inlines(heading.inlines()));
        } else if (block instanceof RichText.BulletList list) {
            return new RichText.BulletList(items(list.items()));
        } else if (block instanceof RichText.OrderedList list) {
            return new RichText.OrderedList(list.start(), items(list.items()));
        } else if (block instanceof RichText.TaskList list) {
            return new RichText.TaskList(list.tasks().stream()
                    .map(task -> new RichText.Task(task.done(), blocks(task.blocks())))
                    .toList());
        } else if (block instanceof RichText.Quote quote) {
            return new RichText.Quote(blocks(quote.blocks()));
        } else if (block instanceof RichText.Code code) {
            return new RichText.Code(code.language(), Clean.text(code.text()));
        } else if (block instanceof RichText.Table table) {
            return new RichText.Table(table.rows().stream().map(Structured::row).toList());
        }
        return block;
    }

    private static RichText.Row row(RichText.Row row) {
        return new RichText.Row(row.cells().stream()
                .map(cell -> new RichText.Cell(cell.head(), blocks(cell.blocks())))
                .toList());
    }

    private static List<RichText.Item> items(List<RichText.Item> items) {
        return items.stream()
                .map(item -> new RichText.Item(blocks(item.blocks())))
                .toList();
    }

    private static List<RichText.Inline> inlines(List<RichText.Inline> inlines) {
        return inlines.stream()
                .map(inline -> inline instanceof RichText.Text text
                        ? new RichText.Text(Clean.text(text.text()), text.marks())
                        : inline)
                .toList();
    }
}
