package de.werkraum.rich;

import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlText;
import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.Break;
import de.werkraum.rich.RichText.BulletList;
import de.werkraum.rich.RichText.Cell;
import de.werkraum.rich.RichText.Code;
import de.werkraum.rich.RichText.Heading;
import de.werkraum.rich.RichText.Inline;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.OrderedList;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Quote;
import de.werkraum.rich.RichText.Row;
import de.werkraum.rich.RichText.Rule;
import de.werkraum.rich.RichText.Table;
import de.werkraum.rich.RichText.Task;
import de.werkraum.rich.RichText.TaskList;
import de.werkraum.rich.RichText.Text;
import java.util.ArrayList;
import java.util.List;

/** Makes the nodes of rich text as an editor would that speaks a dialect; the text holds only what the dialect has a name for. */
record RichWriter(Dialect dialect) {
    /** An unattached node; a list item starts with a paragraph, as editors demand. */
    YXmlElement node(Block block) {
        if (block instanceof Paragraph paragraph) {
            return filled(element("paragraph"), paragraph.inlines());
        } else if (block instanceof Heading heading) {
            return filled(element("heading").setAttribute("level", (long) heading.level()), heading.inlines());
        } else if (block instanceof BulletList list) {
            return parent(
                    dialect.bullets(), list.items().stream().map(this::node).toList());
        } else if (block instanceof OrderedList list) {
            YXmlElement element = parent(
                    dialect.numbers(), list.items().stream().map(this::node).toList());
            return list.start() == 1 ? element : element.setAttribute(dialect.start(), (long) list.start());
        } else if (block instanceof TaskList list) {
            return parent("taskList", list.tasks().stream().map(this::node).toList());
        } else if (block instanceof Quote quote) {
            return parent("blockquote", quote.blocks().stream().map(this::node).toList());
        } else if (block instanceof Code code) {
            YXmlElement element = filled(element("codeBlock"), List.of(new Text(code.text(), Marks.NONE)));
            return code.language().isEmpty() ? element : element.setAttribute("language", code.language());
        } else if (block instanceof Rule) {
            return element("horizontalRule");
        }
        return parent("table", ((Table) block).rows().stream().map(this::node).toList());
    }

    YXmlElement node(Item item) {
        return parent(dialect.item(), inside(item.blocks()));
    }

    YXmlElement node(Task task) {
        return parent("taskItem", inside(task.blocks())).setAttribute("checked", task.done());
    }

    private YXmlElement node(Row row) {
        return parent("tableRow", row.cells().stream().map(this::node).toList());
    }

    private YXmlElement node(Cell cell) {
        return parent(cell.head() ? "tableHeader" : "tableCell", inside(cell.blocks()));
    }

    private List<YXmlElement> inside(List<Block> blocks) {
        var nodes = new ArrayList<YXmlElement>();
        if (blocks.isEmpty() || !(blocks.get(0) instanceof Paragraph)) {
            nodes.add(element("paragraph"));
        }
        blocks.forEach(block -> nodes.add(node(block)));
        return nodes;
    }

    private static YXmlElement element(String name) {
        return new YXmlElement(name);
    }

    private static YXmlElement parent(String name, List<? extends YType> children) {
        YXmlElement element = element(name);
        element.insert(0, children);
        return element;
    }

    /** A text for the characters between two breaks, and an element for each break. */
    YXmlElement filled(YXmlElement element, List<Inline> inlines) {
        var nodes = new ArrayList<YType>();
        var line = new ArrayList<Text>();
        for (Inline inline : inlines) {
            if (inline instanceof Break) {
                flush(line, nodes);
                nodes.add(element(dialect.lineBreak()));
            } else {
                line.add((Text) inline);
            }
        }
        flush(line, nodes);
        element.insert(0, nodes);
        return element;
    }

    private void flush(List<Text> line, List<YType> nodes) {
        if (!line.isEmpty()) {
            var text = new YXmlText();
            int position = 0;
            for (Text part : line) {
                text.insert(position, part.text(), Markings.attributes(part.marks(), dialect));
                position += part.text().length();
            }
            nodes.add(text);
            line.clear();
        }
    }
}
