package de.werkraum.imports;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a sheet is read.
 *
 * @param sheet its place in the file, from 0
 * @param header number of the row with the headings, as its program counts; 0 where there is none
 * @param height rows of headings, one or two; 0 where there are none
 * @param headings one for each column
 * @param fields one for each column
 */
record Layout(int sheet, int header, int height, List<String> headings, List<Field> fields) {
    Layout {
        headings = List.copyOf(headings);
        fields = List.copyOf(fields);
    }

    Field at(int column) {
        return column >= 0 && column < fields.size() ? fields.get(column) : Field.TEXT;
    }

    String heading(int column) {
        return column >= 0 && column < headings.size() ? headings.get(column) : "";
    }

    /** The columns that are a field, from left to right. */
    List<Integer> columns(Field field) {
        return IntStream.range(0, fields.size())
                .filter(column -> fields.get(column) == field)
                .boxed()
                .toList();
    }

    /** The first column that is a field, -1 where none is. */
    int column(Field field) {
        return fields.indexOf(field);
    }

    Layout with(List<Field> others) {
        return new Layout(sheet, header, height, headings, others);
    }
}
