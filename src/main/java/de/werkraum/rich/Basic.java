package de.werkraum.rich;

import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.BulletList;
import de.werkraum.rich.RichText.Code;
import de.werkraum.rich.RichText.Heading;
import de.werkraum.rich.RichText.Inline;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.OrderedList;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Quote;
import de.werkraum.rich.RichText.Rule;
import de.werkraum.rich.RichText.Table;
import de.werkraum.rich.RichText.Task;
import de.werkraum.rich.RichText.TaskList;
import de.werkraum.rich.RichText.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Rich text in what ProseMirror's basic schema knows: quotes as what is in them, code as its lines, tables as lines of cells, boxes to tick as
 * characters, rules not at all.
 */
final class Basic {
    private Basic() {}

    static RichText of(RichText text) {
        return Normal.form(new RichText(blocks(text.blocks())));
    }

    static Marks of(Marks marks) {
        return new Marks(marks.strong(), marks.em(), false, false, false, marks.href());
    }

    private static List<Block> blocks(List<Block> blocks) {
        var basic = new ArrayList<Block>();
        blocks.forEach(block -> basic.addAll(basic(block)));
        return basic;
    }

    private static List<Block> basic(Block block) {
        if (block instanceof Paragraph paragraph) {
            return List.of(new Paragraph(inlines(paragraph.inlines())));
        } else if (block instanceof Heading heading) {
            return List.of(new Heading(heading.level(), inlines(heading.inlines())));
        } else if (block instanceof BulletList list) {
            return List.of(new BulletList(list.items().stream()
                    .map(item -> new Item(blocks(item.blocks())))
                    .toList()));
        } else if (block instanceof OrderedList list) {
            return List.of(new OrderedList(
                    list.start(),
                    list.items().stream()
                            .map(item -> new Item(blocks(item.blocks())))
                            .toList()));
        } else if (block instanceof TaskList list) {
            return List.of(new BulletList(list.tasks().stream().map(Basic::item).toList()));
        } else if (block instanceof Quote quote) {
            return blocks(quote.blocks());
        } else if (block instanceof Rule) {
            return List.of();
        }
        String text = block instanceof Code code ? code.text() : new RichText(List.of((Table) block)).text();
        return RichText.plain(text).blocks();
    }

    private static Item item(Task task) {
        List<Block> inside = blocks(task.blocks());
        var words = new ArrayList<Inline>(List.of(new Text(task.done() ? "[x] " : "[ ] ", Marks.NONE)));
        var blocks = new ArrayList<Block>(inside);
        if (!inside.isEmpty() && inside.get(0) instanceof Paragraph first) {
            words.addAll(first.inlines());
            blocks.remove(0);
        }
        blocks.add(0, new Paragraph(words));
        return new Item(blocks);
    }

    private static List<Inline> inlines(List<Inline> inlines) {
        return inlines.stream()
                .map(inline -> inline instanceof Text text ? new Text(text.text(), of(text.marks())) : inline)
                .toList();
    }
}
