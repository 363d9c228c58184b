package de.werkraum.imports;

import de.werkraum.plan.Bilingual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Separated values: quotes are obeyed before anything is split, since a cell may hold several lines. A quote that never ends is taken for a character.
 *
 * @param doubts what was not plain about its quotes
 */
record CsvFile(Sheet sheet, List<Warning> doubts) {
    private static final char[] SEPARATORS = {';', '\t', ',', '|'};

    /** A first line for Excel alone. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("^\"?sep=(.)\"?\\r?\\n");

    /** Records looked at to find the separator. */
    private static final int SAMPLE = 200;

    /** Quotes without an end that are looked for; further ones are characters, so that none costs another look at the whole file. */
    private static final int UNCLOSED = 20;

    /** Characters that our own export and others shield with an apostrophe, so that no spreadsheet takes them for a formula. */
    private static final Pattern SHIELDED = Pattern.compile("^'(?=[\\s\\p{Z}\\p{C}]*[=+\\-@＝＋－＠\\t\\n])");

    /** @param tabs whether the file's name says that tabs stand between its cells, as between those copied in a spreadsheet */
    static CsvFile read(String text, boolean tabs, Bounds bounds) {
        Matcher line = SEPARATOR_LINE.matcher(text);
        boolean told = line.find();
        String body = told ? text.substring(line.end()) : text;
        char separator = told ? line.group(1).charAt(0) : tabs && body.indexOf('\t') >= 0 ? '\t' : separator(body);
        var open = new ArrayList<Integer>();
        List<List<String>> records = records(body, separator, bounds.rows() + 1, open);
        if (records.size() > bounds.rows()) {
            throw Row.tooMany(bounds);
        }
        var rows = new ArrayList<Row>();
        boolean cut = false;
        for (int i = 0; i < records.size(); i++) {
            Xml.inTime();
            List<String> cells = records.get(i).stream().map(CsvFile::cell).toList();
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                int width = Math.min(cells.size(), bounds.columns());
                rows.add(Row.of(i + 1, cells.subList(0, width)));
                cut |= cells.subList(width, cells.size()).stream().anyMatch(cell -> !cell.isBlank());
            }
        }
        return new CsvFile(
                new Sheet("", Sheet.Kind.SHEET, rows, cut),
                open.stream().map(CsvFile::unclosed).toList());
    }

    private static Warning unclosed(int row) {
        return new Warning(
                "",
                row,
                null,
                "\"",
                "row",
                new Bilingual(
                        "Ein Anführungszeichen beginnt in dieser Zeile und endet nirgends; es wird als Zeichen gelesen.",
                        "A quotation mark begins in this row and ends nowhere; it is read as a character."));
    }

    private static String cell(String raw) {
        return SHIELDED.matcher(Encoding.clean(raw)).replaceFirst("");
    }

    /** How well a text falls into columns: the share of records with the same number of cells, 0 where that is one. */
    static double regularity(String text) {
        return fit(text, separator(text));
    }

    static char separator(String text) {
        char best = SEPARATORS[0];
        double most = 0;
        for (char separator : SEPARATORS) {
            double fit = fit(text, separator);
            if (fit > most) {
                most = fit;
                best = separator;
            }
        }
        return best;
    }

    private static double fit(String text, char separator) {
        Map<Integer, Integer> counts = new HashMap<>();
        List<List<String>> records = records(text, separator, SAMPLE, new ArrayList<>());
        int filled = 0;
        for (List<String> record : records) {
            if (record.stream().anyMatch(cell -> !cell.isBlank())) {
                filled++;
                counts.merge(record.size(), 1, Integer::sum);
            }
        }
        int most = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            if (count.getKey() > 1) {
                most = Math.max(most, count.getValue());
            }
        }
        return filled == 0 ? 0 : (double) most / filled;
    }

    /**
     * RFC 4180, and what others make of it: a quote within an unquoted cell is a character, and so is one that begins a cell and never ends.
     *
     * @param open takes the numbers of the rows with quotes that never end
     */
    static List<List<String>> records(String text, char separator, int most, List<Integer> open) {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean begun = false;
        for (int i = 0; i < text.length() && records.size() < most; i++) {
            char c = text.charAt(i);
            if (c == '"' && open.size() < UNCLOSED && !begun) {
                int end = quoted(text, i + 1, separator, cell);
                if (end < 0) {
                    open.add(records.size() + 1);
                    cell.append(c);
                    begun = true;
                } else {
                    i = end;
                    begun = !cell.toString().isBlank();
                }
            } else if (c == separator) {
                record.add(cell.toString());
                cell.setLength(0);
                begun = false;
            } else if (c == '\n' || c == '\r') {
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                records.add(end(record, cell));
                begun = false;
            } else {
                cell.append(c);
                begun |= !Character.isWhitespace(c);
            }
        }
        if (records.size() < most && (!cell.isEmpty() || !record.isEmpty())) {
            records.add(end(record, cell));
        }
        return records;
    }

    /**
     * Reads a quoted text into a cell, quotes within it as they stand. It ends at a quote before a separator or the end of a line; where another cell begins with
     * a quote before that, this one has no end.
     *
     * @return where its last quote is; negative where there is none, and then nothing is read
     */
    private static int quoted(String text, int from, char separator, StringBuilder cell) {
        var inner = new StringBuilder();
        int at = from;
        for (int next = text.indexOf('"', at); next >= 0; next = text.indexOf('"', at)) {
            inner.append(text, at, next);
            at = next + 1;
            if (at < text.length() && text.charAt(at) == '"') {
                at++;
            } else if (ends(text, at, separator)) {
                cell.setLength(0);
                cell.append(inner);
                return next;
            } else if (next > from && isBreak(text.charAt(next - 1), separator)) {
                return -1;
            }
            inner.append('"');
        }
        return -1;
    }

    private static boolean ends(String text, int from, char separator) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at == text.length() || isBreak(text.charAt(at), separator);
    }

    private static boolean isBreak(char c, char separator) {
        return c == separator || c == '\n' || c == '\r';
    }

    private static List<String> end(List<String> record, StringBuilder cell) {
        record.add(cell.toString());
        cell.setLength(0);
        List<String> whole = List.copyOf(record);
        record.clear();
        return whole;
    }
}
