package de.werkraum.rich;

import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.Break;
import de.werkraum.rich.RichText.BulletList;
import de.werkraum.rich.RichText.Cell;
import de.werkraum.rich.RichText.Code;
import de.werkraum.rich.RichText.Heading;
import de.werkraum.rich.RichText.Inline;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.OrderedList;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Quote;
import de.werkraum.rich.RichText.Row;
import de.werkraum.rich.RichText.Table;
import de.werkraum.rich.RichText.Task;
import de.werkraum.rich.RichText.TaskList;
import de.werkraum.rich.RichText.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The normal form of rich text. It leaves out what nobody sees and Markdown can't say: empty paragraphs and lists, breaks
 * at the end of a block or in a heading, bold or slanted spaces at the edges of emphasis, characters that are none. Links
 * to anything but the web, mail and telephone are plain text: a script must not hide behind a link.
 */
final class Normal {
    private static final Pattern SCHEME = Pattern.compile("(?i)([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern GOOD_SCHEME = Pattern.compile("(?i)https?|mailto|tel");
    private static final int REPLACEMENT = 0xFFFD;

    /** Of a table: what a spreadsheet of somebody's may hold, far more than is read. */
    static final int MOST_COLUMNS = 200;

    private Normal() {}

    static RichText form(RichText text) {
        return new RichText(blocks(text.blocks()));
    }

    private static List<Block> blocks(List<Block> blocks) {
        var normal = new ArrayList<Block>(blocks.size());
        for (Block block : blocks) {
            Block kept = block(block);
            if (kept != null) {
                normal.add(kept);
            }
        }
        return List.copyOf(normal);
    }

    /** Null if nothing of it is to be seen. */
    private static @Nullable Block block(Block block) {
        if (block instanceof Paragraph paragraph) {
            List<Inline> inlines = inlines(paragraph.inlines());
            return inlines.isEmpty() ? null : new Paragraph(inlines);
        } else if (block instanceof Heading heading) {
            int level = Math.max(1, Math.min(Heading.LEVELS, heading.level()));
            List<Inline> inlines = oneLine(inlines(heading.inlines()));
            return inlines.isEmpty() ? null : new Heading(level, inlines);
        } else if (block instanceof BulletList list) {
            return list.items().isEmpty() ? null : new BulletList(items(list.items()));
        } else if (block instanceof OrderedList list) {
            int start = Math.max(0, Math.min(OrderedList.MAX_START, list.start()));
            return list.items().isEmpty() ? null : new OrderedList(start, items(list.items()));
        } else if (block instanceof TaskList list) {
            List<Task> tasks = list.tasks().stream()
                    .map(task -> new Task(task.done(), blocks(task.blocks())))
                    .toList();
            return tasks.isEmpty() ? null : new TaskList(tasks);
        } else if (block instanceof Quote quote) {
            List<Block> inside = blocks(quote.blocks());
            return inside.isEmpty() ? null : new Quote(inside);
        } else if (block instanceof Code code) {
            String text =
                    clean(code.text().replace("\r\n", "\n").replace('\r', '\n')).stripTrailing();
            return text.isBlank() ? null : new Code(word(code.language()), text);
        }
        return block instanceof Table table ? table(table) : block;
    }

    /** As wide as its widest row; nothing where no cell says anything. */
    private static @Nullable Block table(Table table) {
        int width = table.rows().stream()
                .mapToInt(row -> Math.min(MOST_COLUMNS, row.cells().size()))
                .max()
                .orElse(0);
        List<Row> rows = table.rows().stream().map(row -> row(row, width)).toList();
        boolean says = rows.stream().anyMatch(row -> row.cells().stream()
                .anyMatch(cell -> !cell.blocks().isEmpty()));
        return says ? new Table(rows) : null;
    }

    private static Row row(Row row, int width) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < width; i++) {
            boolean there = i < row.cells().size();
            cells.add(
                    there
                            ? new Cell(
                                    row.cells().get(i).head(),
                                    blocks(row.cells().get(i).blocks()))
                            : new Cell(false, List.of()));
        }
        return new Row(cells);
    }

    /** A language's name, without what would end the fence of a code block. */
    private static String word(String language) {
        return language.matches("[\\w+#.-]{1,40}") ? language : "";
    }

    /** Without characters that are none. */
    static String clean(String text) {
        if (Characters.all(text, c -> c != 0 && !Character.isSurrogate((char) c))) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints().map(Normal::character).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static List<Item> items(List<Item> items) {
        return items.stream().map(item -> new Item(blocks(item.blocks()))).toList();
    }

    private static List<Inline> inlines(List<Inline> inlines) {
        if (inlines.size() == 1 && inlines.get(0) instanceof Text text && isNormal(text)) {
            return inlines;
        }
        List<Inline> normal = Runs.normal(inlines);
        int end = normal.size();
        while (end > 0 && normal.get(end - 1) instanceof Break) {
            end--;
        }
        return List.copyOf(normal.subList(0, end));
    }

    /** What most items of lists are: plain words on one line. */
    private static boolean isNormal(Text text) {
        return !text.text().isEmpty()
                && text.marks().equals(Marks.NONE)
                && Characters.all(text.text(), c -> c >= ' ' && !Character.isSurrogate((char) c));
    }

    private static List<Inline> oneLine(List<Inline> inlines) {
        List<Inline> line = inlines.stream()
                .map(inline -> inline instanceof Break ? new Text(" ", Marks.NONE) : inline)
                .toList();
        return line.equals(inlines) ? inlines : inlines(line);
    }

    private static int character(int point) {
        boolean none = point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        return none ? REPLACEMENT : point;
    }

    static @Nullable String href(@Nullable String href) {
        if (href == null || href.isBlank() || href.chars().anyMatch(Character::isISOControl)) {
            return null;
        }
        String clean = clean(href);
        var scheme = SCHEME.matcher(clean.strip());
        return scheme.matches() && !GOOD_SCHEME.matcher(scheme.group(1)).matches() ? null : clean.strip();
    }
}
