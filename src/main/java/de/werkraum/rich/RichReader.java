package de.werkraum.rich;

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
import org.jspecify.annotations.Nullable;

/** What the nodes of a fragment say. Nodes without a meaning are read as what is in them. */
final class RichReader {
    private RichReader() {}

    static RichText read(List<Node> nodes) {
        return Normal.form(new RichText(blocks(nodes, 0)));
    }

    /** One node in normal form: no block if nothing is to be seen, several if it is a node without a meaning. */
    static List<Block> blocks(Node node) {
        return read(List.of(node)).blocks();
    }

    /** An item of a list, in normal form; a child that is none counts as the content of one. */
    static Item item(Node child) {
        return new Item(read(content(child, Kind.ITEM)).blocks());
    }

    /** A thing to tick off, in normal form. */
    static Task task(Node child) {
        return new Task(isChecked(child), read(content(child, Kind.TASK)).blocks());
    }

    private static List<Block> blocks(List<Node> nodes, int depth) {
        var blocks = new ArrayList<Block>();
        var line = new ArrayList<Node>();
        var containers = new ArrayList<Node.Element>();
        for (Node node : nodes) {
            boolean contains = Kind.of(node) == Kind.CONTAINER;
            if (!contains) {
                blocks.addAll(BlockNotes.blocks(containers, inside -> blocks(inside, depth + 1)));
                containers.clear();
            }
            if (isInline(node)) {
                line.add(node);
                continue;
            }
            flush(line, blocks);
            if (contains) {
                containers.add((Node.Element) node);
            } else {
                blocks.addAll(block((Node.Element) node, depth));
            }
        }
        blocks.addAll(BlockNotes.blocks(containers, inside -> blocks(inside, depth + 1)));
        flush(line, blocks);
        return blocks;
    }

    static boolean isInline(Node node) {
        Kind kind = Kind.of(node);
        return node instanceof Node.Chars
                || (kind != null && kind.inline())
                || (node instanceof Node.Element element && element.name().isEmpty());
    }

    /** Text that stands outside a paragraph makes one. */
    private static void flush(List<Node> line, List<Block> blocks) {
        if (!line.isEmpty()) {
            blocks.add(new Paragraph(inlines(line)));
            line.clear();
        }
    }

    private static List<Block> block(Node.Element element, int depth) {
        Kind kind = Kind.of(element.name());
        if (depth > MarkdownReader.MAX_DEPTH) {
            return RichText.plain(text(element)).blocks();
        } else if (kind == null) {
            return blocks(element.children(), depth + 1);
        }
        List<Node> children = element.children();
        return switch (kind) {
            case PARAGRAPH -> List.of(new Paragraph(inlines(children)));
            case HEADING -> List.of(new Heading(Numbers.whole(element.attribute("level"), 1), inlines(children)));
            case BULLETS -> List.of(new BulletList(items(element, depth)));
            case NUMBERS -> List.of(new OrderedList(start(element), items(element, depth)));
            case TASKS -> List.of(new TaskList(tasks(element, depth)));
            case QUOTE -> List.of(new Quote(blocks(children, depth + 1)));
            case CODE -> List.of(new Code(language(element), text(element)));
            case RULE -> List.of(new Rule());
            case TABLE -> List.of(new Table(rows(children, depth)));
            default -> blocks(children, depth + 1);
        };
    }

    private static int start(Node.Element list) {
        Object start = list.attribute("order") == null ? list.attribute("start") : list.attribute("order");
        return Numbers.whole(start, 1);
    }

    private static String language(Node.Element code) {
        return code.attribute("language") instanceof String language ? language : "";
    }

    private static List<Item> items(Node.Element list, int depth) {
        return list.children().stream()
                .map(child -> new Item(blocks(content(child, Kind.ITEM), depth + 1)))
                .toList();
    }

    private static List<Task> tasks(Node.Element list, int depth) {
        return list.children().stream()
                .map(child -> new Task(isChecked(child), blocks(content(child, Kind.TASK), depth + 1)))
                .toList();
    }

    private static List<Node> content(Node child, Kind kind) {
        return child instanceof Node.Element element && Kind.of(element) == kind ? element.children() : List.of(child);
    }

    static boolean isChecked(Node child) {
        return child instanceof Node.Element element && Boolean.TRUE.equals(element.attribute("checked"));
    }

    private static List<Row> rows(List<Node> children, int depth) {
        var rows = new ArrayList<Row>();
        for (Node child : children) {
            if (Kind.of(child) == Kind.ROW) {
                rows.add(new Row(cells(((Node.Element) child).children(), depth)));
            } else if (child instanceof Node.Element between) {
                rows.addAll(rows(between.children(), depth));
            }
        }
        return rows;
    }

    private static List<Cell> cells(List<Node> children, int depth) {
        var cells = new ArrayList<Cell>();
        for (Node child : children) {
            boolean head = Kind.of(child) == Kind.HEAD;
            List<Node> inside = child instanceof Node.Element element ? element.children() : List.of(child);
            cells.add(new Cell(head, blocks(inside, depth + 1)));
            int span = child instanceof Node.Element element ? Numbers.whole(element.attribute("colspan"), 1) : 1;
            for (int i = 1; i < Math.min(span, Normal.MOST_COLUMNS); i++) {
                cells.add(new Cell(head, List.of()));
            }
        }
        return cells;
    }

    static List<Inline> inlines(List<Node> nodes) {
        var inlines = new ArrayList<Inline>();
        for (Node node : nodes) {
            Kind kind = Kind.of(node);
            if (node instanceof Node.Chars chars) {
                chars.runs().forEach(run -> inlines.add(new Text(run.text(), Markings.read(run.marks()))));
            } else if (kind == Kind.BREAK) {
                inlines.add(new Break());
            } else if (kind == Kind.MENTION) {
                inlines.add(new Text(mention((Node.Element) node), Marks.NONE));
            } else if (kind == Kind.IMAGE) {
                inlines.add(image((Node.Element) node));
            } else if (kind == null) {
                inlines.addAll(inlines(((Node.Element) node).children()));
            } else {
                inlines.add(new Text(text(node), Marks.NONE));
            }
        }
        return inlines;
    }

    private static String mention(Node.Element mention) {
        String label = first(mention, "label", "id", "user");
        Object sign = mention.attribute("mentionSuggestionChar");
        String name = label == null ? text(mention) : label;
        return name.isEmpty() ? "" : (sign instanceof String text ? text : "@") + name;
    }

    /** Its description, linked to where it lies on the web. */
    private static Text image(Node.Element image) {
        String description = first(image, "alt", "caption", "name", "title");
        String source = first(image, "src", "url");
        boolean web = source != null && source.matches("(?i)https?://.*");
        String words = description != null ? description : web && source != null ? source : "";
        return new Text(words, web ? Marks.NONE.to(source) : Marks.NONE);
    }

    private static @Nullable String first(Node.Element element, String... keys) {
        for (String key : keys) {
            if (element.attribute(key) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** All characters below a node. */
    static String text(Node node) {
        var text = new StringBuilder();
        append(node, text);
        return text.toString();
    }

    private static void append(Node node, StringBuilder text) {
        if (node instanceof Node.Chars chars) {
            chars.runs().forEach(run -> text.append(run.text()));
        } else if (Kind.of(node) == Kind.BREAK) {
            text.append('\n');
        } else {
            ((Node.Element) node).children().forEach(child -> append(child, text));
        }
    }
}
