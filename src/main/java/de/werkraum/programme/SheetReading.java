package de.werkraum.programme;

import de.werkraum.imports.Brought;
import de.werkraum.imports.Unreadable;
import de.werkraum.plan.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables with a row for each session, below a row of headings. */
final class SheetReading {
    /** Rows in which the headings are looked for. */
    private static final int ROWS = 30;

    private final Frame frame;
    private final List<Doubt> doubts;

    SheetReading(Frame frame, List<Doubt> doubts) {
        this.frame = frame;
        this.doubts = doubts;
    }

    /** The columns of a table, and how many rows stand above its sessions. */
    private record Headed(Map<Column, Integer> columns, int rows) {}

    List<Raw> read(Brought.Tables file) {
        var sessions = new ArrayList<Raw>();
        boolean found = false;
        for (Brought.Table table : file.tables()) {
            Headed headed = headed(table);
            if (headed != null) {
                found = true;
                rows(table, headed, sessions);
            }
        }
        if (!found) {
            throw Unreadable.empty(
                    "In der Datei wurde keine Tabelle mit einer Spalte „Titel“ und einer weiteren wie „Raum“ oder „Beginn“ gefunden.",
                    "No table was found with a column \"Title\" and another one such as \"Room\" or \"Start\".");
        }
        return sessions;
    }

    private static @Nullable Headed headed(Brought.Table table) {
        List<Brought.Line> lines = table.lines();
        for (int i = 0; i < Math.min(lines.size(), ROWS); i++) {
            Map<Column, Integer> columns = new EnumMap<>(Column.class);
            List<String> cells = lines.get(i).cells();
            for (int c = 0; c < cells.size(); c++) {
                int place = c;
                Column.of(cells.get(c)).ifPresent(column -> columns.putIfAbsent(column, place));
            }
            if (columns.containsKey(Column.TITLE) && columns.size() > 1) {
                return new Headed(columns, i + 1);
            }
        }
        return null;
    }

    private void rows(Brought.Table table, Headed headed, List<Raw> sessions) {
        List<Brought.Line> lines = table.lines();
        for (Brought.Line line : lines.subList(headed.rows(), lines.size())) {
            Row row = new Row(line, headed.columns());
            if (row.has(Column.TITLE)) {
                sessions.add(session(row));
            }
        }
    }

    /** A row by what its columns say. */
    private record Row(Brought.Line line, Map<Column, Integer> columns) {
        String at(Column column) {
            return columns.containsKey(column) ? line.at(columns.get(column)) : "";
        }

        boolean has(Column column) {
            return !at(column).isEmpty();
        }
    }

    private Raw session(Row row) {
        Slot slot = slot(row);
        return new Raw(
                row.line().number(),
                row.at(Column.KEY),
                row.at(Column.TITLE),
                row.at(Column.PLACE),
                slot.start(),
                slot.end(),
                List.of(row.at(Column.MODERATORS).split("[;,\\n/]|\\bund\\b|\\band\\b", -1)),
                row.at(Column.SEATS),
                row.at(Column.TEMPLATE),
                row.at(Column.PRESET));
    }

    private Slot slot(Row row) {
        LocalDate day = row.has(Column.DAY) ? Brought.day(row.at(Column.DAY), frame.year()) : frame.day();
        if (row.has(Column.DAY) && day == null) {
            doubt(row, Column.DAY, "kein Tag, den wir verstehen", "no day that we understand");
        }
        Slot both = Times.range(row.at(Column.START), day, frame.year());
        if (both != null) {
            return both;
        }
        Instant start = moment(row, Column.START, day);
        Instant end = moment(row, Column.END, day);
        Duration takes = takes(row.at(Column.DURATION));
        return new Slot(start, start != null && end == null && takes != null ? start.plus(takes) : end);
    }

    /** Minutes, or hours and minutes. */
    private static @Nullable Duration takes(String written) {
        String text = written.replaceAll("\\s*(?:min|minuten|minutes)\\.?$", "");
        if (text.matches("\\d{1,4}")) {
            return Duration.ofMinutes(Long.parseLong(text));
        }
        return text.matches("\\d{1,2}:\\d{2}") ? Slot.length(text) : null;
    }

    private @Nullable Instant moment(Row row, Column column, @Nullable LocalDate day) {
        Instant moment = Times.of(row.at(column), day, frame.year());
        if (moment == null && row.has(column)) {
            doubt(
                    row,
                    column,
                    day == null ? "eine Uhrzeit ohne Tag" : "keine Uhrzeit, die wir verstehen",
                    day == null ? "a time without a day" : "no time that we understand");
        }
        return moment;
    }

    private void doubt(Row row, Column column, String de, String en) {
        doubts.add(new Doubt(row.line().number(), row.at(Column.TITLE), row.at(column), new Bilingual(de, en)));
    }
}
