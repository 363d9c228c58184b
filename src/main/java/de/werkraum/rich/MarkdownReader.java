package de.werkraum.rich;

import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.Break;
import de.werkraum.rich.RichText.Cell;
import de.werkraum.rich.RichText.Inline;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.Row;
import de.werkraum.rich.RichText.Task;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads CommonMark into rich text that is not yet in normal form. */
final class MarkdownReader {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(
                    StrikethroughExtension.builder().requireTwoTildes(true).build(),
                    TablesExtension.create(),
                    TaskListItemsExtension.create()))
            .build();

    /** Deeper nesting is read as if it were less deep: nobody writes it, and each level costs a thread's stack. */
    static final int MAX_DEPTH = 30;

    private static final String APART = "<!-- -->";

    RichText read(String markdown) {
        return new RichText(blocks(PARSER.parse(markdown), 0));
    }

    private static List<Block> blocks(Node parent, int depth) {
        var blocks = new ArrayList<Block>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph) {
                blocks.add(new RichText.Paragraph(inlines(node)));
            } else if (node instanceof Heading heading) {
                blocks.add(new RichText.Heading(heading.getLevel(), inlines(node)));
            } else if (node instanceof FencedCodeBlock code
                    && !code.getLiteral().isBlank()) {
                String[] info = String.valueOf(code.getInfo()).split(" ", 2);
                blocks.add(new RichText.Code(info[0], code.getLiteral()));
            } else if (node instanceof IndentedCodeBlock code) {
                blocks.add(new RichText.Code("", code.getLiteral()));
            } else if (node instanceof ThematicBreak) {
                blocks.add(new RichText.Rule());
            } else if (node instanceof TableBlock) {
                blocks.add(new RichText.Table(rows(node)));
            } else if (depth < MAX_DEPTH) {
                blocks.addAll(nested(node, depth));
            } else {
                blocks.addAll(others(node, depth));
            }
        }
        return blocks;
    }

    private static List<Block> nested(Node node, int depth) {
        if (node instanceof BulletList) {
            return List.of(
                    isTasks(node)
                            ? new RichText.TaskList(tasks(node, depth))
                            : new RichText.BulletList(items(node, depth)));
        } else if (node instanceof OrderedList list) {
            Integer start = list.getMarkerStartNumber();
            return List.of(new RichText.OrderedList(start == null ? 1 : start, items(node, depth)));
        }
        return node instanceof BlockQuote ? List.of(new RichText.Quote(blocks(node, depth + 1))) : others(node, depth);
    }

    private static List<Block> others(Node node, int depth) {
        String literal = literal(node);
        if (literal != null) {
            return RichText.plain(literal.strip()).blocks();
        }
        return depth < 2 * MAX_DEPTH
                ? blocks(node, depth + 1)
                : List.of(new RichText.Paragraph(List.of(new RichText.Text(allText(node), Marks.NONE))));
    }

    /** Whether each item begins with a box to tick. */
    private static boolean isTasks(Node list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!(item.getFirstChild() instanceof TaskListItemMarker)) {
                return false;
            }
        }
        return true;
    }

    private static List<Task> tasks(Node list, int depth) {
        var tasks = new ArrayList<Task>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            boolean done = item.getFirstChild() instanceof TaskListItemMarker marker && marker.isChecked();
            tasks.add(new Task(done, blocks(item, depth + 1)));
        }
        return tasks;
    }

    private static List<Row> rows(Node parent) {
        var rows = new ArrayList<Row>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableRow) {
                rows.add(new Row(cells(node)));
            } else {
                rows.addAll(rows(node));
            }
        }
        return rows;
    }

    private static List<Cell> cells(Node row) {
        var cells = new ArrayList<Cell>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            boolean head = node instanceof TableCell cell && cell.isHeader();
            cells.add(new Cell(head, List.of(new RichText.Paragraph(inlines(node)))));
        }
        return cells;
    }

    private static List<Item> items(Node list, int depth) {
        var items = new ArrayList<Item>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(new Item(blocks(item, depth + 1)));
        }
        return items;
    }

    private static @Nullable String literal(Node block) {
        if (block instanceof FencedCodeBlock code) {
            return code.getLiteral().isBlank() ? code.getInfo() : code.getLiteral();
        }
        if (block instanceof IndentedCodeBlock code) {
            return code.getLiteral();
        }
        return block instanceof HtmlBlock html ? html.getLiteral().replace(APART, "") : null;
    }

    private static List<Inline> inlines(Node block) {
        var inlines = new ArrayList<Inline>();
        inlines(block, Marks.NONE, 0, inlines);
        return inlines;
    }

    private static void inlines(Node parent, Marks marks, int depth, List<Inline> into) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HardLineBreak) {
                into.add(new Break());
            } else if (node instanceof Code code) {
                into.add(text(code.getLiteral(), marks.withCode()));
            } else if (node.getFirstChild() == null && !(node instanceof Image)) {
                into.add(text(ownText(node), marks));
            } else if (depth > MAX_DEPTH) {
                into.add(text(allText(node), marks));
            } else if (node instanceof StrongEmphasis) {
                inlines(node, marks.withStrong(), depth + 1, into);
            } else if (node instanceof Emphasis) {
                inlines(node, marks.withEm(), depth + 1, into);
            } else if (node instanceof Strikethrough) {
                inlines(node, marks.withStrike(), depth + 1, into);
            } else if (node instanceof Link link) {
                inlines(node, linked(marks, link.getDestination()), depth + 1, into);
            } else if (node instanceof Image image) {
                image(image, linked(marks, image.getDestination()), into);
            } else {
                inlines(node, marks, depth + 1, into);
            }
        }
    }

    /** A picture becomes a link to it. */
    private static void image(Image image, Marks marks, List<Inline> into) {
        String alt = allText(image);
        into.add(text(alt.isBlank() ? image.getDestination() : alt, marks));
    }

    private static Inline text(String text, Marks marks) {
        return new RichText.Text(text, marks);
    }

    /** The outer of two links counts. */
    private static Marks linked(Marks marks, String destination) {
        return marks.href() == null ? marks.to(destination) : marks;
    }

    private static String ownText(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof Code code) {
            return code.getLiteral();
        }
        if (node instanceof HtmlInline html) {
            return html.getLiteral().equals(APART) ? "" : html.getLiteral();
        }
        return node instanceof SoftLineBreak || node instanceof HardLineBreak ? " " : "";
    }

    /** All text below a node, however deep: without recursion. */
    private static String allText(Node root) {
        var text = new StringBuilder();
        Node node = root;
        while (node != null) {
            String literal = literal(node);
            text.append(literal == null ? ownText(node) : literal);
            Node next = node.getFirstChild();
            while (next == null && node != null && node != root) {
                next = node.getNext();
                node = next == null ? node.getParent() : node;
            }
            node = next;
        }
        return text.toString();
    }
}
