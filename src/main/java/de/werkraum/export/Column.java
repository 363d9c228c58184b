package de.werkraum.export;

import de.werkraum.plan.Bilingual;
import java.util.List;
import java.util.Map;

/**
 * One number of a result for each option.
 *
 * @param key its name in the tally
 */
record Column(String key, Bilingual head) {
    private static final Column RANK = column("rank", "Platz", "Place");
    private static final Column SELECTED = column("selected", "Ausgewählt", "Selected");
    private static final Column SHARE = column("share", "Anteil", "Share");
    private static final Column HISTOGRAM = column("histogram", "Verteilung", "Distribution");
    private static final Column COUNT = column("count", "Bewertungen", "Ratings");

    private static final Map<String, List<Column>> BY_METHOD = Map.of(
            "consent",
                    List.of(
                            column("yes", "Ja", "Yes"),
                            column("no", "Nein", "No"),
                            column("abstain", "Enthaltung", "Abstention"),
                            column("base", "Basis", "Base"),
                            column("needed", "Nötig", "Needed"),
                            column("missing", "Es fehlen", "Missing"),
                            column("decision", "Entscheidung", "Decision")),
            "dots",
                    List.of(
                            RANK,
                            column("dots", "Punkte", "Dots"),
                            column("supporters", "Personen", "Supporters"),
                            SELECTED),
            "approval", List.of(RANK, column("approvals", "Zustimmungen", "Approvals"), SHARE, SELECTED),
            "ranking", List.of(RANK, column("borda", "Punkte", "Points"), SELECTED),
            "score",
                    List.of(
                            RANK,
                            column("median", "Median", "Median"),
                            column("q1", "Unteres Viertel", "Lower quarter"),
                            column("q3", "Oberes Viertel", "Upper quarter"),
                            column("spread", "Einigkeit", "Agreement"),
                            COUNT,
                            HISTOGRAM),
            "resistance",
                    List.of(
                            RANK,
                            column("sum", "Widerstand", "Resistance"),
                            column("mean", "Mittel", "Mean"),
                            column("acceptance", "Akzeptanz", "Acceptance"),
                            column("high", "Hohe Widerstände", "High resistance"),
                            column("viable", "Tragfähig", "Viable"),
                            SELECTED,
                            HISTOGRAM),
            "matrix",
                    List.of(
                            column("impact", "Wirkung", "Impact"),
                            column("effort", "Aufwand", "Effort"),
                            COUNT,
                            column("quadrant", "Einordnung", "Quadrant")),
            "fist", List.of(HISTOGRAM, column("verdict", "Ergebnis", "Result")),
            "single", List.of(RANK, column("votes", "Stimmen", "Votes"), SHARE, SELECTED));

    /** What a result of that method shows, but for columns without a value in any row. */
    static List<Column> of(String method, List<Map<String, Object>> rows) {
        return BY_METHOD.getOrDefault(method, List.of()).stream()
                .filter(column -> rows.stream().anyMatch(row -> row.get(column.key) != null))
                .toList();
    }

    private static Column column(String key, String de, String en) {
        return new Column(key, new Bilingual(de, en));
    }
}
