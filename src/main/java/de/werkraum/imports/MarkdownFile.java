package de.werkraum.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** Lists and tables of a Markdown file. What an item holds besides its first paragraph stays Markdown. */
final class MarkdownFile {
    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().build();

    /** A line that opens hundreds of lists, each of which costs the parser a pass over all others. */
    private static final Pattern MARKERS_ONLY = Pattern.compile("(?m)^[>*+\\-0-9.) \\t]{1000}");

    /** A line above a list that says what it is, in characters. */
    private static final int LEAD = 80;

    private final Map<Integer, Sheet> sheets = new TreeMap<>(Comparator.naturalOrder());
    private String heading = "";
    private String lead = "";

    private MarkdownFile() {}

    static List<Sheet> read(String text, Bounds bounds) {
        if (MARKERS_ONLY.matcher(text).find()) {
            throw Unreadable.damaged();
        }
        List<String> lines =
                new ArrayList<>(List.of(withoutFrontMatter(Encoding.clean(text)).split("\\n", -1)));
        var file = new MarkdownFile();
        new MarkdownTables(lines, bounds, MarkdownFile::plain).takeOut(file.sheets);
        Node document = PARSER.parse(String.join("\n", lines));
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            file.block(node);
        }
        if (file.sheets.values().stream().mapToInt(sheet -> sheet.rows().size()).sum() > bounds.rows()) {
            throw Row.tooMany(bounds);
        }
        return List.copyOf(file.sheets.values());
    }

    /** Its lines become empty, so that those below keep their numbers. */
    private static String withoutFrontMatter(String text) {
        if (!text.startsWith("---\n")) {
            return text;
        }
        int end = text.indexOf("\n---\n", 3);
        return end < 0 ? text : text.substring(0, end + 5).replaceAll("[^\\n]", "") + text.substring(end + 5);
    }

    private void block(Node node) {
        if (node instanceof Heading) {
            heading = text(node, new ArrayList<>());
            lead = "";
        } else if (node instanceof Paragraph) {
            lead = text(node, new ArrayList<>());
        } else if (node instanceof BulletList || node instanceof OrderedList) {
            list((ListBlock) node);
            lead = "";
        } else {
            lead = "";
        }
    }

    private void list(ListBlock list) {
        var items = new ArrayList<Items.Item>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Node first = item.getFirstChild();
            if (first instanceof Paragraph) {
                var links = new ArrayList<Value.Link>();
                String title = text(first, links);
                int line = line(item) + 1;
                first.unlink();
                items.add(new Items.Item(line, title, rest(item), heading, links));
            }
        }
        boolean led = lead.endsWith(":") && lead.length() <= LEAD;
        if (!items.isEmpty()) {
            sheets.put(items.get(0).row(), Items.sheet(led ? lead : heading, items, true));
        }
    }

    private static int line(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().get(0).getLineIndex();
    }

    private static String rest(Node item) {
        var rest = new Document();
        while (item.getFirstChild() != null) {
            rest.appendChild(item.getFirstChild());
        }
        return RENDERER.render(rest).strip();
    }

    /** A line of Markdown without its marks. */
    private static Value.Words plain(String markdown) {
        var links = new ArrayList<Value.Link>();
        String text = text(PARSER.parse(markdown), links);
        return new Value.Words(text, false, links);
    }

    private static String text(Node node, List<Value.Link> links) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                text.append(words.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak line) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak line) {
                text.append('\n');
            }

            @Override
            public void visit(Link link) {
                int from = text.length();
                visitChildren(link);
                String words = text.substring(from);
                if (link.getDestination().matches("(?i)(https?://|mailto:)\\S+")
                        && !words.equals(link.getDestination())) {
                    links.add(new Value.Link(words, link.getDestination()));
                }
            }
        });
        return text.toString();
    }
}
