package de.werkraum.export;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The name of a downloaded file: {@code werkraum-efa-onlinedienst-nachnutzen-2026-11-23.md}.
 *
 * @param ascii letters, digits, hyphens and one dot
 * @param full the same with letters of any script
 */
record FileName(String ascii, String full) implements Serializable {
    /** Letters of the title that a name keeps: file systems take 255 bytes, people read less. */
    private static final int MAX_TITLE = 60;

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    static FileName of(String title, LocalDate day, String ending) {
        return named(title, "-" + day + "." + ending);
    }

    /** Of a table for another program, which stands before the ending. */
    static FileName of(String title, LocalDate day, String program, String ending) {
        return named(title, "-" + day + "-" + program + "." + ending);
    }

    private static FileName named(String title, String rest) {
        String words = Normalizer.normalize(title, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String plain =
                words.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        String latin = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return new FileName(
                "werkraum-" + hyphened(latin, "[^a-z0-9]+") + rest,
                "werkraum-" + hyphened(words, "[^\\p{L}\\p{M}\\p{Nd}]+") + rest);
    }

    /** The value of {@code Content-Disposition} (RFC 6266), with the full name as RFC 8187 writes it. */
    String disposition() {
        String header = "attachment; filename=\"" + ascii + "\"";
        return full.equals(ascii) ? header : header + "; filename*=UTF-8''" + percentEncoded(full);
    }

    private static String hyphened(String text, String others) {
        String name = text.replaceAll(others, "-").replaceAll("^-|-$", "");
        int[] points = name.codePoints().limit(MAX_TITLE).toArray();
        String cut = new String(points, 0, points.length).replaceAll("-$", "");
        return cut.isEmpty() ? "plan" : cut;
    }

    private static String percentEncoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
