package de.werkraum.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text with paragraphs, headings, lists, emphasis and links: what both the document's XML fragments and Markdown can say.
 * Read from either it is in normal form, in which equal texts are equal values; see {@link Normal}.
 */
public record RichText(List<Block> blocks) {
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
                inlines.add(new Text(line, false, false, null));
            }
            blocks.add(new Paragraph(inlines));
        }
        return Normal.form(new RichText(blocks));
    }

    /** The same with headings that many levels lower, for use inside a larger document; there are no more than six. */
    public RichText lowered(int levels) {
        return new RichText(blocks.stream().map(block -> lowered(block, levels)).toList());
    }

    private static Block lowered(Block block, int levels) {
        return block instanceof Heading heading
                ? new Heading(Math.min(Heading.LEVELS, heading.level() + levels), heading.inlines())
                : block;
    }

    public sealed interface Block permits Paragraph, Heading, BulletList, OrderedList {}

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

    /** A list item; it may be empty. */
    public record Item(List<Block> blocks) {
        public Item {
            blocks = List.copyOf(blocks);
        }
    }

    public sealed interface Inline permits Text, Break {}

    /** Some characters with the same marks; href is where they link to, or null. */
    public record Text(String text, boolean strong, boolean em, @Nullable String href) implements Inline {}

    /** A new line within a paragraph. */
    public record Break() implements Inline {}
}
