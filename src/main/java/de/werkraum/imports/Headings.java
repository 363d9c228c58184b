package de.werkraum.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the row that says what the columns are: the first one with known words, often below a title and a block of names and values. */
final class Headings {
    /** Rows in which a heading is looked for. */
    private static final int ROWS = 30;

    /** The least weight of all known words of a row: "Was" and "Wer" have six, "Name" and "Amt" two. */
    private static final int LEAST = 4;

    /** Words below "Termin" or "Zuständig" in a second row. */
    private static final Set<String> BELOW = Set.of(
            "soll", "ist", "plan", "amt", "person", "name", "von", "bis", "beginn", "ende", "start", "datum", "stelle",
            "actual", "planned");

    private Headings() {}

    /** A found heading and how sure it is. */
    record Found(Layout layout, int weight) {}

    static Optional<Found> find(Sheet sheet, int place) {
        List<Row> rows = sheet.rows();
        for (int i = 0; i < Math.min(rows.size(), ROWS); i++) {
            int height = height(rows, i);
            List<String> headings = headings(rows.subList(i, i + height), sheet.columns());
            int weight = weight(headings);
            boolean single = sheet.columns() == 1
                    && weight > 1
                    && Label.of(headings.get(0)).field() == Field.TITLE;
            if (((weight >= LEAST && known(headings) > 1) || single) && !Label.isAttendance(headings)) {
                return Optional.of(new Found(
                        new Layout(place, rows.get(i).number(), height, headings, fields(sheet, i + height, headings)),
                        weight));
            }
        }
        return Optional.empty();
    }

    /** The headings of a row that somebody chose. */
    static Layout at(Sheet sheet, int place, int number, int height) {
        List<Row> rows = sheet.rows();
        int first = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).number() >= number)
                .findFirst()
                .orElse(rows.size());
        int tall = Math.min(height, rows.size() - first);
        List<String> headings = headings(rows.subList(first, first + tall), sheet.columns());
        return new Layout(place, number, tall, headings, fields(sheet, first + tall, headings));
    }

    /** Two rows are one heading where cells of the first are merged over those of the second, or where the second says what the first leaves open. */
    private static int height(List<Row> rows, int first) {
        Row above = rows.get(first);
        if (first + 1 >= rows.size() || rows.get(first + 1).number() != above.number() + 1) {
            return 1;
        }
        Row below = rows.get(first + 1);
        boolean texts = below.written().stream().allMatch(i -> below.at(i).value() instanceof Value.Words);
        boolean merged = below.cells().stream().anyMatch(cell -> cell.from() == Cell.From.ABOVE)
                && IntStream.range(0, above.cells().size())
                        .anyMatch(i -> above.at(i).from() == Cell.From.LEFT);
        long known = below.written().stream()
                .filter(i -> BELOW.contains(below.at(i).text().strip().toLowerCase(Locale.GERMAN)))
                .count();
        boolean divided = known > 1 && known == below.written().size();
        boolean titleBelow = above.written().stream()
                        .noneMatch(i -> Label.of(above.at(i).text()).field() == Field.TITLE)
                && below.written().stream().anyMatch(i -> isTitle(below.at(i).text()))
                && weight(texts(above)) > 0
                && weight(texts(below)) >= LEAST;
        return texts && !below.isEmpty() && weight(texts(above)) > 0 && (merged || divided || titleBelow) ? 2 : 1;
    }

    private static boolean isTitle(String text) {
        Label label = Label.of(text);
        return label.field() == Field.TITLE && label.weight() > 1;
    }

    private static List<String> texts(Row row) {
        return row.written().stream().map(i -> row.at(i).text()).toList();
    }

    /** The words above each column; what is merged over several stands above each of them, and what is not merged but divided below as well. */
    private static List<String> headings(List<Row> rows, int columns) {
        var headings = new ArrayList<String>();
        String before = "";
        for (int column = 0; column < columns; column++) {
            if (rows.isEmpty()) {
                headings.add("");
                continue;
            }
            String above = heading(rows.get(0).at(column));
            Cell below = rows.size() > 1 ? rows.get(1).at(column) : Cell.EMPTY;
            if (above.isEmpty() && below.isOwn()) {
                above = before;
            }
            before = above;
            boolean joined = below.from() != Cell.From.ABOVE && !heading(below).isEmpty();
            headings.add(joined ? (above + " " + heading(below)).strip() : above);
        }
        return headings;
    }

    /** A name with a colon stands before its value, not above a column. */
    private static String heading(Cell cell) {
        String text = cell.value() instanceof Value.Words ? cell.text().strip() : "";
        return text.endsWith(":") ? "" : text;
    }

    private static int weight(List<String> headings) {
        var weights = new EnumMap<Field, Integer>(Field.class);
        headings.forEach(heading -> {
            Label label = Label.of(heading);
            weights.merge(label.field(), label.weight(), Math::max);
        });
        return weights.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static long known(List<String> headings) {
        return headings.stream()
                .map(Label::of)
                .filter(label -> label.weight() > 0)
                .map(Label::field)
                .distinct()
                .count();
    }

    /** One column for each field, the one with the clearest words; the others stay as text. */
    private static List<Field> fields(Sheet sheet, int firstRow, List<String> headings) {
        List<Label> labels = headings.stream().map(Label::of).toList();
        Map<Field, Integer> best = new EnumMap<>(Field.class);
        labels.forEach(label -> best.merge(label.field(), label.clarity(), Math::max));
        var taken = new HashSet<Field>();
        var fields = new ArrayList<Field>();
        for (int column = 0; column < labels.size(); column++) {
            Label label = labels.get(column);
            Field field = label.field();
            boolean weaker = label.clarity() < best.getOrDefault(field, 0);
            boolean again = !field.isMany() && taken.contains(field);
            if (weaker || again) {
                field = Field.TEXT;
            } else if (sheet.hiddenColumns().contains(column) && label.weight() < 2) {
                field = Field.NOTHING;
            } else if (field == Field.TEXT && isMarks(sheet, firstRow, column)) {
                field = Field.NOTHING;
            }
            taken.add(field);
            fields.add(field);
        }
        return Fitting.complete(sheet, firstRow, fields, headings);
    }

    /** A column of a chart: nothing but signs. */
    private static boolean isMarks(Sheet sheet, int firstRow, int column) {
        List<Row> rows = sheet.rows()
                .subList(Math.min(firstRow, sheet.rows().size()), sheet.rows().size());
        return rows.stream().anyMatch(row -> row.at(column).isOwn())
                && rows.stream()
                        .filter(row -> row.at(column).isOwn())
                        .allMatch(row -> row.at(column).text().strip().matches("[xX■█▪●◆▲*+#]{1,3}"))
                && sheet.columns() > 8;
    }
}
