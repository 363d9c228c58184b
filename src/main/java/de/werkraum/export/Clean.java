package de.werkraum.export;

import de.werkraum.rich.Characters;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts from people without what no document can hold: control characters, halves of pairs, signs that are none. */
final class Clean {
    private static final Pattern FEED = Pattern.compile("\\s*\\n\\s*");

    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    private static final int DELETE = 0x7f;
    private static final int LAST_CONTROL = 0x9f;

    private Clean() {}

    /** Line feeds of any kind become one; tabs stay. */
    static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (Characters.all(text, Clean::common)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\r' || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR) {
                clean.append('\n');
            } else if (held(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** The same on one line. */
    static String line(@Nullable String text) {
        String clean = text(text);
        return (clean.indexOf('\n') < 0 ? clean : FEED.matcher(clean).replaceAll(" ")).strip();
    }

    /** What most texts are made of, which then need no copy. */
    private static boolean common(int c) {
        return (c >= ' ' && c < DELETE) || c == '\n' || c == '\t' || (c > LAST_CONTROL && c < LINE_SEPARATOR);
    }

    private static boolean held(int c) {
        boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= DELETE && c <= LAST_CONTROL);
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean none = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        return !control && !half && !none;
    }
}
