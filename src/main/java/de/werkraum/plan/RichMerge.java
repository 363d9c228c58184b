package de.werkraum.plan;

import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.crdt.YXmlText;
import de.werkraum.plan.RichText.Block;
import de.werkraum.plan.RichText.BulletList;
import de.werkraum.plan.RichText.Heading;
import de.werkraum.plan.RichText.Inline;
import de.werkraum.plan.RichText.Item;
import de.werkraum.plan.RichText.OrderedList;
import de.werkraum.plan.RichText.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a fragment's rich text into another one. Nodes that say the same already are left alone, nodes of the same kind are
 * changed within, so that what someone else writes into them at the same time is not lost.
 */
final class RichMerge {
    private RichMerge() {}

    static void merge(YXmlFragment fragment, RichText wanted) {
        if (!RichReader.read(fragment).equals(wanted)) {
            new Children<>(fragment, wanted.blocks()) {
                @Override
                List<Block> values(YType child) {
                    return RichReader.blocks(child);
                }

                @Override
                boolean change(YType child, Block value) {
                    return RichMerge.change(child, value);
                }

                @Override
                YXmlElement node(Block value) {
                    return RichWriter.node(value);
                }
            }.merge();
        }
    }

    private static void items(YXmlElement list, List<Item> wanted) {
        new Children<>(list, wanted) {
            @Override
            List<Item> values(YType child) {
                return List.of(RichReader.item(child));
            }

            @Override
            boolean change(YType child, Item value) {
                boolean item = Nodes.is(child, Nodes.LIST_ITEM);
                if (item) {
                    RichMerge.merge((YXmlElement) child, new RichText(value.blocks()));
                }
                return item;
            }

            @Override
            YXmlElement node(Item value) {
                return RichWriter.node(value);
            }
        }.merge();
    }

    /** Makes a node say the block if it is of its kind; answers whether it is. */
    private static boolean change(YType node, Block block) {
        if (!(node instanceof YXmlElement element)) {
            return false;
        }
        if (block instanceof Paragraph paragraph && Nodes.is(element, Nodes.PARAGRAPH)) {
            inlines(element, paragraph.inlines());
        } else if (block instanceof Heading heading && Nodes.is(element, Nodes.HEADING)) {
            attribute(element, "level", heading.level());
            inlines(element, heading.inlines());
        } else if (block instanceof BulletList list && Nodes.is(element, Nodes.BULLET_LIST)) {
            items(element, list.items());
        } else if (block instanceof OrderedList list && Nodes.is(element, Nodes.ORDERED_LIST)) {
            attribute(element, "order", list.start());
            items(element, list.items());
        } else {
            return false;
        }
        return true;
    }

    private static void attribute(YXmlElement element, String name, int value) {
        if (Nodes.number(element.attribute(name), 1) != value) {
            element.setAttribute(name, (long) value);
        }
    }

    /** Line by line where the breaks are the same, else anew. */
    private static void inlines(YXmlElement element, List<Inline> wanted) {
        List<List<Glyph>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        for (Glyph glyph : Glyph.of(wanted)) {
            if (glyph.isBreak()) {
                lines.add(new ArrayList<>());
            } else {
                lines.get(lines.size() - 1).add(glyph);
            }
        }
        List<YXmlText> texts = texts(element);
        if (texts != null && texts.size() == lines.size()) {
            for (int i = 0; i < texts.size(); i++) {
                TextMerge.marked(texts.get(i), lines.get(i));
            }
        } else {
            element.delete(0, element.length());
            RichWriter.filled(element, wanted);
        }
    }

    /** The texts between the breaks; null if the element is not texts and breaks in turn. */
    private static @Nullable List<YXmlText> texts(YXmlElement element) {
        var texts = new ArrayList<YXmlText>();
        for (int i = 0; i < element.length(); i++) {
            Object child = element.get(i);
            if (i % 2 == 0 && child instanceof YXmlText text) {
                texts.add(text);
            } else if (i % 2 == 0 || !Nodes.is(child, Nodes.HARD_BREAK)) {
                return null;
            }
        }
        return element.length() % 2 == 1 ? texts : null;
    }
}
