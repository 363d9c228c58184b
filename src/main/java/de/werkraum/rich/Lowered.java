package de.werkraum.rich;

import de.werkraum.rich.RichText.Block;
import java.util.List;

/** Headings that many levels lower, also those in lists, quotes and tables. */
record Lowered(int levels) {
    List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private Block block(Block block) {
        if (block instanceof RichText.Heading heading) {
            return new RichText.Heading(Math.min(RichText.Heading.LEVELS, heading.level() + levels), heading.inlines());
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
        } else if (block instanceof RichText.Table table) {
            return new RichText.Table(table.rows().stream().map(this::row).toList());
        }
        return block;
    }

    private List<RichText.Item> items(List<RichText.Item> items) {
        return items.stream()
                .map(item -> new RichText.Item(blocks(item.blocks())))
                .toList();
    }

    private RichText.Row row(RichText.Row row) {
        return new RichText.Row(row.cells().stream()
                .map(cell -> new RichText.Cell(cell.head(), blocks(cell.blocks())))
                .toList());
    }
}
