package de.werkraum.imports;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Obstacle;
import de.werkraum.plan.Status;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a row as a step. Each value that is not sure stays with the step as text and is named. */
final class StepReading {
    /** What stands in a cell whose formula failed, in programs in German and English. */
    private static final Pattern ERROR =
            Pattern.compile("#(?:REF!|BEZUG!|DIV/0!|VALUE!|WERT!|NAME\\?|NULL!|NUM!|ZAHL!|N/A|NV)");

    /** Fields of words; the others say themselves what they can't read. */
    private static final Set<Field> WRITTEN =
            EnumSet.of(Field.TITLE, Field.DETAILS, Field.RESULT, Field.RESPONSIBLE, Field.CONTRIBUTORS, Field.TEXT);

    private static final Bilingual GROUP = new Bilingual("Abschnitt", "Section");

    /** Longest title, in characters; what is longer goes on in the details. */
    private static final int TITLE = 300;

    private final Sheet sheet;
    private final Layout layout;
    private final Context context;
    private final String language;
    private final List<Warning> warnings;

    StepReading(Sheet sheet, Layout layout, Context context, String language, List<Warning> warnings) {
        this.sheet = sheet;
        this.layout = layout;
        this.context = context;
        this.language = language;
        this.warnings = warnings;
    }

    Draft step(Row row, String group) {
        var remains = new Remains();
        String title = title(row, remains);
        layout.columns(Field.DETAILS)
                .forEach(column -> remains.text(row.at(column).value()));
        layout.columns(Field.CHECKLIST)
                .forEach(column -> remains.list(items(row.at(column).text())));
        remains.line(GROUP.in(language), group);
        texts(row, remains);
        LocalDate start = date(row, Field.START, remains);
        LocalDate due = date(row, Field.DUE, remains);
        Draft draft = new Draft(
                layout.sheet(),
                row.number(),
                row.at(layout.column(Field.KEY)).text().strip(),
                title,
                "",
                text(row, Field.RESULT),
                people(row, Field.RESPONSIBLE),
                people(row, Field.CONTRIBUTORS),
                start,
                due,
                date(row, Field.FOLLOW_UP, remains),
                status(row, remains),
                effort(row, remains),
                obstacle(row, remains),
                Map.of());
        if (start != null && due != null && due.isBefore(start)) {
            warn(
                    row,
                    layout.column(Field.DUE),
                    "Das Ende liegt vor dem Beginn; beides wird so übernommen.",
                    "The end is before the beginning; both are taken as they are.");
        }
        return draft.withDetails(remains.markdown());
    }

    /** The first line; what follows begins the details. */
    private String title(Row row, Remains remains) {
        Value value = row.at(layout.column(Field.TITLE)).value();
        String[] lines = value.text().strip().split("\\n", 2);
        String title = lines[0].strip();
        if (title.codePointCount(0, title.length()) > TITLE) {
            remains.plainText(title);
            warn(
                    row,
                    layout.column(Field.TITLE),
                    "Der Titel wird gekürzt; ganz steht er in den Einzelheiten.",
                    "The title is shortened; the details have all of it.");
            title = title.substring(0, title.offsetByCodePoints(0, TITLE - 1)).strip() + "…";
        }
        if (lines.length > 1) {
            remains.plainText(lines[1]);
        }
        remains.links(value);
        return title;
    }

    /** All that has no field. */
    private void texts(Row row, Remains remains) {
        errors(row);
        layout.columns(Field.TEXT).forEach(column -> {
            Cell cell = row.at(column);
            if (!cell.isEmpty() && cell.from() != Cell.From.LEFT) {
                remains.line(layout.heading(column), cell.value());
            }
        });
        List<Integer> beyond = row.written().stream()
                .filter(column -> layout.header() > 0
                        && layout.at(column) == Field.TEXT
                        && layout.heading(column).isEmpty())
                .toList();
        if (!beyond.isEmpty()) {
            String text = beyond.stream().map(column -> row.at(column).text()).collect(Collectors.joining(" · "));
            warnings.add(new Warning(
                    sheet.name(),
                    row.number(),
                    cell(row, beyond.get(0)),
                    text,
                    "value",
                    new Bilingual(
                            "Mehr Zellen als Überschriften; der Text bleibt beim Schritt.",
                            "More cells than headings; the text stays with the step.")));
        }
    }

