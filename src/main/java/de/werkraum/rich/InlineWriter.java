package de.werkraum.rich;

import de.werkraum.rich.RichText.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the inside of a paragraph or heading as CommonMark.
 *
 * <p>Whether asterisks open or close emphasis depends on the characters on both sides; the inner one is no space in normal
 * form. Where they don't allow it, the outer one is written as a character reference, whose ampersand and semicolon count as punctuation; where emphasis ends
 * and other emphasis starts at one place, an empty comment keeps the asterisks apart.
 */
final class InlineWriter {
    private static final Piece APART = Piece.markup("<!-- -->");

    private final List<Glyph> glyphs;
    private final List<Piece> pieces = new ArrayList<>();

    /** Characters of a code span that is not written yet. */
    private final StringBuilder code = new StringBuilder();

    /** The delimiters that are open; empty if none. */
    private String open = "";

    private Marks look = Marks.NONE;

    private InlineWriter(List<Glyph> glyphs) {
        this.glyphs = glyphs;
    }

    /** The lines between hard breaks, each but the last with its backslash. */
    static List<String> lines(List<RichText.Inline> inlines, boolean heading) {
        var lines = new ArrayList<String>();
        var line = new ArrayList<Glyph>();
        for (Glyph glyph : Glyph.of(inlines)) {
            if (glyph.isBreak()) {
                lines.add(new InlineWriter(line).line(heading) + "\\");
                line.clear();
            } else {
                line.add(glyph);
            }
        }
        lines.add(new InlineWriter(line).line(heading));
        return lines;
    }

    private String line(boolean heading) {
        String href = null;
        for (Glyph glyph : glyphs) {
            if (!glyph.marks().code() || !Objects.equals(look, glyph.marks())) {
                flushCode();
            }
            look = glyph.marks();
            if (!Objects.equals(href, glyph.href())) {
                mark("");
                href = follow(href, glyph.href());
            }
            mark(delimiters(glyph.marks()));
            if (glyph.marks().code()) {
                code.appendCodePoint(glyph.point());
            } else {
                pieces.add(Piece.text(glyph.point()));
            }
        }
        flushCode();
        mark("");
        follow(href, null);
        flank();
        return Escapes.line(pieces, heading);
    }

    /** Ends one link and starts another; both may be null. */
    private @Nullable String follow(@Nullable String from, @Nullable String to) {
        if (from != null) {
            pieces.add(Piece.markup("](" + Escapes.destination(from) + ")"));
        }
        if (to != null) {
            pieces.add(Piece.markup("["));
        }
        return to;
    }

    private static String delimiters(Marks marks) {
        return (marks.strike() ? "~~" : "") + (marks.strong() ? "**" : "") + (marks.em() ? "*" : "");
    }

    /** In a code span nothing is markup but the backticks that end it: they are as many as stand nowhere in it. */
    private void flushCode() {
        if (code.length() > 0) {
            String text = code.toString();
            int ticks = 1;
            while (text.contains("`".repeat(ticks))) {
                ticks++;
            }
            String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
            pieces.add(Piece.markup("`".repeat(ticks) + pad + text + pad + "`".repeat(ticks)));
            code.setLength(0);
        }
    }

    /** Emphasis never nests: what is open is closed before other asterisks open. */
    private void mark(String asterisks) {
        if (asterisks.equals(open)) {
            return;
        }
        if (!open.isEmpty()) {
            pieces.add(Piece.closing(new StringBuilder(open).reverse().toString()));
        }
        if (!open.isEmpty() && !asterisks.isEmpty()) {
            pieces.add(APART);
        }
        if (!asterisks.isEmpty()) {
            pieces.add(Piece.opening(asterisks));
        }
        open = asterisks;
    }

    /** Refers to characters instead of writing them where asterisks would not open or close beside them. */
    private void flank() {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.opens()) {
                flank(i, 1, -1);
            } else if (piece.closes()) {
                flank(i, -1, 1);
            }
        }
    }

    /** Looks at both neighbours of the asterisks at i; the emphasised text lies inward. */
    private void flank(int i, int inward, int outward) {
        int inner = i + inward;
        int outer = i + outward;
        boolean free = outer < 0 || outer >= pieces.size() || pieces.get(outer).separates();
        boolean letter = pieces.get(inner).isPlainLetter() && pieces.get(i).isOneRun();
        if (!letter && !free) {
            pieces.set(outer, pieces.get(outer).referred());
        }
    }
}
