package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.plan.Plan;
import de.werkraum.rich.RichField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvPresetTest {
    @Test
    void openProjectKnowsTheColumnsAndItsStatuses() {
        assertEquals(
                "\uFEFFSubject,Type,Status,Assignee,Start date,Finish date,Work,Description\r\n"
                        + "Leistung klären,Task,Closed,,,,16,\r\n"
                        + "Rechtsweg und Kosten klären,Task,In progress,\"Kämmerei, Rechtsamt\",2026-12-01,2027-01-29,36,"
                        + "\"Offen ist vor allem die Umlage:\n• Vertrag anfordern\n• siehe Muster (https://example.org/muster)\n\n"
                        + "Fertig, wenn … Mittel für drei Jahre sind freigegeben\n\nMitwirkend: Fachamt\"\r\n"
                        + "(ohne Titel),Task,New,,,,,\r\n",
                render(CsvPreset.OPENPROJECT, Samples.input("de")));
    }

    @Test
    void deckKnowsTheColumnsAndMakesAListAStatus() {
        String csv = render(CsvPreset.DECK, Samples.input("de"));
        List<String> lines = csv.lines().toList();
        assertEquals("\uFEFFCard title\tDescription\tList name\tTags\tAssigned users\tDue date", lines.get(0));
        assertEquals("Leistung klären\t\tErledigt\t\t\t", lines.get(1));
        assertTrue(
                csv.contains("Mitwirkend: Fachamt\"\tIn Arbeit\tGeld\t\"Kämmerei, Rechtsamt\"\t2027-01-29\r\n"), csv);
        assertTrue(csv.endsWith("(ohne Titel)\t\tVorgeschlagen\t\t\t\r\n"), "the steps alone: " + csv);
    }

    @Test
    void noCellIsAFormulaOrTwoCells() {
        var step = Samples.step("s", "V", "a,\tb", "=1,2", "x", null, null, List.of());
        ExportInput input = Samples.of(new Plan("", "", RichField.EMPTY, Map.of(), List.of(step)));
        for (CsvPreset preset : CsvPreset.values()) {
            String csv = render(preset, input);
            assertTrue(csv.contains("\r\n\"a,"), csv);
            assertTrue(!csv.contains("\t=1") && !csv.contains(",=1") && !csv.contains("\"=1"), csv);
        }
    }

    private static String render(CsvPreset preset, ExportInput input) {
        return new String(preset.render(input), StandardCharsets.UTF_8);
    }
}
