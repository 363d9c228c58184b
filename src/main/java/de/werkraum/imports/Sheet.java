package de.werkraum.imports;

import java.util.List;
import java.util.Set;

/**
 * Rows of cells: a sheet of a workbook, a table or a list of a document.
 *
 * @param name as its program calls it, else what stands above it
 * @param rows those that hold something, in order
 * @param hiddenColumns columns that its program does not show, from 0
 * @param cut whether something stands beyond the columns that are read
 */
record Sheet(String name, Kind kind, boolean hidden, List<Row> rows, Set<Integer> hiddenColumns, boolean cut) {
    /** Where it comes from. */
    enum Kind {
        SHEET,
        TABLE,
        LIST
    }

    Sheet {
        rows = List.copyOf(rows);
        hiddenColumns = Set.copyOf(hiddenColumns);
    }

    Sheet(String name, Kind kind, List<Row> rows, boolean cut) {
        this(name, kind, false, rows, Set.of(), cut);
    }

    int columns() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }
}
