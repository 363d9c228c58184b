package de.werkraum.plan;

import de.werkraum.plan.RichText.Block;
import de.werkraum.plan.RichText.Break;
import de.werkraum.plan.RichText.Inline;
import de.werkraum.plan.RichText.Item;
import java.util.ArrayList;
import java.util.List;
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
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads CommonMark into rich text that is not yet in normal form. */
final class MarkdownReader {
    private static final Parser PARSER = Parser.builder().build();

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
            } else if (node instanceof BulletList && depth < MAX_DEPTH) {
                blocks.add(new RichText.BulletList(items(node, depth)));
            } else if (node instanceof OrderedList list && depth < MAX_DEPTH) {
                Integer start = list.getMarkerStartNumber();
                blocks.add(new RichText.OrderedList(start == null ? 1 : start, items(node, depth)));
            } else {
                blocks.addAll(others(node, depth));
            }
        }
        return blocks;
    }

    private static List<Block> others(Node node, int depth) {
        String literal = literal(node);
        if (literal != null) {
            return RichText.plain(literal.strip()).blocks();
        }
        return depth < 2 * MAX_DEPTH
                ? blocks(node, depth + 1)
                : List.of(new RichText.Paragraph(List.of(text(allText(node), Marks.NONE))));
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
            } else if (node.getFirstChild() == null && !(node instanceof Image)) {
                into.add(text(ownText(node), marks));
            } else if (depth > MAX_DEPTH) {
                into.add(text(allText(node), marks));
            } else if (node instanceof StrongEmphasis) {
                inlines(node, new Marks(true, marks.em(), marks.href()), depth + 1, into);
            } else if (node instanceof Emphasis) {
                inlines(node, new Marks(marks.strong(), true, marks.href()), depth + 1, into);
            } else if (node instanceof Link link) {
                inlines(node, marks.linked(link.getDestination()), depth + 1, into);
            } else if (node instanceof Image image) {
                image(image, marks.linked(image.getDestination()), into);
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
        return new RichText.Text(text, marks.strong(), marks.em(), marks.href());
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

    private record Marks(boolean strong, boolean em, @Nullable String href) {
        static final Marks NONE = new Marks(false, false, null);

        /** The outer of two links counts. */
        Marks linked(String destination) {
            return href == null ? new Marks(strong, em, destination) : this;
        }
    }
}
