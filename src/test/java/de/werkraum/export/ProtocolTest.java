package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.Report.Section;
import de.werkraum.export.Report.Sentence;
import de.werkraum.plan.Plan;
import de.werkraum.plan.Step;
import de.werkraum.rich.RichField;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    private static final Exports EXPORTS = new Exports(Style.PLAIN, List.of());

    @Test
    @Tag("X-14")
    @DisplayName(
            "X-14: the protocol tells course, decisions, other polls, tasks, what is open, notes and people, in this order")
    void aloneItHoldsWhatAProtocolHolds() {
        Report report = Reports.usual("de", Contents.Document.PROTOCOL);
        assertEquals("Ergebnisprotokoll: EfA-Onlinedienst nachnutzen", report.title());
        assertEquals(
                List.of(
                        "Ablauf",
                        "Beschlüsse",
                        "Weitere Abstimmungen",
                        "Wer macht was bis wann",
                        "Was offen ist",
                        "Mitschrift",
                        "Mitgewirkt haben"),
                report.sections().stream().map(Section::heading).toList());
        assertEquals("Zeit", report.facts().get(0).label());
        assertEquals(
                "23.11.2026, 09:00–11:40", report.shown(report.facts().get(0).value()));
        assertEquals("Ayşe Yıldız", report.shown(report.facts().get(1).value()));
        assertEquals(
                "2 Personen aus 2 Organisationen",
                report.shown(report.facts().get(2).value()));
        var course = (Report.Grid) report.sections().get(0).parts().get(0);
        assertEquals(
                List.of(
                        "Phase: Sammeln",
                        "Phase: Abstimmen",
                        "Beschluss: Umlage in den Haushalt 2027 aufnehmen?",
                        "Phase: Geschlossen"),
                course.rows().stream().map(row -> report.shown(row.get(1))).toList());
    }

    @Test
    @Tag("X-12")
    @DisplayName("X-12: only what was decided is called so, in the protocol as well")
    void onlyWhatBindsIsADecision() {
        Report report = Reports.usual("de", Contents.Document.PROTOCOL);
        List<String> decisions = texts(report.sections().get(1));
        assertEquals(1, decisions.size());
        assertTrue(
                decisions.get(0).startsWith("1. Umlage in den Haushalt 2027 aufnehmen? – Angenommen"),
                decisions.get(0));
        List<String> others = texts(report.sections().get(2));
        assertEquals(2, others.size());
        assertTrue(others.get(0).startsWith("Womit | fangen wir an?"), others.get(0));
        assertTrue(others.get(1).endsWith("Abgebrochen: Frage war <b>unklar</b>"), others.get(1));
        assertFalse(others.stream().anyMatch(text -> text.contains("Beschluss")));
    }

    @Test
    void withThePlanItIsItsFirstSection() {
        Report report = Reports.usual("de", Contents.Document.BOTH);
        assertEquals("EfA-Onlinedienst nachnutzen", report.title());
        assertEquals("Ergebnisprotokoll", report.sections().get(0).heading());
        assertTrue(report.sections().stream().anyMatch(section -> section.id().equals("steps")));
        assertEquals(
                1,
                report.sections().stream()
                        .filter(section -> section.id().equals("minutes"))
                        .count());
    }

    @Test
    @Tag("X-14")
    @DisplayName(
            "X-14: tables of the protocol alone hold no table of the steps, calendars its follow-ups if there are any")
    void aloneItIsAloneInEveryFormat() {
        var contents = new Contents(Contents.Document.PROTOCOL, true, true, true, Contents.People.COUNTS);
        ExportInput input = Samples.holding(Samples.input("de"), contents);
        String csv = new String(new CsvFormat().render(ReportBuilder.of(input), Style.PLAIN), StandardCharsets.UTF_8);
        assertTrue(csv.startsWith("\uFEFFTitel;Ergebnisprotokoll: EfA-Onlinedienst nachnutzen\r\nZeit;"), csv);
        assertTrue(csv.contains("\r\nBeschlüsse\r\n"), csv);
        assertFalse(csv.contains("Personentage") || csv.contains("Vorschlag;Schritt"), csv);
        assertEquals(List.of("s2"), dates(input), "there is no follow-up");
        assertTrue(EXPORTS.preview(input).sections().stream()
                .anyMatch(entry -> entry.heading().startsWith("Im Kalender (ICS): alle Termine")));
        ExportInput followed = input.with(new Plan(
                "Plan",
                "",
                RichField.EMPTY,
                Map.of(),
                List.of(followedUp(), Samples.plan().steps().get(1))));
        assertEquals(List.of("s1"), dates(followed));
        assertTrue(EXPORTS.preview(followed).sections().stream()
                .anyMatch(
                        entry -> entry.heading().equals("Im Kalender (ICS): Wiedervorlagen") && entry.entries() == 1));
    }

    private static List<String> dates(ExportInput input) {
        return ReportBuilder.of(input).dates().stream().map(Report.Dated::step).toList();
    }

    private static Step followedUp() {
        return Samples.step("s1", "B", "Leistung klären", LocalDate.parse("2027-03-01"), List.of(), Map.of());
    }

    private static List<String> texts(Section section) {
        return section.parts().stream().map(part -> ((Sentence) part).text()).toList();
    }
}
