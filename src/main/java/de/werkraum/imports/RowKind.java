package de.werkraum.imports;

import de.werkraum.plan.Bilingual;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a row of a table is. */
enum RowKind {
    STEP("", ""),
    /** A heading of the steps below it. */
    GROUP(
            "Zwischenüberschrift, kein Schritt; sie steht bei den folgenden Schritten.",
            "A heading, not a step; it is kept with the steps below it."),
    TOTAL("Summenzeile, kein Schritt.", "A row of totals, not a step."),
    ARCHIVED("Archiviert; die Zeile wird nicht übernommen.", "Archived; the row is not taken."),
    /** What is under the table. */
    LEGEND("Legende; ab hier wird nicht gelesen.", "A legend; nothing is read from here on."),
    NO_TITLE("Kein Titel; die Zeile wird nicht übernommen.", "No title; the row is not taken."),
    /** Says more about the step above. */
    MORE(
            "Gehört zum Schritt darüber und steht bei ihm als Text.",
            "Belongs to the step above and is kept with it as text."),
    LEFT_OUT("Von Hand abgewählt.", "Left out by hand.");

    private static final Pattern TOTAL_WORDS = Pattern.compile(
            "(?:zwischen|gesamt|end)?summen?|gesamt(?:ergebnis|aufwand|dauer)?|total|subtotal|sum|anzahl|count|insgesamt|grand total|ergebniszeile|∑|Σ|σ");
    private static final Pattern LEGEND_WORDS =
            Pattern.compile("(?:legende|legend|erläuterung(?:en)? der .*|statuswerte|abkürzungen|abstimmungen|polls|"
                    + "über diesen plan|about this plan|über diese veranstaltung|about this event)");
    private static final Pattern YES = Pattern.compile("true|wahr|ja|yes|x|1|archived|archiviert");

    private final String de;
    private final String en;

    RowKind(String de, String en) {
        this.de = de;
        this.en = en;
    }

    /** What it is and what becomes of it. */
    Bilingual said() {
        return new Bilingual(de, en);
    }

    /** @param sparse whether most rows of the sheet hold a title and nothing else */
    static RowKind of(Row row, Row next, Layout layout, int width, boolean sparse) {
        Cell title = row.at(layout.column(Field.TITLE));
        List<Integer> words = row.written().stream()
                .filter(i -> row.at(i).value() instanceof Value.Words)
                .toList();
        if (row.isSpanning(width)) {
            return isWord(row.at(0), LEGEND_WORDS) ? LEGEND : GROUP;
        } else if (row.written().stream().anyMatch(i -> isWord(row.at(i), LEGEND_WORDS))
                && row.written().size() < 3) {
            return LEGEND;
        } else if (isTotal(row)) {
            return TOTAL;
        } else if (title.isEmpty() || title.value() instanceof Value.Amount) {
            return words.isEmpty() ? TOTAL : words.size() == 1 ? GROUP : NO_TITLE;
        } else if (title.from() == Cell.From.ABOVE) {
            return MORE;
        } else if (layout.columns(Field.ARCHIVED).stream().anyMatch(i -> isWord(row.at(i), YES))) {
            return ARCHIVED;
        }
        return isHeading(row, next, layout, sparse) ? GROUP : STEP;
    }

    private static boolean isWord(Cell cell, Pattern pattern) {
        return cell.isOwn()
                && pattern.matcher(
                                cell.text().strip().toLowerCase(Locale.GERMAN).replaceAll("[:.]$", ""))
                        .matches();
    }

    /** A word for a sum, and beside it little else. */
    private static boolean isTotal(Row row) {
        boolean named = row.written().stream().anyMatch(i -> isWord(row.at(i), TOTAL_WORDS));
        long words = row.written().stream()
                .filter(i -> row.at(i).value() instanceof Value.Words)
                .filter(i -> row.at(i).text().chars().anyMatch(Character::isLetter))
                .count();
        return named && words <= 1;
    }

    /** A title alone, or with nothing but what is computed from the rows below. */
    private static boolean isHeading(Row row, Row next, Layout layout, boolean sparse) {
        int title = layout.column(Field.TITLE);
        int key = layout.column(Field.KEY);
        List<Integer> others =
                row.written().stream().filter(i -> i != title && i != key).toList();
        if (others.isEmpty()) {
            String number = row.at(key).text().strip().replaceAll("\\.$", "");
            // Below a heading something stands.
            return number.isEmpty()
                    ? !sparse && !next.isEmpty()
                    : next.at(key).text().strip().startsWith(number + ".");
        }
        return others.stream().allMatch(i -> row.at(i).sum());
    }
}
