package de.werkraum.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    @Tag("X-7")
    @DisplayName("X-7: each session of an event names the template that its plan was made from")
    void sessionsNameTheirTemplates() {
        String text = new String(new MarkdownFormat().render(Reports.event("de"), Style.PLAIN), UTF_8);
        assertEquals(1, text.split("Vorlage:.* Einer für alle", -1).length - 1, text);
    }

    @Test
    @Tag("X-4")
    @DisplayName("X-4: the table of an event calls what stands below it by what it is about")
    void belowTheTableIsTheEvent() {
        String german = new String(new CsvFormat().render(Reports.event("de"), Style.PLAIN), UTF_8);
        assertTrue(german.contains("\r\nÜber diese Veranstaltung\r\nTitel;"), german);
        assertFalse(german.contains("Über diesen Plan"), german);
        String english = new String(new CsvFormat().render(Reports.event("en"), Style.PLAIN), UTF_8);
        assertTrue(english.contains("\r\nAbout this event\r\nTitle;"), english);
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
