package de.werkraum.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What columns are by what stands in them, where their headings do not say it. */
final class Fitting {
    /** The share of a column's values that make it what they are. */
    private static final double MOST = 0.7;

    /** Numbers of rows, as 7, 2.1. or AP3. */
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{0,3}\\d+(?:\\.\\d+)*\\.?");

    private Fitting() {}

    /** A layout for a sheet without headings. */
    static Layout guess(Sheet sheet, int place) {
        int columns = sheet.columns();
        var fields = new ArrayList<Field>(Collections.nCopies(columns, Field.TEXT));
        var headings = Collections.nCopies(columns, "");
        int title = title(sheet, 0, fields);
        if (title >= 0) {
            fields.set(title, Field.TITLE);
        }
        var dates = new ArrayList<Integer>();
        for (int column = 0; column < columns; column++) {
            if (column != title && share(sheet, 0, column, Fitting::isDate) >= MOST) {
                dates.add(column);
            } else if (column != title) {
                fields.set(column, kind(sheet, column, fields));
            }
        }
        if (!dates.isEmpty()) {
            fields.set(dates.get(dates.size() - 1), Field.DUE);
            if (dates.size() == 2) {
                fields.set(dates.get(0), Field.START);
            }
        }
        return new Layout(place, 0, 0, headings, fields);
    }

    private static Field kind(Sheet sheet, int column, List<Field> fields) {
        if (!fields.contains(Field.STATUS)
                && share(sheet, 0, column, value -> value instanceof Value.Tick || Statuses.knows(value.text()))
                        >= MOST) {
            return Field.STATUS;
        }
        boolean numbers =
                share(sheet, 0, column, value -> NUMBER.matcher(value.text().strip())
                                .matches())
                        >= MOST;
        return column == 0 && numbers ? Field.KEY : Field.TEXT;
    }

    /** A sheet must have a title: where no heading says which it is, the description, else what is longest. */
    static List<Field> complete(Sheet sheet, int firstRow, List<Field> fields, List<String> headings) {
        if (fields.contains(Field.TITLE)) {
            return fields;
        }
        var complete = new ArrayList<>(fields);
        int details = fields.indexOf(Field.DETAILS);
        int title = details >= 0 ? details : title(sheet, firstRow, fields);
        if (title >= 0 && title < headings.size()) {
            complete.set(title, Field.TITLE);
        }
        return complete;
    }

    /** The column of texts, none of which is a date, a number or a status, that are the longest. */
    private static int title(Sheet sheet, int firstRow, List<Field> fields) {
        return IntStream.range(0, sheet.columns())
                .filter(column -> column >= fields.size() || fields.get(column) == Field.TEXT)
                .filter(column -> share(sheet, firstRow, column, Fitting::isWords) >= MOST)
                .boxed()
                .max(Comparator.comparingDouble((Integer column) -> length(sheet, firstRow, column))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(-1);
    }

    private static double length(Sheet sheet, int firstRow, int column) {
        // A long remark here and there is no title: what counts is how many rows have one.
        return values(sheet, firstRow, column).stream()
                .mapToInt(value -> Math.min(60, value.text().length()))
                .sum();
    }

    private static double share(Sheet sheet, int firstRow, int column, Predicate<Value> is) {
        List<Value> values = values(sheet, firstRow, column);
        return values.isEmpty() ? 0 : (double) values.stream().filter(is).count() / values.size();
    }

    private static List<Value> values(Sheet sheet, int firstRow, int column) {
        return sheet.rows().stream()
                .skip(firstRow)
                .map(row -> row.at(column))
                .filter(Cell::isOwn)
                .map(Cell::value)
                .toList();
    }

    private static boolean isDate(Value value) {
        return value instanceof Value.Day
                || (value instanceof Value.Words
                        && value.text().matches(".*\\d.*")
                        && new Dates(DateOrder.DAY, 2026, false)
                                        .of(value.text())
                                        .value()
                                != null);
    }

    private static boolean isWords(Value value) {
        return value instanceof Value.Words
                && value.text().chars().anyMatch(Character::isLetter)
                && !isDate(value)
                && !Statuses.knows(value.text());
    }
}
