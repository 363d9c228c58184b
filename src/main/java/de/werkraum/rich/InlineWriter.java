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
    private static final String APART = "<!-- -->";

    private final Line line = new Line();

    /** Characters of a code span that is not written yet. */
    private final StringBuilder code = new StringBuilder();

    /** The delimiters that are open; empty if none. */
    private String open = "";

    private Marks look = Marks.NONE;

    private InlineWriter() {}

    /** The lines between hard breaks, each but the last with its backslash. */
    static List<String> lines(List<RichText.Inline> inlines, boolean heading) {
        var lines = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < inlines.size(); i++) {
            if (inlines.get(i) instanceof RichText.Break) {
                lines.add(new InlineWriter().line(inlines.subList(from, i), heading) + "\\");
                from = i + 1;
            }
        }
        lines.add(new InlineWriter().line(inlines.subList(from, inlines.size()), heading));
        return lines;
    }

    private String line(List<RichText.Inline> inlines, boolean heading) {
        String href = null;
        for (RichText.Inline inline : inlines) {
            if (!(inline instanceof RichText.Text text) || text.text().isEmpty()) {
                continue;
            }
            Marks marks = text.marks();
            if (!marks.code() || !Objects.equals(look, marks)) {
                flushCode();
            }
            look = marks;
            if (!Objects.equals(href, marks.href())) {
                mark("");
                href = follow(href, marks.href());
            }
            mark(delimiters(marks));
            if (marks.code()) {
                code.append(text.text());
            } else {
                line.text(text.text());
            }
        }
        flushCode();
        mark("");
        follow(href, null);
        line.flank();
        return line.written(heading);
    }

    /** Ends one link and starts another; both may be null. */
    private @Nullable String follow(@Nullable String from, @Nullable String to) {
        if (from != null) {
            line.markup("](" + Escapes.destination(from) + ")");
        }
        if (to != null) {
            line.markup("[");
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
            String ticks = "`".repeat(Escapes.longestTicks(text) + 1);
            String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
            line.markup(ticks + pad + text + pad + ticks);
            code.setLength(0);
        }
    }

    /** Emphasis never nests: what is open is closed before other asterisks open. */
    private void mark(String asterisks) {
        if (asterisks.equals(open)) {
            return;
        }
        if (!open.isEmpty()) {
            line.closing(new StringBuilder(open).reverse().toString());
        }
        if (!open.isEmpty() && !asterisks.isEmpty()) {
            line.markup(APART);
        }
        if (!asterisks.isEmpty()) {
            line.opening(asterisks);
        }
        open = asterisks;
    }
}
