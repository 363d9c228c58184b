package de.werkraum.crdt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A run of text in a buffer of its own that grows at the end, so that typing never copies the run. A split copies the
 * shorter side: however often a text is cut, each character moves at most log₂(length) times.
 */
final class TextRun extends Content {
    private static final int LONGEST = 1 << 28;
    private static final char REPLACEMENT = '\uFFFD';

    private char[] chars;
    private int from;
    private int length;

    TextRun(char[] chars) {
        this(chars, 0, chars.length);
    }

    private TextRun(char[] chars, int from, int length) {
        this.chars = chars;
        this.from = from;
        this.length = length;
    }

    @Override
    int ref() {
        return REF_STRING;
    }

    int length() {
        return length;
    }

    @Override
    TextRun splitOff(int at) {
        boolean cutsPair = Character.isHighSurrogate(chars[from + at - 1]);
        TextRun right;
        if (at <= length - at) {
            char[] mine = Arrays.copyOfRange(chars, from, from + at);
            right = new TextRun(chars, from + at, length - at);
            right.shrink();
            chars = mine;
            from = 0;
        } else {
            right = new TextRun(Arrays.copyOfRange(chars, from + at, from + length));
        }
        length = at;
        shrink();
        if (cutsPair) {
            // As Yjs does: half a pair is no character, so both halves become U+FFFD.
            chars[from + at - 1] = REPLACEMENT;
            right.chars[right.from] = REPLACEMENT;
        }
        return right;
    }

    /** Lets go of a buffer that is mostly unused. */
    private void shrink() {
        if (length * 4L < chars.length) {
            chars = Arrays.copyOfRange(chars, from, from + length);
            from = 0;
        }
    }

    @Override
    @Nullable
    Content joined(Content right) {
        if (right instanceof Glyph one && hasRoom(1)) {
            int at = room(1);
            chars[at] = one.character();
            length++;
            return this;
        }
        if (!(right instanceof TextRun other) || !hasRoom(other.length)) {
            return null;
        }
        int at = room(other.length);
        System.arraycopy(other.chars, other.from, chars, at, other.length);
        length += other.length;
        return this;
    }

    /** Whether the run may grow by so many characters; a longer text is several runs. */
    boolean hasRoom(int more) {
        return more <= LONGEST - length;
    }

    /** Appends well-formed UTF-8 that stands for {@code count} characters. */
    void append(byte[] utf8, int start, int end, int count) {
        int at = room(count);
        Utf8.decode(utf8, start, end, chars, at);
        length += count;
    }

    /** Makes room for more characters and answers where they start. */
    private int room(int more) {
        int needed = length + more;
        if (from + needed > chars.length) {
            char[] grown = new char[Math.max(needed, needed + (needed >> 1) + 4)];
            System.arraycopy(chars, from, grown, 0, length);
            chars = grown;
            from = 0;
        }
        return from + length;
    }

    @Override
    void appendTo(StringBuilder text) {
        text.append(chars, from, length);
    }

    @Override
    Object value(int index) {
        return String.valueOf(chars[from + index]);
    }

    @Override
    void write(Encoder out, long offset, long count) {
        out.writeVarChars(chars, from + (int) offset, from + length);
    }

    @Override
    long weight() {
        return 2L * length;
    }
}
