package de.werkraum.rich;

/** Writes the characters of a line so that none of them is taken for Markdown. */
final class Escapes {
    /** Markup wherever it stands. */
    private static final String ALWAYS = "\\`*[]";

    /** Markup at the start of a line: headings, underlines of headings, bullets, quotes, fences. */
    private static final String AT_START = "#=-+>~";

    private static final String IN_DESTINATION = "\\()<";

    private final Line line;
    private final String text;
    private final boolean heading;
    /** Whether the line begins with a character, and ends with one. */
    private final boolean begins;

    private final boolean ends;
    private final int dot;

    Escapes(Line line, boolean heading) {
        this.line = line;
        this.heading = heading;
        text = line.text().toString();
        begins = !line.hasMarkup(0);
        ends = !line.hasMarkup(text.length());
        dot = heading || !begins ? -1 : dotOfNumber();
    }

    /** Appends the characters between two indices, between which there is no markup. */
    void append(StringBuilder out, int from, int to) {
        int before = 0;
        for (int i = from; i < to; ) {
            int plain = plain(i, to);
            if (plain > i) {
                out.append(text, i, plain);
                before = text.charAt(plain - 1);
                i = plain;
                continue;
            }
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            boolean edge = (i == 0 && begins) || (next == text.length() && ends);
            if (line.isReferred(i) || (edge && isSpace(point)) || Character.isISOControl(point)) {
                out.append("&#").append(point).append(';');
            } else {
                if (i == dot || isMarkup(point, i, before, next, to)) {
                    out.append('\\');
                }
                out.appendCodePoint(point);
            }
            before = line.isReferred(i) ? 0 : point;
            i = next;
        }
    }

    /** The end of the words from here on that are what they are wherever they stand: most of any text. */
    private int plain(int from, int to) {
        int i = from;
        while (i < to && isPlain(text.charAt(i), i) && !line.isReferred(i)) {
            i++;
        }
        return i;
    }

    private boolean isPlain(char c, int i) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c == ' ' && i > 0 && i < text.length() - 1);
    }

    /** Where a link goes: entities and backslashes keep it in one piece. */
    static String destination(String href) {
        var written = new StringBuilder();
        href.codePoints().forEach(point -> {
            if (point == '&' || isSpace(point)) {
                written.append("&#").append(point).append(';');
            } else {
                written.append(IN_DESTINATION.indexOf(point) >= 0 ? "\\" : "").appendCodePoint(point);
            }
        });
        return written.toString();
    }

    /** How many backticks follow each other at the most. */
    static int longestTicks(String text) {
        int longest = 0;
        int ticks = 0;
        for (int i = 0; i < text.length(); i++) {
            ticks = text.charAt(i) == '`' ? ticks + 1 : 0;
            longest = Math.max(longest, ticks);
        }
        return longest;
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    /**
     * @param before the character in front of it; 0 beside the line and for markup
     * @param to where the next markup stands, or the line ends
     */
    private boolean isMarkup(int point, int i, int before, int next, int to) {
        boolean first = i == 0 && begins;
        return switch (point) {
            case '_' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(at(next, to)));
            case '<' -> at(next, to) != ' ';
            case '&' -> startsReference(next, to);
            case '!' -> next < to ? line.isReferred(next) : line.hasMarkup(to);
            case '~' -> before != ' ' || at(next, to) != ' ';
            case '|', ':' -> first && isRuler();
            case '#' -> heading || first;
            default -> ALWAYS.indexOf(point) >= 0 || (first && !heading && AT_START.indexOf(point) >= 0);
        };
    }

    /** Whether the line could be the one below the head of a table. */
    private boolean isRuler() {
        return !line.hasMarkup() && text.chars().allMatch(c -> "|:- \t".indexOf(c) >= 0);
    }

    /** The character there; 0 for one beyond the markup and for a reference. */
    private int at(int i, int to) {
        return i < to && !line.isReferred(i) ? text.codePointAt(i) : 0;
    }

    /** Whether what follows an ampersand may be the rest of a character reference. */
    private boolean startsReference(int from, int to) {
        if (at(from, to) == '#') {
            return true;
        }
        int i = from;
        while (Character.isLetterOrDigit(at(i, to))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i > from && at(i, to) == ';';
    }

    /** The place of the dot or bracket that would make the number before it that of a list item; -1 if none. */
    private int dotOfNumber() {
        int i = 0;
        while (isDigit(i)) {
            i++;
        }
        boolean dot = i > 0 && i < text.length() && (text.charAt(i) == '.' || text.charAt(i) == ')');
        return dot && !line.hasMarkup(i) && !line.isReferred(i) ? i : -1;
    }

    private boolean isDigit(int i) {
        boolean there = i < text.length() && (i == 0 || !line.hasMarkup(i)) && !line.isReferred(i);
        return there && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
}
