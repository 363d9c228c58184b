package de.werkraum.rich;

import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.BulletList;
import de.werkraum.rich.RichText.Code;
import de.werkraum.rich.RichText.Heading;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.OrderedList;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Quote;
import de.werkraum.rich.RichText.Rule;
import de.werkraum.rich.RichText.Table;
import de.werkraum.rich.RichText.Task;
import de.werkraum.rich.RichText.TaskList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes blocks in normal form as lines of CommonMark. */
final class MarkdownWriter {
    private static final String BULLETS = "-*+";
    private static final Pattern LIKE_A_BOX = Pattern.compile("^\\\\\\[([xX\\s])(?=\\\\\\])");

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
            if (block instanceof BulletList || block instanceof TaskList) {
                marker = BULLETS.charAt(avoid == BULLETS.charAt(0) ? 1 : 0);
            } else if (block instanceof OrderedList) {
                marker = avoid == '.' ? ')' : '.';
            }
            block(block, marker);
        }
        return lines;
    }

    private void block(Block block, char marker) {
        if (block instanceof Paragraph paragraph) {
            lines.addAll(InlineWriter.lines(paragraph.inlines(), false));
        } else if (block instanceof Heading heading) {
            lines.add("#".repeat(heading.level()) + " "
                    + InlineWriter.lines(heading.inlines(), true).get(0));
        } else if (block instanceof BulletList list) {
            list.items().forEach(item -> item(item.blocks(), String.valueOf(marker), "", marker));
        } else if (block instanceof TaskList list) {
            for (Task task : list.tasks()) {
                item(task.blocks(), String.valueOf(marker), task.done() ? "[x] " : "[ ] ", marker);
            }
        } else if (block instanceof OrderedList list) {
            int number = list.start();
            for (Item item : list.items()) {
                item(item.blocks(), String.valueOf(number++) + marker, "", (char) 0);
            }
        } else if (block instanceof Quote quote) {
            lines(new RichText(quote.blocks())).forEach(line -> lines.add(line.isEmpty() ? ">" : "> " + line));
        } else if (block instanceof Code code) {
            code(code);
        } else if (block instanceof Rule) {
            lines.add("___");
        } else if (block instanceof Table table) {
            MarkdownTable.append(table, lines);
        }
    }

    private void code(Code code) {
        String fence = "`".repeat(Math.max(3, Escapes.longestTicks(code.text()) + 1));
        lines.add(fence + code.language());
        lines.addAll(code.text().lines().toList());
        lines.add(fence);
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

    /** @param box what stands before the text of a thing to tick off */
    private void item(List<Block> blocks, String marker, String box, char bullet) {
        List<String> inner = new MarkdownWriter(bullet).blocks(blocks, true);
        if (inner.isEmpty()) {
            lines.add((marker + " " + box).stripTrailing());
            return;
        }
        String indent = " ".repeat(marker.length() + 1);
        lines.add(marker + " " + box + (box.isEmpty() ? noBox(inner.get(0)) : inner.get(0)));
        for (String line : inner.subList(1, inner.size())) {
            lines.add(line.isEmpty() ? "" : indent + line);
        }
    }

    /** Text that looks like a box to tick: a backslash would not tell the reader that it is none, a comment within it does. */
    private static String noBox(String line) {
        return !line.startsWith("\\[") ? line : LIKE_A_BOX.matcher(line).replaceFirst("\\\\[<!-- -->$1");
    }
}
