package de.werkraum.rich;

/**
 * Part of a line of Markdown: one character of the text, or markup.
 *
 * @param markup empty for a character
 * @param point the character; 0 for markup
 */
record Piece(String markup, int point, Kind kind) {
    private enum Kind {
        TEXT,
        REFERENCE,
        OPENING,
        CLOSING,
        OTHER
    }

    static Piece text(int point) {
        return new Piece("", point, Kind.TEXT);
    }

    static Piece opening(String asterisks) {
        return new Piece(asterisks, 0, Kind.OPENING);
    }

    static Piece closing(String asterisks) {
        return new Piece(asterisks, 0, Kind.CLOSING);
    }

    static Piece markup(String markup) {
        return new Piece(markup, 0, Kind.OTHER);
    }

    /** The character as a numeric reference. */
    Piece referred() {
        return kind == Kind.TEXT ? new Piece("", point, Kind.REFERENCE) : this;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean isReference() {
        return kind == Kind.REFERENCE;
    }

    boolean opens() {
        return kind == Kind.OPENING;
    }

    boolean closes() {
        return kind == Kind.CLOSING;
    }

    boolean isSpace() {
        return isText() && (Character.isWhitespace(point) || Character.isSpaceChar(point));
    }

    /** A letter or digit of which no reader of Markdown thinks otherwise. */
    boolean isPlainLetter() {
        return isText() && Character.isBmpCodePoint(point) && Character.isLetterOrDigit(point);
    }

    /** Whether it is one delimiter only: tildes beside asterisks have punctuation as their neighbour, not the text. */
    boolean isOneRun() {
        return markup.chars().distinct().count() < 2;
    }

    /** Whether it counts as space or punctuation beside asterisks for every reader: markup is ASCII punctuation. */
    boolean separates() {
        return !isText() || (point < 0x7F && !Character.isLetterOrDigit(point));
    }
}
