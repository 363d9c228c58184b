package de.werkraum.rich;

import de.werkraum.rich.RichText.Marks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One character of a rich text with its marks; a line break is a glyph of its own.
 *
 * @param point Unicode code point, or {@link #BREAK}
 */
record Glyph(int point, Marks marks) {
    static final int BREAK = -1;
    static final Glyph LINE_BREAK = new Glyph(BREAK, Marks.NONE);

    boolean isBreak() {
        return point == BREAK;
    }

    /** White space of any kind, also that which does not break lines. */
    boolean isSpace() {
        return point >= 0 && (Character.isWhitespace(point) || Character.isSpaceChar(point));
    }

    @Nullable
    String href() {
        return marks.href();
    }

    Glyph with(int otherPoint, @Nullable String otherHref) {
        return new Glyph(otherPoint, marks.to(otherHref));
    }

    /** The same character without emphasis. */
    Glyph plain() {
        return new Glyph(point, marks.plain());
    }

    /** Whether both carry the same marks and stand in the same line, so that they can be one piece of text. */
    boolean joins(Glyph other) {
        return !isBreak() && !other.isBreak() && marks.equals(other.marks);
    }

    static List<Glyph> of(List<RichText.Inline> inlines) {
        var glyphs = new ArrayList<Glyph>();
        for (RichText.Inline inline : inlines) {
            if (inline instanceof RichText.Text text) {
                text.text().codePoints().forEach(point -> glyphs.add(new Glyph(point, text.marks())));
            } else {
                glyphs.add(LINE_BREAK);
            }
        }
        return glyphs;
    }

    /** The inverse of {@link #of}, with as few pieces of text as possible. */
    static List<RichText.Inline> join(List<Glyph> glyphs) {
        var inlines = new ArrayList<RichText.Inline>();
        int from = 0;
        while (from < glyphs.size()) {
            Glyph first = glyphs.get(from);
            if (first.isBreak()) {
                inlines.add(new RichText.Break());
                from++;
                continue;
            }
            var text = new StringBuilder();
            int to = from;
            while (to < glyphs.size() && first.joins(glyphs.get(to))) {
                text.appendCodePoint(glyphs.get(to++).point());
            }
            inlines.add(new RichText.Text(text.toString(), first.marks()));
            from = to;
        }
        return inlines;
    }
}
