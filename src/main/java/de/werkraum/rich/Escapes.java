package de.werkraum.rich;

import java.util.List;

/** The characters of a text so that none of them is taken for Markdown. */
final class Escapes {
    /** Markup wherever it stands. */
    private static final String ALWAYS = "\\`*[]";

    /** Markup at the start of a line: headings, underlines of headings, bullets, quotes, fences. */
    private static final String AT_START = "#=-+>~";

    private static final String IN_DESTINATION = "\\()<";

    private Escapes() {}

    static String line(List<Piece> pieces, boolean heading) {
        var line = new StringBuilder();
        int dot = heading ? -1 : dotOfNumber(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean edge = i == 0 || i == pieces.size() - 1;
            if (piece.isReference() || (edge && piece.isSpace()) || isControl(piece)) {
                line.append("&#").append(piece.point()).append(';');
            } else if (piece.isText()) {
                if (i == dot || isMarkup(pieces, i, heading)) {
                    line.append('\\');
                }
                line.appendCodePoint(piece.point());
            } else {
                line.append(piece.markup());
            }
        }
        return line.toString();
    }

    /** Where a link goes: entities and backslashes keep it in one piece. */
    static String destination(String href) {
        var written = new StringBuilder();
        href.codePoints().forEach(point -> {
            if (point == '&' || Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                written.append("&#").append(point).append(';');
            } else {
                written.append(IN_DESTINATION.indexOf(point) >= 0 ? "\\" : "").appendCodePoint(point);
            }
        });
        return written.toString();
    }

    private static boolean isControl(Piece piece) {
        return piece.isText() && Character.isISOControl(piece.point());
    }

    private static boolean isMarkup(List<Piece> pieces, int i, boolean heading) {
        int point = pieces.get(i).point();
        int before = at(pieces, i - 1);
        int after = at(pieces, i + 1);
        return switch (point) {
            case '_' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after));
            case '<' -> after != ' ';
            case '&' -> startsReference(pieces, i + 1);
            case '!' -> i + 1 < pieces.size() && !pieces.get(i + 1).isText();
            case '~' -> before != ' ' || after != ' ';
            case '|', ':' -> i == 0 && isRuler(pieces);
            case '#' -> heading || i == 0;
            default -> ALWAYS.indexOf(point) >= 0 || (i == 0 && !heading && AT_START.indexOf(point) >= 0);
        };
    }

    /** Whether the line could be the one below the head of a table. */
    private static boolean isRuler(List<Piece> pieces) {
        return pieces.stream().allMatch(piece -> piece.isText() && "|:- \t".indexOf(piece.point()) >= 0);
    }

    /** The character of a piece of text; 0 beside the line and for markup. */
    private static int at(List<Piece> pieces, int i) {
        return i >= 0 && i < pieces.size() && pieces.get(i).isText()
                ? pieces.get(i).point()
                : 0;
    }

    /** Whether what follows an ampersand may be the rest of a character reference. */
    private static boolean startsReference(List<Piece> pieces, int from) {
        if (at(pieces, from) == '#') {
            return true;
        }
        int i = from;
        while (Character.isLetterOrDigit(at(pieces, i))) {
            i++;
        }
        return i > from && at(pieces, i) == ';';
    }

    /** The place of the dot or bracket that would make the number before it that of a list item; -1 if none. */
    private static int dotOfNumber(List<Piece> pieces) {
        int i = 0;
        while (at(pieces, i) >= '0' && at(pieces, i) <= '9') {
            i++;
        }
        return i > 0 && (at(pieces, i) == '.' || at(pieces, i) == ')') ? i : -1;
    }
}
