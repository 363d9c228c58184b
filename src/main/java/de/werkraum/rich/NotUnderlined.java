package de.werkraum.rich;

import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.BulletList;
import de.werkraum.rich.RichText.Heading;
import de.werkraum.rich.RichText.Inline;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.OrderedList;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Quote;
import de.werkraum.rich.RichText.Task;
import de.werkraum.rich.RichText.TaskList;
import de.werkraum.rich.RichText.Text;
import java.util.List;

/** Rich text but for underlines, which Markdown does not know. Cells of tables are not looked into: a table is written anew as a whole. */
final class NotUnderlined {
    private NotUnderlined() {}

    static RichText of(RichText text) {
        return Normal.form(new RichText(blocks(text.blocks())));
    }

    private static List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(NotUnderlined::block).toList();
    }

    private static Block block(Block block) {
        if (block instanceof Paragraph paragraph) {
            return new Paragraph(inlines(paragraph.inlines()));
        } else if (block instanceof Heading heading) {
            return new Heading(heading.level(), inlines(heading.inlines()));
        } else if (block instanceof BulletList list) {
            return new BulletList(items(list.items()));
        } else if (block instanceof OrderedList list) {
            return new OrderedList(list.start(), items(list.items()));
        } else if (block instanceof TaskList list) {
            return new TaskList(list.tasks().stream()
                    .map(task -> new Task(task.done(), blocks(task.blocks())))
                    .toList());
        }
        return block instanceof Quote quote ? new Quote(blocks(quote.blocks())) : block;
    }

    private static List<Item> items(List<Item> items) {
        return items.stream().map(item -> new Item(blocks(item.blocks()))).toList();
    }

    private static List<Inline> inlines(List<Inline> inlines) {
        return inlines.stream()
                .map(inline -> inline instanceof Text text
                        ? new Text(text.text(), text.marks().withoutUnderline())
                        : inline)
                .toList();
    }
}
