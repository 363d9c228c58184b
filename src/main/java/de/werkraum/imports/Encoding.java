package de.werkraum.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Bytes as text: what a mark at the beginning says, else UTF-16 where every other byte of the beginning is none, else UTF-8 if they are that, else the
 * code page that gives the most plausible text: Windows-1252, which most offices' CSV is, unless an old Mac or a DOS program wrote it.
 *
 * @param text without its mark
 * @param charset what the bytes were taken for
 * @param sure whether nothing else was plausible
 */
record Encoding(String text, Charset charset, boolean sure) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Code pages of programs that people still export from. */
    private static final List<Charset> OLDER = List.of(Charset.forName("x-MacRoman"), Charset.forName("IBM850"));

    /** Letters and signs beyond ASCII that texts of an administration hold. */
    private static final Pattern LIKELY = Pattern.compile("[äöüÄÖÜßéèáàçñ€§„“”‚‘’–—…•²³°½¼µ×«»\u00A0]");

    /** As much of a text as shows whether it is UTF-16, in bytes. */
    private static final int SAMPLE = 4_096;

    /** Umlauts of UTF-8 as Windows-1252 shows them: the file is UTF-8 but for a few bytes. */
    private static final Pattern BROKEN = Pattern.compile("Ã[¤¶¼„–œŸ]|â€[“”“žœ]");

    /** A capital or a sign of two bytes within a word. */
    private static final Pattern ODD = Pattern.compile("(?<=\\p{Ll})[\\p{Lu}€„“”‚‘–—…•½¼µ×§](?=\\p{Ll})");

    private static final char MARK = '\uFEFF';

    static Encoding of(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return sure(lenient(bytes), StandardCharsets.UTF_8);
        } else if (starts(bytes, 0xFF, 0xFE) || isWide(bytes, 1)) {
            return sure(new String(bytes, StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE);
        } else if (starts(bytes, 0xFE, 0xFF) || isWide(bytes, 0)) {
            return sure(new String(bytes, StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return sure(text.toString(), StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return page(bytes);
        }
    }

    private static Encoding sure(String text, Charset charset) {
        return new Encoding(without(text), charset, true);
    }

    private static Encoding page(byte[] bytes) {
        String windows = new String(bytes, WINDOWS);
        if (BROKEN.matcher(windows).find()) {
            return new Encoding(lenient(bytes), StandardCharsets.UTF_8, false);
        }
        Encoding best = sure(windows, WINDOWS);
        double most = plausible(windows);
        for (Charset charset : OLDER) {
            String text = new String(bytes, charset);
            double plausible = plausible(text);
            if (plausible > most) {
                best = new Encoding(text, charset, false);
                most = plausible;
            }
        }
        return best;
    }

    /** The share of signs beyond ASCII that are likely ones; a capital amidst small letters is none. */
    private static double plausible(String text) {
        long beyond = text.chars().filter(c -> c > 0x7F).count();
        long likely = LIKELY.matcher(text).results().count();
        long odd = ODD.matcher(text).results().count();
        return beyond == 0 ? 1 : (double) (likely - odd) / beyond;
    }

    /** Whether most pairs of bytes have a zero at that place and none at the other: Latin letters in UTF-16. */
    private static boolean isWide(byte[] bytes, int zero) {
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        int zeros = 0;
        int others = 0;
        for (int i = 0; i < pairs; i++) {
            zeros += bytes[2 * i + zero] == 0 ? 1 : 0;
            others += bytes[2 * i + 1 - zero] == 0 ? 1 : 0;
        }
        return pairs > 1 && bytes.length % 2 == 0 && zeros > pairs / 2 && others == 0;
    }

    /** Whether it looks like text at all: a text has no NUL, but in UTF-16. */
    static boolean isText(byte[] bytes) {
        return starts(bytes, 0xFF, 0xFE)
                || starts(bytes, 0xFE, 0xFF)
                || isWide(bytes, 0)
                || isWide(bytes, 1)
                || !new String(bytes, WINDOWS).contains("\0");
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
