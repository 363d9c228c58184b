package de.werkraum.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells merged into one. Rows as programs count, columns from 0, all inclusive.
 */
record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    /** The rows with the value of merged cells in each of them. Only rows that are there are filled, however far a merge reaches. */
    static List<Row> spread(List<Row> rows, List<Merged> merges, int columns) {
        Map<Integer, List<Cell>> cells = new HashMap<>();
        rows.forEach(row -> cells.put(row.number(), new ArrayList<>(row.cells())));
        for (Merged merge : merges) {
            Xml.inTime();
            List<Cell> first = cells.get(merge.firstRow());
            if (first == null || merge.firstColumn() >= first.size()) {
                continue;
            }
            Cell origin = first.get(merge.firstColumn());
            for (Row row : rows) {
                if (row.number() >= merge.firstRow() && row.number() <= merge.lastRow()) {
                    fill(
                            cells.getOrDefault(row.number(), first),
                            merge,
                            origin,
                            row.number() > merge.firstRow(),
                            columns);
                }
            }
        }
        return rows.stream()
                .map(row -> new Row(row.number(), row.hidden(), cells.getOrDefault(row.number(), List.of())))
                .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
    }

    private static void fill(List<Cell> cells, Merged merge, Cell origin, boolean below, int columns) {
        int last = Math.min(merge.lastColumn(), columns - 1);
        Row.pad(cells, last + 1);
        for (int column = merge.firstColumn(); column <= last; column++) {
            if (below || column > merge.firstColumn()) {
                Cell.From from = column > merge.firstColumn() ? Cell.From.LEFT : Cell.From.ABOVE;
                cells.set(column, origin.spread(from));
            }
        }
    }
}
