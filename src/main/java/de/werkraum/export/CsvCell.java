package de.werkraum.export;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts as cells of a table that spreadsheets open. */
final class CsvCell {
    /** Also what is white or nothing on paper, such as a byte order mark or a zero-width space. */
    private static final Pattern BLANK = Pattern.compile("^[\\s\\p{Z}\\p{C}]+");

    /** A sign alone, or before a number and perhaps a unit: telephone numbers, "-20 % Aufwand". No spreadsheet calculates with them. */
    private static final Pattern NUMBER = Pattern.compile("[+-]\\s*(\\d[\\d\\s.,:/%–-]*(\\s[\\p{L}\\d\\s.,:;%–]*)?)?");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    /** Where LibreOffice's dialog splits by default, and what the quotes protect within a cell. */
    private static final String QUOTED = ";,\t\"\n";

    private CsvCell() {}

    /** One record as RFC 4180 has it, but for the semicolons that a German Excel expects. */
    static String line(List<String> cells) {
        return line(";", cells);
    }

    /** The same with another separator: one of those that are quoted within cells. */
    static String line(String separator, List<String> cells) {
        return cells.stream().map(CsvCell::quoted).collect(Collectors.joining(separator)) + "\r\n";
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> QUOTED.indexOf(c) >= 0);
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /**
     * A text no spreadsheet takes for a formula: an apostrophe goes before the characters that start one, also behind
     * white or invisible space. Control characters but line feeds are left out.
     */
    static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String clean =
                CONTROL.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
        String seen = BLANK.matcher(clean).replaceFirst("");
        boolean hidden = !clean.isEmpty() && "\t\n".indexOf(clean.charAt(0)) >= 0;
        boolean formula = !seen.isEmpty()
                && "=+-@＝＋－＠".indexOf(seen.charAt(0)) >= 0
                && !NUMBER.matcher(seen).matches();
        return hidden || formula ? "'" + clean : clean;
    }
}
