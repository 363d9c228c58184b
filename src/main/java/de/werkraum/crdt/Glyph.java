package de.werkraum.crdt;

import org.jspecify.annotations.Nullable;

/** A single character of text; those of ASCII are shared, since what people type in many places at once is mostly of these. */
final class Glyph extends Content {
    private static final Glyph[] ASCII = new Glyph[0x80];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = new Glyph(c);
        }
    }

    private final char c;

    private Glyph(char c) {
        this.c = c;
    }

    static Glyph of(char c) {
        return c < ASCII.length ? ASCII[c] : new Glyph(c);
    }

    /** The same as a run that can grow. */
    TextRun run() {
        return new TextRun(new char[] {c});
    }

    char character() {
        return c;
    }

    @Override
    int ref() {
        return REF_STRING;
    }

    @Override
    @Nullable
    Content joined(Content right) {
        return run().joined(right);
    }

    @Override
    void appendTo(StringBuilder text) {
        text.append(c);
    }

    @Override
    Object value(int index) {
        return String.valueOf(c);
    }

    @Override
    void write(Encoder out, long offset, long length) {
        if (c < ASCII.length) {
            out.writeVarUint(1).writeByte(c);
        } else {
            out.writeVarChars(new char[] {c}, 0, 1);
        }
    }
}
