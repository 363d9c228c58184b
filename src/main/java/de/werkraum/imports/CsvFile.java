package de.werkraum.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Separated values: quotes are obeyed before anything is split, since a cell may hold several lines. */
final class CsvFile {
    private static final char[] SEPARATORS = {';', '\t', ',', '|'};

    /** A first line for Excel alone. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("^\"?sep=(.)\"?\\r?\\n");

    /** Records looked at to find the separator. */
    private static final int SAMPLE = 200;

    /** Characters that our own export and others shield with an apostrophe, so that no spreadsheet takes them for a formula. */
    private static final Pattern SHIELDED = Pattern.compile("^'(?=[\\s\\p{Z}\\p{C}]*[=+\\-@＝＋－＠\\t\\n])");

    private CsvFile() {}

    /** @param tabs whether the file's name says that tabs stand between its cells, as between those copied in a spreadsheet */
    static Sheet read(String text, boolean tabs, Bounds bounds) {
        Matcher line = SEPARATOR_LINE.matcher(text);
        boolean told = line.find();
        String body = told ? text.substring(line.end()) : text;
        char separator = told ? line.group(1).charAt(0) : tabs && body.indexOf('\t') >= 0 ? '\t' : separator(body);
        List<List<String>> records = records(body, separator, bounds.rows() + 1);
        if (records.size() > bounds.rows()) {
            throw Row.tooMany(bounds);
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < records.size(); i++) {
            List<String> cells = records.get(i).stream().map(CsvFile::cell).toList();
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(Row.of(i + 1, cells.subList(0, Math.min(cells.size(), bounds.columns()))));
            }
        }
        return new Sheet("", Sheet.Kind.SHEET, rows);
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
        List<List<String>> records = records(text, separator, SAMPLE);
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

    /** RFC 4180, and what others make of it: a quote within an unquoted cell is a character. */
    static List<List<String>> records(String text, char separator, int most) {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length() && records.size() < most; i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(text.charAt(++i));
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator) {
                record.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' || c == '\r') {
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                records.add(end(record, cell));
            } else {
                cell.append(c);
            }
        }
        if (records.size() < most && (!cell.isEmpty() || !record.isEmpty())) {
            records.add(end(record, cell));
        }
        return records;
    }

    private static List<String> end(List<String> record, StringBuilder cell) {
        record.add(cell.toString());
        cell.setLength(0);
        List<String> whole = List.copyOf(record);
        record.clear();
        return whole;
    }
}
