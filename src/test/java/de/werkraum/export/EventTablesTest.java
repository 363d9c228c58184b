package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.plan.Plan;
import de.werkraum.rich.RichField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventTablesTest {
    @Test
    @Tag("X-4")
    @DisplayName(
            "X-4: in the table of a whole event each value stands below its heading, also where only some sessions have a column")
    void valuesStandBelowTheirHeadings() {
        ExportInput plain = Samples.of(new Plan(
                "Ohne Anmerkungen",
                "",
                RichField.EMPTY,
                Map.of(),
                List.of(Samples.step("a", "a", "Anfangen", null, null, null, null, List.of()))));
        Report report = EventReport.of(new EventInput(
                "e1",
                "Kongress",
                "de",
                null,
                null,
                List.of(session(plain), session(Samples.input("de"))),
                List.of(),
                Contents.ALL,
                "",
                Samples.BERLIN,
                Samples.NOW));
        Report.Grid steps = report.overview();
        assertEquals(
                List.of("–", "–", "• Ayşe Yıldız: Wer fragt\n  beim Land an?", "–"),
                column(report, steps, "Anmerkungen"));
        assertEquals(
                List.of(
                        "Ohne Anmerkungen",
                        "EfA-Onlinedienst nachnutzen",
                        "EfA-Onlinedienst nachnutzen",
                        "EfA-Onlinedienst nachnutzen"),
                column(report, steps, "Sitzung"));
    }

    private static EventInput.Session session(ExportInput room) {
        return new EventInput.Session(null, null, null, false, room);
    }

    private static List<String> column(Report report, Report.Grid grid, String heading) {
        int place = grid.head().stream().map(Report.Head::label).toList().indexOf(heading);
        return grid.rows().stream()
                .map(row -> report.shown(row.get(place)))
                .map(text -> text.isEmpty() ? "–" : text)
                .toList();
    }
}
