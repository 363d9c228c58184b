package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.Report.Head;
import de.werkraum.export.Report.Value;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WidthsTest {
    private static final int LETTERS_OF_A_LINE = 84;

    @Test
    void noWordOfAUsualTableIsBroken() {
        List<String> heads =
                List.of("Vorschlag", "Ja", "Nein", "Enthaltung", "Basis", "Nötig", "Es fehlen", "Entscheidung");
        List<String> cells = List.of("Rechtsweg und Kosten klären", "20", "10", "5", "30", "20", "0", "angenommen");
        List<Integer> widths = of(heads, cells);
        for (int i = 0; i < heads.size(); i++) {
            int longest = Stream.of(heads.get(i), cells.get(i))
                    .flatMap(text -> Stream.of(text.split(" ")))
                    .mapToInt(String::length)
                    .max()
                    .orElseThrow();
            assertTrue(widths.get(i) * LETTERS_OF_A_LINE > longest * Widths.WHOLE, heads.get(i) + " of " + widths);
        }
    }

    @Test
    void longTextsGetWhatShortOnesLeaveAndNoneGetsMoreThanThereIs() {
        List<Integer> widths =
                of(List.of("Zeit", "Was"), List.of("09:00", "Beschluss: Umlage in den Haushalt aufnehmen?"));
        assertTrue(widths.get(1) > 4 * widths.get(0), widths.toString());
        List<Integer> many = of(
                IntStream.range(0, 12).mapToObj(i -> "Spaltenüberschrift").toList(),
                IntStream.range(0, 12).mapToObj(i -> "x".repeat(1_000)).toList());
        assertTrue(many.stream().mapToInt(width -> width).sum() <= Widths.WHOLE, many.toString());
        assertTrue(many.stream().allMatch(width -> width > 0), many.toString());
    }

    private static List<Integer> of(List<String> heads, List<String> cells) {
        List<Value> row =
                cells.stream().map(cell -> (Value) new Report.Words(cell)).toList();
        var grid = new Report.Grid(
                null, heads.stream().map(head -> new Head(head, false)).toList(), List.of(row), false);
        return Widths.of(grid, Reports.usual("de"));
    }
}