    /** Where a formula failed, that is no text of anybody. */
    private void errors(Row row) {
        for (int column : row.written()) {
            if (WRITTEN.contains(layout.at(column))
                    && ERROR.matcher(row.at(column).text().strip()).matches()) {
                warn(
                        row,
                        column,
                        "Der Fehler einer Formel, kein Text; er wird so übernommen.",
                        "The error of a formula, no text; it is taken as it is.");
            }
        }
    }

    private static List<String> items(String text) {
        return Arrays.stream(text.split("[;\\n]", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private @Nullable String text(Row row, Field field) {
        String text = row.at(layout.column(field)).text().strip();
        return text.isEmpty() ? null : text;
    }

    /** All columns that name people or offices, in one text. */
    private @Nullable String people(Row row, Field field) {
        String text = layout.columns(field).stream()
                .map(row::at)
                .filter(cell -> !cell.isEmpty() && cell.from() != Cell.From.LEFT)
                .map(cell -> cell.text()
                        .strip()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("; ")))
                .filter(name -> !name.matches("[-–—]+"))
                .distinct()
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }

    private @Nullable LocalDate date(Row row, Field field, Remains remains) {
        int column = layout.column(field);
        Value value = row.at(column).value();
        if (value.text().strip().matches("[-–—/]+")) {
            return null;
        }
        Understood<LocalDate> date = context.dates(field == Field.START).of(value);
        LocalDate found = date.value();
        return keep(row, column, date, found == null ? "" : day(found), remains);
    }

    private @Nullable Status status(Row row, Remains remains) {
        int column = layout.column(Field.STATUS);
        int done = layout.column(Field.DONE);
        int progress = layout.column(Field.PROGRESS);
        if (!row.at(column).isEmpty()) {
            Understood<Status> status = Statuses.of(row.at(column).value(), isPercent(column));
            rest(row, done, remains);
            rest(row, progress, remains);
            return orProposed(row, column, status, remains);
        } else if (!row.at(done).isEmpty()) {
            Status tick = Statuses.tick(row.at(done).text());
            if (row.at(done).value() instanceof Value.Day
                    || (tick == Status.DONE && row.at(done).text().contains("."))) {
                rest(row, done, remains);
                return Status.DONE;
            }
            rest(row, progress, remains);
            return orProposed(
                    row,
                    done,
                    tick == null ? Statuses.of(row.at(done).value(), false) : Understood.sure(tick),
                    remains);
        }
        Understood<Status> share = Statuses.of(row.at(progress).value(), true);
        return orProposed(row, progress, share, remains);
    }

    private void rest(Row row, int column, Remains remains) {
        if (column >= 0) {
            remains.line(layout.heading(column), row.at(column).value());
        }
    }

    /** Numbers without a sign are shares of a hundred where the heading says so, or where one of them is more than one. */
    private boolean isPercent(int column) {
        return Label.saysPercent(layout.heading(column))
                || sheet.rows().stream()
                        .map(row -> row.at(column).value())
                        .anyMatch(value -> value instanceof Value.Amount amount
                                && amount.number().doubleValue() > 1);
    }

    private @Nullable Status orProposed(Row row, int column, Understood<Status> status, Remains remains) {
        if (status.value() == null && status.doubt() == null) {
            return null;
        }
        Status found = status.value() == null ? Status.PROPOSED : status.value();
        String label = found.label().in("de");
        if (status.doubt() != null) {
            Bilingual doubt = status.doubt();
            add(
                    row,
                    column,
                    new Bilingual(
                            capital(doubt.de()) + "; der Status wird „" + label + "“, der Text bleibt beim Schritt.",
                            capital(doubt.en()) + "; the status becomes “"
                                    + found.label().en() + "”, the text stays with the step."));
            rest(row, column, remains);
        }
        return found;
    }

    private java.math.@Nullable BigDecimal effort(Row row, Remains remains) {
        int column = layout.column(Field.EFFORT);
        boolean days = Label.saysDays(layout.heading(column < 0 ? Integer.MAX_VALUE : column));
        Understood<java.math.BigDecimal> effort =
                new Efforts(days).of(row.at(column).value());
        return keep(row, column, effort, String.valueOf(effort.value()), remains);
    }

    private @Nullable String obstacle(Row row, Remains remains) {
        int column = layout.column(Field.OBSTACLE);
        String text = row.at(column).text().strip().toLowerCase(Locale.GERMAN);
        for (Obstacle obstacle : Obstacle.values()) {
            if (text.equals(obstacle.code())
                    || text.equals(obstacle.label().de().toLowerCase(Locale.GERMAN))
                    || text.equals(obstacle.label().en().toLowerCase(Locale.GERMAN))) {
                return obstacle.code();
            }
        }
        if (!text.isEmpty()) {
            rest(row, column, remains);
            warn(
                    row,
                    column,
                    "Kein bekanntes Hindernis; der Text bleibt beim Schritt.",
                    "No known obstacle; the text stays with the step.");
        }
        return null;
    }

    /** A value that is sure is taken; of any other the text stays as well. */
    private <T> @Nullable T keep(Row row, int column, Understood<T> value, String shown, Remains remains) {
        Bilingual doubt = value.doubt();
        if (doubt != null) {
            rest(row, column, remains);
            boolean taken = value.value() != null;
            add(
                    row,
                    column,
                    new Bilingual(
                            capital(doubt.de())
                                    + (taken
                                            ? "; übernommen wird " + shown + ", der Text bleibt beim Schritt."
                                            : "; das Feld bleibt leer, der Text bleibt beim Schritt."),
                            capital(doubt.en())
                                    + (taken
                                            ? "; " + shown + " is taken, the text stays with the step."
                                            : "; the field stays empty, the text stays with the step.")));
        }
        return value.value();
    }

    /** The same step with what a row below adds to it. */
    Draft more(Draft step, Row row) {
        var remains = new Remains();
        for (int column : row.written()) {
            if (layout.at(column) != Field.NOTHING) {
                remains.line(layout.heading(column), row.at(column).value());
            }
        }
        return step.withDetails((step.details() + "\n\n" + remains.markdown()).strip());
    }

    void twice(Row row, String key) {
        warnings.add(new Warning(
                sheet.name(),
                row.number(),
                cell(row, layout.column(Field.KEY)),
                key,
                "value",
                new Bilingual(
                        "Diese Kennung gibt es schon weiter oben; der Schritt kommt ohne Kennung dazu.",
                        "This key is there already further up; the step is added without a key.")));
    }

    void hidden(Row row) {
        say(
                row,
                "row",
                new Bilingual(
                        "Die Zeile ist in der Datei ausgeblendet; sie wird übernommen.",
                        "The row is hidden in the file; it is taken."));
    }

    /** Says what a row is, and that it becomes no step. */
    void say(Row row, RowKind kind) {
        say(row, kind == RowKind.NO_TITLE ? "bad" : "row", kind.said());
    }

    private void say(Row row, String kind, Bilingual sentence) {
        String text = row.written().stream()
                .map(i -> row.at(i).text().strip())
                .limit(4)
                .collect(Collectors.joining(" · "));
        warnings.add(new Warning(sheet.name(), row.number(), null, text, kind, sentence));
    }

    private void warn(Row row, int column, String de, String en) {
        add(row, column, new Bilingual(de, en));
    }

    private void add(Row row, int column, Bilingual sentence) {
        warnings.add(new Warning(
                sheet.name(),
                row.number(),
                cell(row, column),
                row.at(column).text().strip(),
                "value",
                sentence));
    }

    private @Nullable String cell(Row row, int column) {
        return sheet.kind() == Sheet.Kind.LIST ? null : Warning.column(column) + row.number();
    }

    /** A day as German offices write it; the other language reads it as well. */
    private static String day(LocalDate date) {
        return String.format(Locale.ROOT, "%02d.%02d.%d", date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.GERMAN) + words.substring(1);
    }
}
