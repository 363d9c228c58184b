package de.werkraum.plan;

import de.werkraum.plan.RichText.Block;
import de.werkraum.plan.RichText.BulletList;
import de.werkraum.plan.RichText.Heading;
import de.werkraum.plan.RichText.Item;
import de.werkraum.plan.RichText.OrderedList;
import de.werkraum.plan.RichText.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** Writes blocks in normal form as lines of CommonMark. */
final class MarkdownWriter {
    private static final String BULLETS = "-*+";

    /** The bullet of the list item that the next block begins, if it does; 0 if not. */
    private final char outer;

    private final List<String> lines = new ArrayList<>();

    private MarkdownWriter(char outer) {
        this.outer = outer;
    }

    static List<String> lines(RichText text) {
        return new MarkdownWriter((char) 0).blocks(text.blocks(), false);
    }

    /** @param tight whether a list may follow a paragraph without an empty line, as people write inside list items */
    private List<String> blocks(List<Block> blocks, boolean tight) {
        char marker = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (i > 0 && !(tight && blocks.get(i - 1) instanceof Paragraph && interrupts(block))) {
                lines.add("");
            }
            char avoid = i == 0 ? outer : marker;
            marker = 0;
            if (block instanceof Paragraph paragraph) {
                lines.addAll(InlineWriter.lines(paragraph.inlines(), false));
            } else if (block instanceof Heading heading) {
                lines.add("#".repeat(heading.level()) + " "
                        + InlineWriter.lines(heading.inlines(), true).get(0));
            } else if (block instanceof BulletList list) {
                marker = BULLETS.charAt(avoid == BULLETS.charAt(0) ? 1 : 0);
                for (Item item : list.items()) {
                    item(item, String.valueOf(marker), marker);
                }
            } else if (block instanceof OrderedList list) {
                marker = avoid == '.' ? ')' : '.';
                int number = list.start();
                for (Item item : list.items()) {
                    item(item, String.valueOf(number++) + marker, (char) 0);
                }
            }
        }
        return lines;
    }

    /** A list directly below a line of text is taken for one only if it starts with 1 and with some text. */
    private static boolean interrupts(Block block) {
        if (block instanceof BulletList list) {
            return !list.items().get(0).blocks().isEmpty();
        }
        return block instanceof OrderedList list
                && list.start() == 1
                && !list.items().get(0).blocks().isEmpty();
    }

    private void item(Item item, String marker, char bullet) {
        List<String> inner = new MarkdownWriter(bullet).blocks(item.blocks(), true);
        if (inner.isEmpty()) {
            lines.add(marker);
            return;
        }
        String indent = " ".repeat(marker.length() + 1);
        lines.add(marker + " " + inner.get(0));
        for (String line : inner.subList(1, inner.size())) {
            lines.add(line.isEmpty() ? "" : indent + line);
        }
    }
}
