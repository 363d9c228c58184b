package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.plan.Plan;
import de.werkraum.plan.Step;
import de.werkraum.rich.RichField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CsvFormatTest {
    @Test
    void theTableIsAsExcelWantsIt() {
        String csv = render(Samples.input("de"));
        assertEquals(
                "\uFEFFNr.;Schritt;Status;Zuständig;Mitwirkend;Beginn;Fällig;Wiedervorlage;Personentage;\"Fertig, wenn …\";"
                        + "Hindernis;Abstimmung;Einzelheiten;Anmerkungen\r\n"
                        + "1;Leistung klären;Erledigt;;;;;;2;;;;;\r\n"
                        + "2;Rechtsweg und Kosten klären;In Arbeit;\"Kämmerei, Rechtsamt\";Fachamt;2026-12-01;2027-01-29;;\"4,5\";"
                        + "Mittel für drei Jahre sind freigegeben;Geld;"
                        + "\"Beschluss: Umlage in den Haushalt 2027 aufnehmen? – Angenommen: 20 Ja, 10 Nein, 5 Enthaltungen; nötig waren 20 Ja-Stimmen (2/3 von 30).\";"
                        + "\"Offen ist vor allem die Umlage:\n• Vertrag anfordern\n• siehe Muster (https://example.org/muster)\";\"• Ayşe Yıldız: Wer fragt\n  beim Land an?\"\r\n"
                        + "3;;;;;;;;;;;;;\r\n"
                        + "\r\nAbstimmungen\r\nFrage;Vorschlag;Schritt;Ergebnis;Zahlen;Stimmen;Verfahren;Beteiligung;Mehrheit;Basis;Quorum\r\n"
                        + "Umlage in den Haushalt 2027 aufnehmen?;Rechtsweg und Kosten klären;2;"
                        + "\"Angenommen: 20 Ja, 10 Nein, 5 Enthaltungen; nötig waren 20 Ja-Stimmen (2/3 von 30).\";"
                        + "\"Ja: 20; Nein: 10; Enthaltung: 5; Basis: 30; Nötig: 20; Es fehlen: 0; Entscheidung: angenommen\";;"
                        + "\"Sachabstimmung, geheim\";35 von 40 haben abgestimmt;2/3;Ja- und Nein-Stimmen;\r\n"
                        + "Womit | fangen wir an?;Leistung klären;1;Vorn liegt „Leistung klären“ mit 12 Punkten.;"
                        + "\"Platz: 1; Punkte: 12; Personen: 7; Ausgewählt: ja\";Ayşe Yıldız: Leistung klären: 2;\"Punktabfrage, namentlich\";7 von 40 haben abgestimmt;;;\r\n"
                        + "Womit | fangen wir an?;Etwas *anderes*;;Vorn liegt „Leistung klären“ mit 12 Punkten.;"
                        + "\"Platz: 2; Punkte: 2; Personen: 1; Ausgewählt: nein\";;\"Punktabfrage, namentlich\";7 von 40 haben abgestimmt;;;\r\n"
                        + "Sofort beginnen?;Sofort beginnen?;;Abgebrochen: Frage war <b>unklar</b>;;;"
                        + "\"Fünf-Finger-Abfrage, geheim\";0 von 40 haben abgestimmt;;;\r\n"
                        + "\r\nÜber diesen Plan\r\nTitel;EfA-Onlinedienst nachnutzen\r\nVerwaltung;Stadt Kronau\r\n"
                        + "Stand;\"23.11.2026, 12:00 Uhr\"\r\n"
                        + "\r\nZiel\r\nEinen vorhandenen „Einer für Alle“-Dienst in Betrieb nehmen.\r\n"
                        + "\r\nProtokoll\r\n\"Protokoll\nDie Runde klärt zuerst die laufenden Kosten.\n• Nächstes Treffen: 15. Januar 2027\"\r\n",
                csv);
        assertTrue(render(Samples.input("en")).startsWith("\uFEFFNo.;Step;Status;Responsible;"));
    }

    @Test
    @Tag("X-7")
    @DisplayName("X-7: tables tell what the plenary said and how many were for an idea, and comments only where wished")
    void aRowTellsWhatTheDocumentTells() {
        Map<String, Object> known = Map.of(
                "supporters",
                4,
                "plenary",
                List.of(Map.of(
                        "poll",
                        "p",
                        "question",
                        "Was zuerst?",
                        "at",
                        "2026-11-23T10:00:00Z",
                        "said",
                        Map.of("de", "Platz 2 von 31", "en", "2nd of 31"))));
        Step step = Samples.step(
                "s2", "V", "Kosten klären", null, Samples.plan().steps().get(1).comments(), known);
        var input = Samples.of(new Plan("", "", RichField.EMPTY, Map.of(), List.of(step)), Samples.umlage());
        String csv = render(input);
        assertTrue(csv.contains(";Hindernis;Dafür als Idee;Abstimmung;Einzelheiten;Anmerkungen\r\n"), csv);
        assertTrue(csv.contains(";4;\"Beschluss: Umlage"), csv);
        assertTrue(csv.contains("\nPlenum: Platz 2 von 31\";;\"• Ayşe Yıldız: Wer fragt"), csv);
        String bare = render(
                Samples.holding(input, new Contents(Contents.Document.PLAN, false, false, true, Contents.People.NONE)));
        assertFalse(bare.contains("Plenum") || bare.contains("Anmerkungen") || bare.contains("Ayşe"), bare);
    }

    @Test
    @Tag("X-4")
    @DisplayName("X-4: below the tables stands what else the documents say, as wished")
    void belowTheTablesStandsTheRest() {
        var all = new Contents(Contents.Document.PLAN, true, true, true, Contents.People.NAMES);
        String csv = render(Samples.holding(Samples.input("de"), all));
        assertTrue(csv.contains("\r\nFassung;17\r\nExportiert von;Mo\r\n"), csv);
        List<String> lines = csv.lines().toList();
        assertEquals(
                List.of(
                        "",
                        "Mitgewirkt haben",
                        "Name;Organisation",
                        "Ayşe Yıldız;Stadt Kronau",
                        "Jens Ø. Krüger;Landkreis Elbe"),
                lines.subList(lines.size() - 5, lines.size()));
        var little = new Contents(Contents.Document.PLAN, false, false, false, Contents.People.NONE);
        String bare = render(Samples.holding(Samples.input("de"), little));
        assertTrue(bare.endsWith("\r\nZiel\r\nEinen vorhandenen „Einer für Alle“-Dienst in Betrieb nehmen.\r\n"), bare);
        assertFalse(bare.contains("Abstimmungen") || bare.contains("Mo\r\n") || bare.contains("Protokoll"), bare);
    }

    @Test
    void noCellIsAFormula() {
        for (String start : List.of(
                "=", "+", "-", "@", "\t=", "\r=", "\n@", "  =", "\u0000=", "＝", "\u2003+", "\u00A0=", "\u200B-",
                "\uFEFF@", "\u202E=")) {
            String cell = CsvCell.of(start + "cmd|' /C calc'!A0");
            assertEquals('\'', cell.charAt(0), cell);
        }
        for (String plain : List.of("-", "+49 361 5550100", "-20 % Bearbeitungszeit", "3/4", "- 7 Tage", "+1")) {
            assertEquals(plain, CsvCell.of(plain), "no needless apostrophe");
        }
        for (String formula : List.of(
                "-Punkt", "- Punkt", "-1+2", "-1*A1", "+SUM(A1)", "-2 x|y", "--1", "-1!A1", "-1&A1", "-1 \"x\"")) {
            assertEquals("'" + formula, CsvCell.of(formula));
        }
        assertEquals("Umlage = hoch", CsvCell.of("Umlage = hoch"));
        assertEquals("a\nb", CsvCell.of("a\r\nb\u0000\u001B"));
    }

    @Test
    void quotesAndSeparatorsStayInTheirCell() {
        var step = Samples.step("s", "V", "a;\"b\"\r\nc", "=1;2", "x\ty", null, null, List.of());
        String csv = render(Samples.of(new Plan("", "", RichField.EMPTY, Map.of(), List.of(step))));
        assertTrue(csv.contains("\r\n1;\"a;\"\"b\"\" c\";;\"x\ty\";;;;;;\"'=1;2\";;;\r\n"), csv);
    }

    private static String render(ExportInput input) {
        return new String(new CsvFormat().render(ReportBuilder.of(input), Style.PLAIN), StandardCharsets.UTF_8);
    }
}
