package de.werkraum.imports;

import de.werkraum.plan.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at before a file is imported.
 *
 * @param sheet its name, empty where the file has none
 * @param row as the file's program counts, 0 where it is about the sheet
 * @param cell as spreadsheets call it, such as {@code F9}; null where it is about the row
 * @param text what stands there
 * @param kind what it is about: {@code value} a doubtful value, {@code row} a row that is no step, {@code sheet} something left out, {@code bad} a
 *     row that can't be taken
 * @param sentence what it is and what will be done
 */
record Warning(String sheet, int row, @Nullable String cell, String text, String kind, Bilingual sentence) {
    /** As spreadsheets call a column: A, B, … Z, AA. */
    static String column(int column) {
        var name = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }
}
