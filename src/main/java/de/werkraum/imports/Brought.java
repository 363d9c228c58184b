package de.werkraum.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file as what it is, for whoever reads something else from it than steps. */
public sealed interface Brought {
    /**
     * Tables and lists.
     *
     * @param format as {@code xlsx}
     */
    record Tables(String format, List<Table> tables) implements Brought {
        public Tables {
            tables = List.copyOf(tables);
        }
    }

    /** A calendar, XML or JSON as text; nobody has looked into it. */
    record Text(String text, byte[] bytes) implements Brought {
        /** Its first characters, of which none is white. */
        public boolean begins(String start) {
            return text.startsWith(start);
        }
    }

    /** Rows with something in them. */
    record Table(String name, List<Line> lines) {
        public Table {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A row.
     *
     * @param number as its program counts, from 1
     */
    record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /** The text of a column, empty beyond the last. */
        public String at(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    /**
     * Reads a file. May take long.
     *
     * @throws Unreadable with a sentence
     */
    static Brought read(byte[] bytes, String name, Bounds bounds) {
        if (bytes.length <= bounds.bytes() && !Parcel.is(bytes) && Encoding.isText(bytes)) {
            String text = Encoding.of(bytes).text().stripLeading();
            if (text.startsWith("BEGIN:VCALENDAR") || text.startsWith("<") || text.startsWith("{")) {
                return new Text(text, bytes);
            }
        }
        if (Sniffing.read(bytes, name, bounds) instanceof Contents.Sheets sheets) {
            return new Tables(
                    sheets.format(),
                    sheets.sheets().stream().map(Brought::table).toList());
        }
        throw Unreadable.damaged();
    }

    private static Table table(Sheet sheet) {
        return new Table(
                sheet.name(),
                sheet.rows().stream()
                        .map(row -> new Line(
                                row.number(),
                                row.cells().stream().map(Cell::text).toList()))
                        .toList());
    }

    /** The words of a heading in lower case, by one space each, without signs. */
    static String words(String heading) {
        return Label.normal(heading);
    }

    /**
     * A day as people write it; null where it is none, or not sure which.
     *
     * @param year of dates without one
     */
    static @Nullable LocalDate day(String written, int year) {
        return new Dates(DateOrder.UNKNOWN, year, true).of(written).value();
    }
}
