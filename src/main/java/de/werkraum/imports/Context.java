package de.werkraum.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the whole of a sheet tells about each of its dates.
 *
 * @param year for dates without one
 */
record Context(DateOrder order, int year) {
    /** Only what has been read with a year of its own tells which year is meant. */
    private static final int NO_YEAR = 1990;

    static Context of(Sheet sheet, Layout layout, DateOrder wished, int thisYear) {
        var texts = new ArrayList<String>();
        sheet.rows().forEach(row -> row.written()
                .forEach(column -> texts.add(row.at(column).text())));
        DateOrder order = wished == DateOrder.UNKNOWN ? DateOrder.of(texts) : wished;
        List<Integer> columns = new ArrayList<>(layout.columns(Field.DUE));
        columns.addAll(layout.columns(Field.START));
        int year = year(sheet, layout, columns, order);
        int anywhere = year == NO_YEAR ? year(sheet, layout, List.of(), order) : year;
        return new Context(order, anywhere == NO_YEAR ? thisYear : anywhere);
    }

    /** The year of most dates in some columns; of all cells above and in the table where no column is named. */
    private static int year(Sheet sheet, Layout layout, List<Integer> columns, DateOrder order) {
        var dates = new Dates(order, NO_YEAR, false);
        Map<Integer, Integer> years = new HashMap<>();
        for (Row row : sheet.rows()) {
            for (int column : row.written()) {
                boolean wanted = columns.isEmpty() || (columns.contains(column) && row.number() > layout.header());
                Value value = row.at(column).value();
                if (wanted && (value instanceof Value.Day || value.text().matches("(?s).{0,30}\\d.{0,30}"))) {
                    Understood<LocalDate> date = dates.of(value);
                    if (date.value() != null && date.doubt() == null) {
                        years.merge(date.value().getYear(), 1, Integer::sum);
                    }
                }
            }
        }
        return years.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(NO_YEAR);
    }

    Dates dates(boolean first) {
        return new Dates(order, year, first);
    }
}
