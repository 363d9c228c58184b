package de.werkraum.rich;

import de.werkraum.crdt.View;
import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.BulletList;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.OrderedList;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Task;
import de.werkraum.rich.RichText.TaskList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Turns what BlockNote has written into another text: containers that say the same stay, others are taken out or added. */
final class BlockNoteMerge {
    private static final RichWriter WRITER = new RichWriter(Dialect.TIPTAP);

    private BlockNoteMerge() {}

    /** Whether the fragment is BlockNote's: a group of containers. */
    static boolean isFor(List<Node> nodes) {
        return nodes.size() == 1 && Kind.of(nodes.get(0)) == Kind.GROUP;
    }

    static void merge(YXmlFragment fragment, RichText wanted) {
        group((YType) Objects.requireNonNull(fragment.get(0)), wanted.blocks());
    }

    static void append(YXmlFragment fragment, List<Block> blocks) {
        YXmlFragment containers = View.fragment((YType) Objects.requireNonNull(fragment.get(0)));
        containers.insert(containers.length(), containers(units(blocks)));
    }

    private static void group(YType group, List<Block> wanted) {
        List<Block> units = units(wanted);
        YXmlFragment containers = View.fragment(group);
        var old = new ArrayList<List<Block>>();
        Fragments.nodes(group).forEach(node -> old.add(RichReader.blocks(node)));
        int[] kept = Diff.kept(old, units.stream().map(List::of).toList());
        int next = units.size();
        for (int i = old.size() - 1; i >= 0; i--) {
            if (kept[i] >= 0) {
                containers.insert(i + 1, containers(units.subList(kept[i] + 1, next)));
                next = kept[i];
            } else if (!old.get(i).isEmpty()) {
                containers.delete(i, 1);
            }
        }
        containers.insert(0, containers(units.subList(0, next)));
    }

    /** Blocks as BlockNote cuts them: each item by itself. */
    private static List<Block> units(List<Block> blocks) {
        var units = new ArrayList<Block>();
        for (Block block : blocks) {
            if (block instanceof BulletList list) {
                list.items().forEach(item -> units.add(new BulletList(List.of(item))));
            } else if (block instanceof TaskList list) {
                list.tasks().forEach(task -> units.add(new TaskList(List.of(task))));
            } else if (block instanceof OrderedList list) {
                int start = list.start();
                for (Item item : list.items()) {
                    units.add(new OrderedList(start, List.of(item)));
                    start = 1;
                }
            } else {
                units.add(block);
            }
        }
        return units;
    }

    private static List<YXmlElement> containers(List<Block> units) {
        return units.stream().map(BlockNoteMerge::container).toList();
    }

    private static YXmlElement container(Block unit) {
        if (unit instanceof BulletList list) {
            return item(new YXmlElement("bulletListItem"), list.items().get(0).blocks());
        } else if (unit instanceof OrderedList list) {
            var element = new YXmlElement("numberedListItem");
            return item(
                    list.start() == 1 ? element : element.setAttribute("start", (long) list.start()),
                    list.items().get(0).blocks());
        } else if (unit instanceof TaskList list) {
            Task task = list.tasks().get(0);
            return item(new YXmlElement("checkListItem").setAttribute("checked", task.done()), task.blocks());
        }
        return contained(List.of(WRITER.node(unit)));
    }

    private static YXmlElement item(YXmlElement element, List<Block> blocks) {
        boolean words = !blocks.isEmpty() && blocks.get(0) instanceof Paragraph;
        if (words) {
            WRITER.filled(element, ((Paragraph) blocks.get(0)).inlines());
        }
        List<YXmlElement> below = containers(units(blocks.subList(words ? 1 : 0, blocks.size())));
        if (below.isEmpty()) {
            return contained(List.of(element));
        }
        var group = new YXmlElement("blockGroup");
        group.insert(0, below);
        return contained(List.of(element, group));
    }

    private static YXmlElement contained(List<YXmlElement> nodes) {
        var container = new YXmlElement("blockContainer");
        container.insert(0, nodes);
        return container;
    }
}
