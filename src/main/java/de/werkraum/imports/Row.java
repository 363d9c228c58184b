package de.werkraum.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number as its program counts, from 1
 */
record Row(int number, boolean hidden, List<Cell> cells) {
    Row {
        cells = List.copyOf(cells);
    }

    static Row of(int number, List<String> texts) {
        return new Row(number, false, texts.stream().map(Cell::of).toList());
    }

    /** The cell of a column, empty beyond the last. */
    Cell at(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** The columns in which something was written. */
    List<Integer> written() {
        var written = new ArrayList<Integer>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isOwn()) {
                written.add(i);
            }
        }
        return written;
    }

    boolean isEmpty() {
        return written().isEmpty();
    }

    /** Whether one cell is merged over all of so many columns. */
    boolean isSpanning(int columns) {
        if (columns < 2 || cells.size() < columns || !cells.get(0).isOwn()) {
            return false;
        }
        return cells.subList(1, columns).stream().allMatch(cell -> cell.from() == Cell.From.LEFT);
    }

    /** Empty cells up to a column. */
    static void pad(List<Cell> cells, int to) {
        while (cells.size() < to) {
            cells.add(Cell.EMPTY);
        }
    }

    static Unreadable tooMany(Bounds bounds) {
        return Unreadable.tooLarge(
                "Die Datei hat mehr als " + bounds.rows() + " Zeilen mit Inhalt.",
                "The file has more than " + bounds.rows() + " rows with something in them.");
    }
}
