package de.werkraum.imports;

import java.util.List;
import java.util.Set;

/**
 * How somebody wants a file to be read and taken.
 *
 * @param parts the sheets to read, each with its columns; empty for what is found
 * @param leftOut rows that become no step
 * @param taken rows that become steps although they look like headings or totals
 * @param order of dates with slashes; unknown for what the sheet shows
 * @param update whether steps that are there are brought up to date by their key
 * @param overwrite whether what people have written since gives way to the file
 */
public record Choice(
        List<Part> parts, Set<Place> leftOut, Set<Place> taken, DateOrder order, boolean update, boolean overwrite) {
    /** As the file itself suggests. */
    public static final Choice AUTOMATIC = new Choice(List.of(), Set.of(), Set.of(), DateOrder.UNKNOWN, false, false);

    /**
     * A sheet to read.
     *
     * @param sheet its place, from 0
     * @param header number of the row with the headings, 0 where there is none; -1 for the one that is found
     * @param height rows of headings
     * @param fields what the columns are; empty for what their headings say
     */
    public record Part(int sheet, int header, int height, List<Field> fields) {
        public Part {
            fields = List.copyOf(fields);
        }
    }

    /** A row of a sheet, as its program counts. */
    public record Place(int sheet, int row) {}

    public Choice {
        parts = List.copyOf(parts);
        leftOut = Set.copyOf(leftOut);
        taken = Set.copyOf(taken);
    }

    boolean isLeftOut(int sheet, int row) {
        return leftOut.contains(new Place(sheet, row));
    }

    boolean isTaken(int sheet, int row) {
        return taken.contains(new Place(sheet, row));
    }
}
