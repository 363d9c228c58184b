package de.werkraum.rich;

import de.werkraum.crdt.TextPart;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a fragment's rich text into another one. Nodes that say the same already are left alone, nodes of the same kind are
 * changed within, so that what someone else writes into them at the same time is not lost.
 */
final class RichMerge {
    private final Dialect dialect;
    private final RichWriter writer;

    private RichMerge(Dialect dialect) {
        this.dialect = dialect;
        writer = new RichWriter(dialect);
    }

    /**
     * In the dialect that is spoken there already.
     *
     * @param nodes what is there
     */
    static void merge(YType fragment, List<Node> nodes, RichText wanted) {
        Dialect dialect = Dialect.of(nodes);
        new RichMerge(dialect)
                .blocks(View.fragment(fragment), nodes, dialect.sayable(wanted).blocks());
    }

    private void blocks(YXmlFragment fragment, List<Node> nodes, List<Block> wanted) {
        if (said(RichReader.read(nodes).blocks()).equals(wanted)) {
            return;
        }
        new Children<>(fragment, wanted) {
            @Override
            List<Block> values(YType child) {
                return said(RichReader.blocks(Fragments.node(child)));
            }

            @Override
            boolean change(YType child, Block value) {
                return RichMerge.this.change(child, value);
            }

            @Override
            YXmlElement node(Block value) {
                return writer.node(value);
            }
        }.merge();
    }

    private List<Block> said(List<Block> blocks) {
        return dialect.sayable(new RichText(blocks)).blocks();
    }

    private void items(YType list, List<Item> wanted) {
        new Children<>(View.fragment(list), wanted) {
            @Override
            List<Item> values(YType child) {
                return List.of(
                        new Item(said(RichReader.item(Fragments.node(child)).blocks())));
            }

            @Override
            boolean change(YType child, Item value) {
                return inside(child, Kind.ITEM, value.blocks());
            }

            @Override
            YXmlElement node(Item value) {
                return writer.node(value);
            }
        }.merge();
    }

    private void tasks(YType list, List<Task> wanted) {
        new Children<>(View.fragment(list), wanted) {
            @Override
            List<Task> values(YType child) {
                Task task = RichReader.task(Fragments.node(child));
                return List.of(new Task(task.done(), said(task.blocks())));
            }

            @Override
            boolean change(YType child, Task value) {
                boolean task = inside(child, Kind.TASK, value.blocks());
                if (task && RichReader.isChecked(Fragments.node(child)) != value.done()) {
                    View.map(child).set("checked", value.done());
                }
                return task;
            }

            @Override
            YXmlElement node(Task value) {
                return writer.node(value);
            }
        }.merge();
    }

    private boolean inside(YType child, Kind kind, List<Block> wanted) {
        boolean right = Kind.of(View.name(child)) == kind;
        if (right) {
            blocks(View.fragment(child), Fragments.nodes(child), wanted);
        }
        return right;
    }

    /** Makes a node say the block if it is of its kind; answers whether it is. */
    private boolean change(YType node, Block block) {
        Kind kind = Kind.of(View.name(node));
        if (block instanceof Paragraph paragraph && kind == Kind.PARAGRAPH) {
            inlines(node, paragraph.inlines());
        } else if (block instanceof Heading heading && kind == Kind.HEADING) {
            number(node, "level", heading.level());
            inlines(node, heading.inlines());
        } else if (block instanceof BulletList list && kind == Kind.BULLETS) {
            items(node, list.items());
        } else if (block instanceof OrderedList list && kind == Kind.NUMBERS) {
            number(node, View.map(node).has("order") ? "order" : dialect.start(), list.start());
            items(node, list.items());
        } else if (block instanceof TaskList list && kind == Kind.TASKS) {
            tasks(node, list.tasks());
        } else if (block instanceof Quote quote && kind == Kind.QUOTE) {
            blocks(View.fragment(node), Fragments.nodes(node), quote.blocks());
        } else {
            return false;
        }
        return true;
    }

    private static void number(YType node, String name, int value) {
        if (Numbers.whole(View.map(node).get(name), 1) != value) {
            View.map(node).set(name, (long) value);
        }
    }

    /** Line by line where the breaks are the same, else anew. */
    private void inlines(YType node, List<Inline> wanted) {
        List<List<Text>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        for (Inline inline : wanted) {
            if (inline instanceof Text text) {
                lines.get(lines.size() - 1).add(text);
            } else {
                lines.add(new ArrayList<>());
            }
        }
        List<YText> texts = texts(node);
        if (texts != null && texts.size() == lines.size()) {
            for (int i = 0; i < texts.size(); i++) {
                TextMerge.marked(texts.get(i), lines.get(i), dialect);
            }
        } else {
            YXmlElement element = View.element(node);
            element.delete(0, element.length());
            writer.filled(element, wanted);
        }
    }

    /** The texts between the breaks, the node itself where characters lie directly in it; null if it is not texts and breaks in turn. */
    private static @Nullable List<YText> texts(YType node) {
        List<TextPart> parts = View.parts(node);
        if (!parts.isEmpty() && parts.stream().allMatch(part -> part.insert() instanceof String)) {
            return List.of(View.text(node));
        }
        var texts = new ArrayList<YText>();
        for (int i = 0; i < parts.size(); i++) {
            Object child = parts.get(i).insert();
            boolean lineBreak = child instanceof YType type && Kind.of(View.name(type)) == Kind.BREAK;
            if (i % 2 == 0 && child instanceof YText text) {
                texts.add(text);
            } else if (i % 2 == 0 || !lineBreak) {
                return null;
            }
        }
        return parts.size() % 2 == 1 ? texts : null;
    }
}
