package de.werkraum.rich;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text with structure: what documents of the common editors, Markdown and exports can say. Read from any of them it is in normal form, in which
 * equal texts are equal values; see {@link Normal}.
 */
public record RichText(List<Block> blocks) implements Serializable {
    public static final RichText EMPTY = new RichText(List.of());

    public RichText {
        blocks = List.copyOf(blocks);
    }

    /** Plain text: an empty line starts a paragraph, other line feeds break the line. */
    public static RichText plain(String text) {
        var blocks = new ArrayList<Block>();
        for (String paragraph : text.split("(?:\\r?\\n){2,}|\\r{2,}", -1)) {
            var inlines = new ArrayList<Inline>();
            for (String line : paragraph.split("\\r?\\n|\\r", -1)) {
                if (!inlines.isEmpty()) {
                    inlines.add(new Break());
                }
                inlines.add(new Text(line, Marks.NONE));
            }
            blocks.add(new Paragraph(inlines));
        }
        return Normal.form(new RichText(blocks));
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** As plain text: a line a paragraph or item, with bullets, numbers and boxes, columns of a table apart by bars. */
    public String text() {
        return text("- ");
    }

    /** The same with another bullet, since spreadsheets take a line's dash for a minus. */
    public String text(String bullet) {
        return new PlainText(bullet).of(this);
    }

    /** The same with headings that many levels lower, for use inside a larger document; there are no more than six. */
    public RichText lowered(int levels) {
        return new RichText(new Lowered(levels).blocks(blocks));
    }

    public sealed interface Block extends Serializable
            permits Paragraph, Heading, BulletList, OrderedList, TaskList, Quote, Code, Rule, Table {}

    public record Paragraph(List<Inline> inlines) implements Block {
        public Paragraph {
            inlines = List.copyOf(inlines);
        }
    }

    /** A heading of level 1 to 6. */
    public record Heading(int level, List<Inline> inlines) implements Block {
        static final int LEVELS = 6;

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
        /** Markdown takes numbers of nine digits; this leaves room to count on. */
        static final int MAX_START = 99_999_999;

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
    public record Item(List<Block> blocks) implements Serializable {
        public Item {
            blocks = List.copyOf(blocks);
        }
    }

    /** An item to tick off. */
    public record Task(boolean done, List<Block> blocks) implements Serializable {
        public Task {
            blocks = List.copyOf(blocks);
        }
    }

    public record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * Text in which line feeds and blanks stand as they are.
     *
     * @param language what it is written in; may be empty
     */
    public record Code(String language, String text) implements Block {}

    /** A line across. */
    public record Rule() implements Block {}

    public record Table(List<Row> rows) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    public record Row(List<Cell> cells) implements Serializable {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A cell; one over several columns is followed by empty ones. */
    public record Cell(boolean head, List<Block> blocks) implements Serializable {
        public Cell {
            blocks = List.copyOf(blocks);
        }
    }

    public sealed interface Inline extends Serializable permits Text, Break {}

    /** Some characters with the same marks. */
    public record Text(String text, Marks marks) implements Inline {}

    /** A new line within a paragraph. */
    public record Break() implements Inline {}

    /**
     * How characters look.
     *
     * @param href where they link to, or null
     */
    public record Marks(
            boolean strong, boolean em, boolean underline, boolean strike, boolean code, @Nullable String href)
            implements Serializable {
        public static final Marks NONE = new Marks(false, false, false, false, false, null);

        public Marks withStrong() {
            return new Marks(true, em, underline, strike, code, href);
        }

        public Marks withEm() {
            return new Marks(strong, true, underline, strike, code, href);
        }

        public Marks withUnderline() {
            return new Marks(strong, em, true, strike, code, href);
        }

        Marks withoutUnderline() {
            return new Marks(strong, em, false, strike, code, href);
        }

        public Marks withStrike() {
            return new Marks(strong, em, underline, true, code, href);
        }

        public Marks withCode() {
            return new Marks(strong, em, underline, strike, true, href);
        }

        /** Linking there, or nowhere. */
        public Marks to(@Nullable String other) {
            return new Marks(strong, em, underline, strike, code, other);
        }

        /** The link alone. */
        Marks plain() {
            return NONE.to(href);
        }
    }
}
