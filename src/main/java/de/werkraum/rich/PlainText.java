package de.werkraum.rich;

import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.BulletList;
import de.werkraum.rich.RichText.Code;
import de.werkraum.rich.RichText.Heading;
import de.werkraum.rich.RichText.Inline;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.OrderedList;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Quote;
import de.werkraum.rich.RichText.Rule;
import de.werkraum.rich.RichText.Table;
import de.werkraum.rich.RichText.Task;
import de.werkraum.rich.RichText.TaskList;
import de.werkraum.rich.RichText.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rich text for places that know only characters: a spreadsheet's cell, a calendar's entry. */
final class PlainText {
    private static final String INDENT = "  ";

    private final String bullet;

    PlainText(String bullet) {
        this.bullet = bullet;
    }

    String of(RichText text) {
        return String.join("\n", lines(text.blocks()));
    }

    private List<String> lines(List<Block> blocks) {
        if (blocks.size() == 1) {
            return lines(blocks.get(0));
        }
        var lines = new ArrayList<String>();
        for (Block block : blocks) {
            lines.addAll(lines(block));
        }
        return lines;
    }

    private List<String> lines(Block block) {
        if (block instanceof Paragraph paragraph) {
            return text(paragraph.inlines()).lines().toList();
        }
        var lines = new ArrayList<String>();
        if (block instanceof Heading heading) {
            lines.add(text(heading.inlines()));
        } else if (block instanceof BulletList list) {
            list.items().forEach(item -> lines.addAll(item(bullet, item.blocks())));
        } else if (block instanceof OrderedList list) {
            int number = list.start();
            for (Item item : list.items()) {
                lines.addAll(item(number++ + ". ", item.blocks()));
            }
        } else if (block instanceof TaskList list) {
            for (Task task : list.tasks()) {
                lines.addAll(item(task.done() ? "[x] " : "[ ] ", task.blocks()));
            }
        } else if (block instanceof Quote quote) {
            lines.addAll(lines(quote.blocks()));
        } else if (block instanceof Code code) {
            lines.addAll(code.text().lines().toList());
        } else if (block instanceof Rule) {
            lines.add("---");
        } else if (block instanceof Table table) {
            table.rows()
                    .forEach(row -> lines.add(row.cells().stream()
                            .map(cell -> String.join(" ", lines(cell.blocks())))
                            .collect(Collectors.joining(" | "))));
        }
        return lines;
    }

    private List<String> item(String marker, List<Block> blocks) {
        var lines = new ArrayList<String>();
        for (String line : lines(blocks)) {
            lines.add((lines.isEmpty() ? marker : INDENT) + line);
        }
        return lines.isEmpty() ? List.of(marker.strip()) : lines;
    }

    private static String text(List<Inline> inlines) {
        if (inlines.size() == 1 && inlines.get(0) instanceof Text text) {
            return text(text);
        }
        var words = new StringBuilder();
        inlines.forEach(inline -> words.append(inline instanceof Text text ? text(text) : "\n"));
        return words.toString();
    }

    /** A link's words, and where it goes unless they say so. */
    private static String text(Text text) {
        String href = text.marks().href();
        return href == null || href.equals(text.text()) || href.equals("mailto:" + text.text())
                ? text.text()
                : text.text() + " (" + href + ")";
    }
}
