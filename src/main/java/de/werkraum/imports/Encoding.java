package de.werkraum.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Bytes as text: what a mark at the beginning says, else UTF-8 if they are that, else Windows-1252, which most offices' CSV is. */
final class Encoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Umlauts of UTF-8 as Windows-1252 shows them: the file is UTF-8 but for a few bytes. */
    private static final Pattern BROKEN = Pattern.compile("Ã[¤¶¼„–œŸ]|â€[“”“žœ]");

    private static final char MARK = '\uFEFF';

    private Encoding() {}

    static String decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return without(lenient(bytes));
        } else if (starts(bytes, 0xFF, 0xFE)) {
            return without(new String(bytes, StandardCharsets.UTF_16LE));
        } else if (starts(bytes, 0xFE, 0xFF)) {
            return without(new String(bytes, StandardCharsets.UTF_16BE));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String windows = new String(bytes, WINDOWS);
            return BROKEN.matcher(windows).find() ? lenient(bytes) : windows;
        }
    }

    /** Whether it looks like text at all: a text has no NUL, but in UTF-16. */
    static boolean isText(byte[] bytes) {
        return starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF) || !new String(bytes, WINDOWS).contains("\0");
    }

    /**
     * A text as it may stand in a plan: line feeds for all kinds of line ends, no other control characters than tabs, no half characters.
     */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            boolean control = Character.isISOControl(point) && point != '\n' && point != '\t' && point != '\r';
            if (!half && !control && (point & 0xFFFE) != 0xFFFE && point != MARK) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString()
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static String lenient(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String without(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }
}
