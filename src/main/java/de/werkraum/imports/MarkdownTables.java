package de.werkraum.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Tables with pipes, as GitHub and GitLab have them; CommonMark itself has none. */
final class MarkdownTables {
    private static final Pattern RULE =
            Pattern.compile("^ {0,3}\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*)*\\|?[ \\t]*$");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(?:```|~~~).*");

    /** Longer lines are none below a heading, in characters. */
    private static final int LONGEST = 2_000;

    private final List<String> lines;
    private final Bounds bounds;
    private final Function<String, Value.Words> plain;

    MarkdownTables(List<String> lines, Bounds bounds, Function<String, Value.Words> plain) {
        this.lines = lines;
        this.bounds = bounds;
        this.plain = plain;
    }

    /** Puts each table under the number of its first line; its lines become empty, so that the others keep their numbers. */
    void takeOut(Map<Integer, Sheet> sheets) {
        boolean code = false;
        String above = "";
        for (int i = 0; i + 1 < lines.size(); i++) {
            String line = lines.get(i);
            code ^= FENCE.matcher(line).matches();
            boolean table = !code
                    && line.contains("|")
                    && lines.get(i + 1).length() <= LONGEST
                    && RULE.matcher(lines.get(i + 1)).matches()
                    && lines.get(i + 1).contains("-");
            if (table && cells(line).size() == cells(lines.get(i + 1)).size()) {
                sheets.put(i + 1, table(i, above));
            } else if (!line.isBlank() && !code) {
                above = line.replaceAll("^#+ *", "").strip();
            }
        }
    }

    private Sheet table(int first, String above) {
        var rows = new ArrayList<Row>();
        boolean cut = false;
        int i = first;
        while (i < lines.size()
                && !lines.get(i).isBlank()
                && (i == first || i == first + 1 || lines.get(i).contains("|"))) {
            if (i != first + 1) {
                Xml.inTime();
                List<String> raw = cells(lines.get(i));
                List<Cell> cells = raw.stream()
                        .limit(bounds.columns())
                        .map(cell -> Cell.of(plain.apply(cell)))
                        .toList();
                rows.add(new Row(i + 1, false, cells));
                cut |= raw.stream().skip(bounds.columns()).anyMatch(cell -> !cell.isBlank());
            }
            lines.set(i++, "");
        }
        return new Sheet(above, Sheet.Kind.TABLE, rows, cut);
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceAll("^\\|", "");
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length() && inner.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(cell.toString().strip());
        }
        return cells;
    }
}
