package de.werkraum.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Texts of pieces that mean something to one format or another. Each has a number, by which it is found again; of the same seed there are plain texts as well, of letters
 * in the same places, which no format can take for anything else.
 */
final class Typed {
    private static final List<String> PIECES = List.of(
            // Markdown
            "# ",
            "- ",
            "+ ",
            "1. ",
            "7) ",
            "> ",
            "```",
            "~~~",
            "**fett**",
            "*",
            "_kursiv_",
            "__",
            "[x](https://example.org)",
            "![bild](x.png)",
            "[ ] ",
            "[x] ",
            "[^1]",
            "|",
            "\\",
            "`code`",
            "~~weg~~",
            "---",
            "===",
            ":--",
            "<https://example.org>",
            "$x$",
            "    vier",
            "  \n",
            "\\\n",
            "\n\n# Titel\n\n",
            "\n- Punkt",
            "\n| a | b |\n|---|---|\n",
            // markup and entities
            "<b>fett</b>",
            "</p>",
            "<br/>",
            "<!-- ",
            "-->",
            "&amp;",
            "&#38;",
            "&unbekannt;",
            "&",
            "<",
            ">",
            "]]>",
            "<![CDATA[",
            "<?xml?>",
            "<!DOCTYPE a>",
            "<text:p>",
            "</w:t>",
            "<script>",
            "</style>",
            // style sheets and their pages
            "{accent}",
            "{fonts}",
            "{footer}",
            "} body { display: none }",
            "url(x)",
            "/*",
            "*/",
            "\"",
            "'",
            "\\000041 ",
            // tables
            "=1+1",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "=SUM(A1:A2)",
            "＝1",
            "\t",
            ";",
            ",",
            "\"\"",
            "\";\"",
            "_x0041_",
            "_x005F_",
            "0049",
            "1,5",
            "03.04.",
            "TRUE",
            "#REF!",
            "{=1+1}",
            "sep=;",
            // calendars
            "\nEND:VTODO",
            "\r\nBEGIN:VALARM\r\n",
            "\nSUMMARY:falsch",
            ";VALUE=DATE:",
            "\\n",
            "\\,",
            ":",
            // PDF, JSON
            "(",
            ")",
            "<<",
            ">>",
            "endobj",
            "%%EOF",
            "/JS",
            "\",\"x\":\"",
            "\\u0041",
            "{{",
            "${x}",
            "%s",
            // signs
            "ß",
            "Ä",
            "≥",
            "„so“",
            "–",
            "€",
            "🙂",
            "\u00a0",
            "\u2028",
            "\u0007",
            "\u001b",
            "\ufffe",
            " ",
            "  ",
            "wort",
            "Wort Wort");

    private static final int MOST = 7;

    private final Random random;
    private final boolean plain;
    private final List<String> all = new ArrayList<>();

    Typed(long seed, boolean plain) {
        this.random = new Random(seed);
        this.plain = plain;
    }

    /** The name of a text, in letters and digits that mean nothing anywhere. */
    static String mark(int number) {
        return String.format("zq%03dzq", number);
    }

    /** All that were made, in the order of their numbers. */
    List<String> all() {
        return List.copyOf(all);
    }

    /** One more, on one line or several. */
    String text() {
        String mark = mark(all.size());
        int pieces = 1 + random.nextInt(MOST);
        int place = random.nextInt(3) == 0 ? random.nextInt(pieces) : pieces - 1;
        var text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            text.append(plain ? letters(piece) : piece);
            if (i == place) {
                text.append(mark);
            }
        }
        all.add(text.toString());
        return text.toString();
    }

    /** What no document holds is in neither. */
    private static String letters(String piece) {
        var letters = new StringBuilder();
        piece.codePoints().filter(Typed::isHeld).forEach(c -> letters.appendCodePoint(isBlank(c) ? c : 'x'));
        return letters.toString();
    }

    static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static boolean isHeld(int c) {
        return (c >= ' ' || isBlank(c)) && c != '\ufffe' && c != '\u001b';
    }
}
