package de.werkraum.rich;

import de.werkraum.rich.RichText.Break;
import de.werkraum.rich.RichText.Inline;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.Text;
import java.util.ArrayList;
import java.util.List;

/** Brings a line's stretches of text into normal form, stretch by stretch: a text of megabytes must not become an object a character. */
final class Runs {
    private final List<Inline> inlines = new ArrayList<>();
    /** A stretch that has come whole, so that it needs no copy unless another one joins it. */
    private String whole = "";

    private final StringBuilder text = new StringBuilder();
    private Marks marks = Marks.NONE;

    private Runs() {}

    /** Each character, or what stands for it, keeps its place. */
    static List<Inline> normal(List<Inline> raw) {
        var first = new Runs();
        for (Inline inline : raw) {
            if (inline instanceof Text run) {
                first.cut(
                        Normal.clean(run.text()),
                        run.marks().to(Normal.href(run.marks().href())));
            } else {
                first.lineBreak();
            }
        }
        var second = new Runs();
        for (Inline inline : first.end()) {
            if (inline instanceof Text run) {
                second.trimmed(run);
            } else {
                second.lineBreak();
            }
        }
        return second.end();
    }

    /** Line feeds in a text are breaks. */
    private void cut(String characters, Marks look) {
        int from = 0;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c == '\n' || c == '\r') {
                add(characters, from, i, look);
                lineBreak();
                from = i + 1;
            }
        }
        add(characters, from, characters.length(), look);
    }

    /** Takes the emphasis from the spaces at both ends. */
    private void trimmed(Text run) {
        String characters = run.text();
        int from = 0;
        int to = characters.length();
        while (from < to && isSpace(characters.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(characters.charAt(to - 1))) {
            to--;
        }
        add(characters, 0, from, run.marks().plain());
        add(characters, from, to, run.marks());
        add(characters, to, characters.length(), run.marks().plain());
    }

    /** All white space lies in the basic plane. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void add(String characters, int from, int to, Marks look) {
        if (from < to) {
            if (!look.equals(marks)) {
                flush();
                marks = look;
            }
            if (whole.isEmpty() && text.length() == 0 && to - from == characters.length()) {
                whole = characters;
                return;
            }
            text.append(whole).append(characters, from, to);
            whole = "";
        }
    }

    private void lineBreak() {
        flush();
        inlines.add(new Break());
    }

    private void flush() {
        if (!whole.isEmpty() || text.length() > 0) {
            inlines.add(new Text(whole.isEmpty() ? text.toString() : whole, marks));
            whole = "";
            text.setLength(0);
        }
    }

    private List<Inline> end() {
        flush();
        return inlines;
    }
}
