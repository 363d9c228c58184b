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

/** Makes the nodes of rich text as y-prosemirror would. */
final class RichWriter {
    private RichWriter() {}

    /** An unattached node; a list item starts with a paragraph, as editors demand. */
    static YXmlElement node(Block block) {
        if (block instanceof Paragraph paragraph) {
            return filled(new YXmlElement(Nodes.PARAGRAPH), paragraph.inlines());
        }
        if (block instanceof Heading heading) {
            return filled(
                    new YXmlElement(Nodes.HEADING).setAttribute("level", (long) heading.level()), heading.inlines());
        }
        YXmlElement list;
        List<Item> items;
        if (block instanceof OrderedList ordered) {
            list = new YXmlElement(Nodes.ORDERED_LIST);
            if (ordered.start() != 1) {
                list.setAttribute("order", (long) ordered.start());
            }
            items = ordered.items();
        } else {
            list = new YXmlElement(Nodes.BULLET_LIST);
            items = ((BulletList) block).items();
        }
        list.insert(0, items.stream().map(RichWriter::node).toList());
        return list;
    }

    static YXmlElement node(Item item) {
        var element = new YXmlElement(Nodes.LIST_ITEM);
        var nodes = new ArrayList<YType>();
        if (item.blocks().isEmpty() || !(item.blocks().get(0) instanceof Paragraph)) {
            nodes.add(new YXmlElement(Nodes.PARAGRAPH));
        }
        item.blocks().forEach(block -> nodes.add(node(block)));
        element.insert(0, nodes);
        return element;
    }

    /** Fills an empty fragment. */
    static void fill(YXmlFragment fragment, RichText text) {
        fragment.insert(0, text.blocks().stream().map(RichWriter::node).toList());
    }

    /** A text for the characters between two breaks, and an element for each break. */
    static YXmlElement filled(YXmlElement element, List<Inline> inlines) {
        var nodes = new ArrayList<YType>();
        var line = new ArrayList<Inline>();
        for (Inline inline : inlines) {
            if (inline instanceof Break) {
                flush(line, nodes);
                nodes.add(new YXmlElement(Nodes.HARD_BREAK));
            } else {
                line.add(inline);
            }
        }
        flush(line, nodes);
        element.insert(0, nodes);
        return element;
    }

    private static void flush(List<Inline> line, List<YType> nodes) {
        if (!line.isEmpty()) {
            var text = new YXmlText();
            int position = 0;
            for (Inline inline : line) {
                var part = (Text) inline;
                text.insert(
                        position, part.text(), Nodes.attributes(new Glyph(0, part.strong(), part.em(), part.href())));
                position += part.text().length();
            }
            nodes.add(text);
            line.clear();
        }
    }
}
