package de.werkraum.rich;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text with structure: what a document can say of it, whichever format it is for. */
public record RichText(List<Block> blocks) {
    public RichText {
        blocks = List.copyOf(blocks);
    }

    /** Plain text: an empty line starts a paragraph, other line feeds break the line. */
    public static RichText plain(String text) {
        var blocks = new ArrayList<Block>();
        for (String paragraph : text.strip().split("\\n{2,}", -1)) {
            if (!paragraph.isBlank()) {
                blocks.add(new Paragraph(List.of(new Text(paragraph, Marks.NONE))));
            }
        }
        return new RichText(blocks);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    public sealed interface Block
            permits Paragraph, Heading, BulletList, OrderedList, TaskList, Quote, Code, Rule, Table {}

    public record Paragraph(List<Inline> inlines) implements Block {
        public Paragraph {
            inlines = List.copyOf(inlines);
        }
    }

    /** A heading of level 1 to 6. */
    public record Heading(int level, List<Inline> inlines) implements Block {
        public Heading {
            inlines = List.copyOf(inlines);
        }
    }

    public record BulletList(List<Item> items) implements Block {
        public BulletList {
            items = List.copyOf(items);
        }
    }

    /** A list counted from a number on. */
    public record OrderedList(int start, List<Item> items) implements Block {
        public OrderedList {
            items = List.copyOf(items);
        }
    }

    /** Things to tick off. */
    public record TaskList(List<Task> tasks) implements Block {
        public TaskList {
            tasks = List.copyOf(tasks);
        }
    }

    /** A list item; it may be empty. */
    public record Item(List<Block> blocks) {
        public Item {
            blocks = List.copyOf(blocks);
        }
    }

    public record Task(boolean done, List<Block> blocks) {
        public Task {
            blocks = List.copyOf(blocks);
        }
    }

    public record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /** Text in which line feeds and blanks stand as they are. */
    public record Code(String language, String text) implements Block {}

    /** A line across. */
    public record Rule() implements Block {}

    public record Table(List<Row> rows) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A cell over several columns is followed by empty ones. */
    public record Cell(boolean head, List<Block> blocks) {
        public Cell {
            blocks = List.copyOf(blocks);
        }
    }

    public sealed interface Inline permits Text, Break {}

    /** Some characters with the same marks. */
    public record Text(String text, Marks marks) implements Inline {}

    /** A new line within a paragraph. */
    public record Break() implements Inline {}

    /** How characters look and where they link to. */
    public record Marks(
            boolean strong, boolean em, boolean underline, boolean strike, boolean code, @Nullable String href) {
        public static final Marks NONE = new Marks(false, false, false, false, false, null);
    }
}
