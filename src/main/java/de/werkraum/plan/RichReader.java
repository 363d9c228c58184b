package de.werkraum.plan;

import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.crdt.YXmlText;
import de.werkraum.plan.RichText.Block;
import de.werkraum.plan.RichText.Break;
import de.werkraum.plan.RichText.BulletList;
import de.werkraum.plan.RichText.Heading;
import de.werkraum.plan.RichText.Inline;
import de.werkraum.plan.RichText.Item;
import de.werkraum.plan.RichText.OrderedList;
import de.werkraum.plan.RichText.Paragraph;
import de.werkraum.plan.RichText.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a document's XML fragment. Nodes without a meaning are read as what is in them. */
final class RichReader {
    private RichReader() {}

    static RichText read(YXmlFragment fragment) {
        return Normal.form(new RichText(blocks(fragment.children(), 0)));
    }

    /** One node in normal form: no block if nothing is to be seen, several if it is a node without a meaning. */
    static List<Block> blocks(YType node) {
        return Normal.form(new RichText(blocks(List.of(node), 0))).blocks();
    }

    /** The items of a list, in normal form; children that are none count as the content of one. */
    static Item item(YType child) {
        List<YType> content = Nodes.is(child, Nodes.LIST_ITEM) ? ((YXmlElement) child).children() : List.of(child);
        return new Item(Normal.form(new RichText(blocks(content, 0))).blocks());
    }

    private static List<Block> blocks(List<YType> nodes, int depth) {
        var blocks = new ArrayList<Block>();
        var line = new ArrayList<YType>();
        for (YType node : nodes) {
            if (Nodes.isInline(node)) {
                line.add(node);
                continue;
            }
            flush(line, blocks);
            if (node instanceof YXmlElement element) {
                blocks.addAll(element(element, depth));
            }
        }
        flush(line, blocks);
        return blocks;
    }

    /** Text that stands outside a paragraph makes one. */
    private static void flush(List<YType> line, List<Block> blocks) {
        if (!line.isEmpty()) {
            blocks.add(new Paragraph(inlines(line)));
            line.clear();
        }
    }

    private static List<Block> element(YXmlElement element, int depth) {
        if (depth > MarkdownReader.MAX_DEPTH) {
            return RichText.plain(Nodes.allText(element)).blocks();
        }
        return switch (element.name()) {
            case Nodes.PARAGRAPH -> List.of(new Paragraph(inlines(element.children())));
            case Nodes.HEADING ->
                List.of(new Heading(Nodes.number(element.attribute("level"), 1), inlines(element.children())));
            case Nodes.BULLET_LIST -> List.of(new BulletList(items(element, depth)));
            case Nodes.ORDERED_LIST ->
                List.of(new OrderedList(Nodes.number(element.attribute("order"), 1), items(element, depth)));
            default -> blocks(element.children(), depth + 1);
        };
    }

    private static List<Item> items(YXmlElement list, int depth) {
        var items = new ArrayList<Item>();
        for (YType child : list.children()) {
            boolean item = Nodes.is(child, Nodes.LIST_ITEM);
            List<YType> content = item ? ((YXmlElement) child).children() : List.of(child);
            items.add(new Item(blocks(content, depth + 1)));
        }
        return items;
    }

    private static List<Inline> inlines(List<YType> nodes) {
        var inlines = new ArrayList<Inline>();
        for (YType node : nodes) {
            if (node instanceof YXmlText text) {
                inlines.addAll(Glyph.join(Nodes.glyphs(text, true).stream()
                        .filter(Objects::nonNull)
                        .toList()));
            } else if (Nodes.is(node, Nodes.HARD_BREAK)) {
                inlines.add(new Break());
            } else {
                inlines.add(new Text(Nodes.allText(node), false, false, null));
            }
        }
        return inlines;
    }
}
