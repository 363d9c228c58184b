package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvFormatTest {
    @Test
    void theTableIsAsExcelWantsIt() {
        String csv = render(Samples.input("de"));
        assertEquals(
                "\uFEFFNr.;Schritt;Status;Zuständig;Mitwirkend;Beginn;Fällig;Wiedervorlage;Personentage;\"Fertig, wenn …\";"
                        + "Hindernis;Beschluss;Einzelheiten\r\n"
                        + "1;Leistung klären;Erledigt;;;;;;2;;;;\r\n"
                        + "2;Rechtsweg und Kosten klären;In Arbeit;\"Kämmerei, Rechtsamt\";Fachamt;2026-12-01;2027-01-29;;\"4,5\";"
                        + "Mittel für drei Jahre sind freigegeben;Geld;"
                        + "\"Angenommen: 20 Ja, 10 Nein, 5 Enthaltungen; nötig waren 20 Ja-Stimmen (2/3 von 30).\";"
                        + "\"**Offen** ist vor allem die Umlage:\n\n- Vertrag anfordern\n- siehe [Muster](https://example.org/muster)\"\r\n"
                        + "3;;;;;;;;;;;;\r\n",
                csv);
        assertTrue(render(Samples.input("en")).startsWith("\uFEFFNo.;Step;Status;Responsible;"));
    }

    @Test
    void noCellIsAFormula() {
        for (String start : List.of(
                "=", "+", "-", "@", "\t=", "\r=", "\n@", "  =", "\u0000=", "＝", "\u2003+", "\u00A0=", "\u200B-",
                "\uFEFF@", "\u202E=")) {
            String cell = CsvFormat.cell(start + "cmd|' /C calc'!A0");
            assertEquals('\'', cell.charAt(0), cell);
        }
        assertEquals("Umlage = hoch", CsvFormat.cell("Umlage = hoch"));
        assertEquals("a\nb", CsvFormat.cell("a\r\nb\u0000\u001B"));
    }

    @Test
    void quotesAndSeparatorsStayInTheirCell() {
        var step = Samples.step("s", "V", "a;\"b\"\r\nc", "=1;2", "x\ty", null, null, List.of());
        String csv = render(Samples.of(new Plan("", "", "", Map.of(), List.of(step))));
        assertTrue(csv.contains("\r\n1;\"a;\"\"b\"\"\nc\";;x\ty;;;;;;\"'=1;2\";;;\r\n"), csv);
    }

    private static String render(ExportInput input) {
        return new String(new CsvFormat().render(input), StandardCharsets.UTF_8);
    }
}
