package de.werkraum.rich;

import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.BulletList;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.OrderedList;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Task;
import de.werkraum.rich.RichText.TaskList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** BlockNote has no lists: each item is a block, and what is below it is a group beside its text. Items next to each other make a list. */
final class BlockNotes {
    private final Function<List<Node>, List<Block>> read;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Kind kind;

    /** A block that is an item of a list. */
    private record Entry(Node.Element block, List<Block> content) {}

    private BlockNotes(Function<List<Node>, List<Block>> read) {
        this.read = read;
    }

    /**
     * What neighbouring containers say.
     *
     * @param read reads what is inside
     */
    static List<Block> blocks(List<Node.Element> containers, Function<List<Node>, List<Block>> read) {
        var notes = new BlockNotes(read);
        containers.forEach(notes::container);
        notes.flush();
        return notes.blocks;
    }

    private void container(Node.Element container) {
        var own = new ArrayList<Node>();
        var below = new ArrayList<Node>();
        container.children().forEach(child -> (Kind.of(child) == Kind.GROUP ? below : own).add(child));
        if (own.size() == 1 && own.get(0) instanceof Node.Element block && isItem(Kind.of(block))) {
            if (Kind.of(block) != kind || block.attribute("start") != null) {
                flush();
            }
            kind = Kind.of(block);
            var content = new ArrayList<Block>(List.of(new Paragraph(RichReader.inlines(block.children()))));
            content.addAll(read.apply(below));
            entries.add(new Entry(block, content));
        } else {
            flush();
            blocks.addAll(read.apply(own));
            blocks.addAll(read.apply(below));
        }
    }

    private static boolean isItem(@Nullable Kind kind) {
        return kind == Kind.BULLET || kind == Kind.NUMBER || kind == Kind.CHECK;
    }

    private void flush() {
        if (kind == Kind.CHECK) {
            blocks.add(new TaskList(entries.stream()
                    .map(entry -> new Task(RichReader.isChecked(entry.block()), entry.content()))
                    .toList()));
        } else if (kind != null) {
            List<Item> items =
                    entries.stream().map(entry -> new Item(entry.content())).toList();
            Object start = entries.get(0).block().attribute("start");
            blocks.add(kind == Kind.NUMBER ? new OrderedList(Numbers.whole(start, 1), items) : new BulletList(items));
        }
        entries.clear();
        kind = null;
    }
}
