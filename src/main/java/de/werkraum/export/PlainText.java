package de.werkraum.export;

import de.werkraum.rich.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rich text for cells and calendars: lines, with signs and numbers before the items of lists. */
public final class PlainText {
    private PlainText() {}

    public static String of(RichText text) {
        return lines(text.blocks()).stream().collect(Collectors.joining("\n"));
    }

    private static List<String> lines(List<RichText.Block> blocks) {
        return blocks.stream().flatMap(block -> lines(block).stream()).toList();
    }

    private static List<String> lines(RichText.Block block) {
        var lines = new ArrayList<String>();
        if (block instanceof RichText.Paragraph paragraph) {
            lines.add(words(paragraph.inlines()));
        } else if (block instanceof RichText.Heading heading) {
            lines.add(words(heading.inlines()));
        } else if (block instanceof RichText.BulletList list) {
            list.items().forEach(item -> lines.addAll(led("- ", lines(item.blocks()))));
        } else if (block instanceof RichText.OrderedList list) {
            int number = list.start();
            for (RichText.Item item : list.items()) {
                lines.addAll(led(number++ + ". ", lines(item.blocks())));
            }
        } else if (block instanceof RichText.TaskList list) {
            list.tasks().forEach(task -> lines.addAll(led(task.done() ? "[x] " : "[ ] ", lines(task.blocks()))));
        } else if (block instanceof RichText.Quote quote) {
            lines.addAll(lines(quote.blocks()));
        } else if (block instanceof RichText.Code code) {
            lines.add(code.text());
        } else if (block instanceof RichText.Table table) {
            table.rows()
                    .forEach(row -> lines.add(row.cells().stream()
                            .map(cell -> String.join(" ", lines(cell.blocks())))
                            .collect(Collectors.joining(" | "))));
        }
        return lines;
    }

    private static List<String> led(String lead, List<String> lines) {
        var led = new ArrayList<String>();
        for (String line : lines.isEmpty() ? List.of("") : lines) {
            led.add((led.isEmpty() ? lead : " ".repeat(lead.length())) + line);
        }
        return led;
    }

    private static String words(List<RichText.Inline> inlines) {
        return inlines.stream()
                .map(inline -> inline instanceof RichText.Text text ? text.text() : "\n")
                .collect(Collectors.joining());
    }
}
