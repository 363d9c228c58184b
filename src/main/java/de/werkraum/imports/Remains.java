package de.werkraum.imports;

import de.werkraum.rich.Markdown;
import de.werkraum.rich.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The details of a step as they gather: its description, then whatever found no field. */
final class Remains {
    private static final Pattern BULLET = Pattern.compile("^( *)[-•*▪·‣◦] +(.*)$");

    private final List<String> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /** A text of its own, its lists being lists. */
    void text(Value value) {
        if (value.isEmpty()) {
            return;
        }
        blocks.add(
                value instanceof Value.Words words && words.markdown()
                        ? words.text().strip()
                        : plain(value.text()));
        links(value);
    }

    void plainText(String text) {
        if (!text.isBlank()) {
            blocks.add(plain(text));
        }
    }

    void list(List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(items.stream().map(item -> "- " + Markdown.words(item)).collect(Collectors.joining("\n")));
        }
    }

    /** A value with the words above its column. */
    void line(String heading, Value value) {
        line(heading, value.text());
        links(value);
    }

    void line(String heading, String text) {
        String[] parts = text.strip().split("\\n", -1);
        String name = heading.strip().replaceAll("\\s+", " ");
        var line = new StringBuilder("- ");
        if (!name.isEmpty()) {
            line.append(Markdown.words(name)).append(name.endsWith(":") ? " " : ": ");
        }
        for (int i = 0; i < parts.length; i++) {
            line.append(i == 0 ? "" : "\\\n  ").append(Markdown.words(parts[i]));
        }
        String whole = line.toString();
        if (!text.isBlank() && !lines.contains(whole)) {
            lines.add(whole);
        }
    }

    /** Where words lead to, which a plain text loses. */
    void links(Value value) {
        if (value instanceof Value.Words words) {
            words.links()
                    .forEach(link -> lines.add("- [" + Markdown.words(link.words()) + "](<"
                            + link.href()
                                    .replace("<", "%3C")
                                    .replace(">", "%3E")
                                    .replaceAll("\\s", "%20") + ">)"));
        }
    }

    String markdown() {
        var all = new ArrayList<>(blocks);
        if (!lines.isEmpty()) {
            all.add(String.join("\n", lines));
        }
        // A comment between two lists keeps them apart, but nobody wants to read one: a list goes on instead.
        return Markdown.write(Markdown.parse(String.join("\n\n", all)));
    }

    /** Plain text as Markdown: lines with a bullet become a list, all others stay lines. */
    private static String plain(String text) {
        var blocks = new ArrayList<String>();
        var paragraph = new ArrayList<String>();
        var items = new ArrayList<String>();
        for (String line : (text.strip() + "\n").split("\\n", -1)) {
            Matcher bullet = BULLET.matcher(line);
            if (bullet.matches()) {
                flush(blocks, paragraph, false);
                items.add(" ".repeat(bullet.group(1).length()) + "- " + Markdown.words(bullet.group(2)));
            } else {
                flush(blocks, items, true);
                paragraph.add(line.stripTrailing());
            }
        }
        flush(blocks, items, true);
        flush(blocks, paragraph, false);
        return String.join("\n\n", blocks);
    }

    private static void flush(List<String> blocks, List<String> lines, boolean list) {
        String text = String.join("\n", lines).strip();
        if (!text.isEmpty()) {
            blocks.add(list ? String.join("\n", lines) : Markdown.write(RichText.plain(text)));
        }
        lines.clear();
    }
}
