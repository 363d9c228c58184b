package de.werkraum.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Goes through the rows of a sheet and makes of each what it is. */
final class Lines {
    private final Sheet sheet;
    private final Layout layout;
    private final StepReading reading;
    private final Choice choice;
    private final Set<String> keys = new HashSet<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private String group = "";

    /** What the rows have given. */
    record Outcome(List<Draft> drafts, List<Skipped> skipped, List<Warning> warnings) {}

    Lines(Sheet sheet, Layout layout, Choice choice, Context context, String language) {
        this.sheet = sheet;
        this.layout = layout;
        this.choice = choice;
        reading = new StepReading(sheet, layout, context, language, warnings);
    }

    Outcome read() {
        List<Row> rows = sheet.rows().stream()
                .filter(row -> row.number() >= layout.header() + layout.height() && !row.isEmpty())
                .toList();
        boolean sparse = isSparse(rows);
        int width = width();
        for (int i = 0; i < rows.size(); i++) {
            Xml.inTime();
            Row next = i + 1 < rows.size() ? rows.get(i + 1) : new Row(0, false, List.of());
            RowKind kind = kind(rows.get(i), next, width, sparse);
            if (kind == RowKind.LEGEND) {
                skip(rows.get(i), kind);
                break;
            }
            take(rows.get(i), kind);
        }
        return new Outcome(drafts, skipped, warnings);
    }

    /** The columns that have a heading, or all of them where there is none. */
    private int width() {
        int last = layout.headings().size();
        while (last > 0 && layout.heading(last - 1).isEmpty()) {
            last--;
        }
        return last == 0 ? sheet.columns() : last;
    }

    private boolean isSparse(List<Row> rows) {
        int title = layout.column(Field.TITLE);
        int key = layout.column(Field.KEY);
        long titled = rows.stream().filter(row -> row.at(title).isOwn()).count();
        long alone = rows.stream()
                .filter(row -> row.at(title).isOwn() && row.written().stream().allMatch(i -> i == title || i == key))
                .count();
        return alone * 2 > titled;
    }

    private RowKind kind(Row row, Row next, int width, boolean sparse) {
        if (choice.isLeftOut(layout.sheet(), row.number())) {
            return RowKind.LEFT_OUT;
        }
        boolean titled = row.at(layout.column(Field.TITLE)).isOwn();
        if (titled && (sheet.kind() == Sheet.Kind.LIST || choice.isTaken(layout.sheet(), row.number()))) {
            return RowKind.STEP;
        }
        return RowKind.of(row, next, layout, width, sparse);
    }

    private void take(Row row, RowKind kind) {
        if (kind == RowKind.STEP) {
            Draft draft = reading.step(row, group);
            if (!draft.key().isEmpty() && !keys.add(draft.key())) {
                reading.twice(row, draft.key());
                draft = draft.withoutKey();
            }
            drafts.add(draft);
            if (row.hidden()) {
                reading.hidden(row);
            }
        } else if (kind == RowKind.MORE && !drafts.isEmpty()) {
            drafts.add(reading.more(drafts.remove(drafts.size() - 1), row));
            reading.say(row, kind);
        } else {
            skip(row, kind);
            if (kind == RowKind.GROUP && !row.hidden()) {
                group = text(row);
            }
        }
    }

    private void skip(Row row, RowKind kind) {
        skipped.add(new Skipped(
                layout.sheet(),
                row.number(),
                text(row),
                row.at(layout.column(Field.TITLE)).isOwn(),
                kind));
        if (kind != RowKind.LEFT_OUT) {
            reading.say(row, kind);
        }
    }

    private static String text(Row row) {
        return row.written().stream()
                .filter(i -> row.at(i).value() instanceof Value.Words)
                .map(i -> row.at(i).text().strip())
                .collect(Collectors.joining(" · "));
    }
}
