package de.werkraum.imports;

import static de.werkraum.imports.Files.BOUNDS;
import static de.werkraum.imports.Files.all;
import static de.werkraum.imports.Files.list;
import static de.werkraum.imports.Files.propose;
import static de.werkraum.imports.Files.shown;
import static de.werkraum.imports.Files.statuses;
import static de.werkraum.imports.Files.warned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people bring them who mean no harm: other encodings, separators and quotes, dates and numbers in every way to write them. */
class UnkindFilesTest {
    private static final String LIST =
            """
            Maßnahme;Zuständig;Termin;Status
            Straße öffnen;Tiefbauamt;15.04.2026;offen
            Ämter prüfen;Büro Süd;03.05.2026;erledigt
            """;

    private static Proposal csv(String text) {
        return propose("liste.csv", text.getBytes(StandardCharsets.UTF_8), Choice.AUTOMATIC);
    }

    private static byte[] marked(String text, String charset, int... mark) {
        var bytes = new ByteArrayOutputStream();
        for (int value : mark) {
            bytes.write(value);
        }
        bytes.writeBytes(text.getBytes(Charset.forName(charset)));
        return bytes.toByteArray();
    }

    private static void assertRead(Proposal proposal) {
        assertEquals(list("Straße öffnen, Ämter prüfen"), all(proposal, Draft::title), shown(proposal));
        assertEquals(list("Tiefbauamt, Büro Süd"), all(proposal, Draft::responsible));
        assertEquals(list("2026-04-15, 2026-05-03"), all(proposal, Draft::due));
        assertEquals(list("proposed, done"), statuses(proposal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1", "ISO-8859-15"})
    void everyUsualEncodingIsReadWithoutAWord(String charset) {
        Proposal proposal = propose("liste.csv", marked(LIST, charset), Choice.AUTOMATIC);
        assertRead(proposal);
        assertEquals("", warned(proposal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-MacRoman", "IBM850"})
    void anOldCodePageIsReadAndNamed(String charset) {
        Proposal proposal = propose("liste.csv", marked(LIST, charset), Choice.AUTOMATIC);
        assertRead(proposal);
        assertTrue(warned(proposal, 0).contains(charset.replace("x-", "")), warned(proposal));
    }

    @Test
    void marksAtTheBeginningAreNoText() {
        assertRead(propose("liste.csv", marked(LIST, "UTF-8", 0xEF, 0xBB, 0xBF), Choice.AUTOMATIC));
        assertRead(propose("liste.csv", marked(LIST, "UTF-16LE", 0xFF, 0xFE), Choice.AUTOMATIC));
        assertRead(propose("liste.csv", marked(LIST, "UTF-16BE", 0xFE, 0xFF), Choice.AUTOMATIC));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void everySeparatorAndLineEnd(String separator) {
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertRead(csv(LIST.replace(";", separator).replace("\n", end)));
        }
    }

    @Test
    void aQuoteThatNeverEndsSwallowsNothingAndIsNamed() {
        Proposal proposal =
                csv("Maßnahme;Zuständig\n\"Straße öffnen;Bauamt\nPrüfen;\"IT; Büro\"\nFertig;\"zwei\nZeilen\"\n");
        assertEquals(List.of("\"Straße öffnen", "Prüfen", "Fertig"), all(proposal, Draft::title), shown(proposal));
        assertEquals("IT; Büro", proposal.drafts().get(1).responsible());
        assertTrue(warned(proposal, 2).contains("endet nirgends"), warned(proposal));
        assertEquals("", warned(proposal, 3) + warned(proposal, 4));
    }

    @Test
    void quotesWithinACellAreCharacters() {
        Proposal proposal = csv(
                "Maßnahme;Zuständig\n12\" Monitor;IT\n\"Der \"\"neue\"\" Weg\";A\n\"Der \"kurze\" Weg\";B\n\"A\" und B;C\n");
        assertEquals(
                List.of("12\" Monitor", "Der \"neue\" Weg", "Der \"kurze\" Weg", "\"A\" und B"),
                all(proposal, Draft::title),
                shown(proposal));
    }

    @Test
    void aCellOfQuotesTakesNoLongerThanAnother() {
        String text = "Maßnahme;Zuständig\nA" + "\"".repeat(4_000_000) + ";B\n";
        assertTimeout(Duration.ofSeconds(10), () -> CsvFile.read(text, false, BOUNDS));
    }

    @Test
    void aFileOfUnclosedQuotesTakesNoLongerThanAnother() {
        String text = "Maßnahme;Zuständig\n" + "Eins;\"\"x\n".repeat(1_500);
        assertTimeout(
                Duration.ofSeconds(10),
                () -> CsvFile.read(
                        text.repeat(40),
                        false,
                        new Bounds(
                                BOUNDS.bytes(),
                                BOUNDS.unpackedBytes(),
                                100_000,
                                BOUNDS.columns(),
                                BOUNDS.steps(),
                                BOUNDS.seconds())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.4.26|2026-04-01|false",
                "Mo, 13.4.2026|2026-04-13|false",
                "13. April 2026|2026-04-13|false",
                "April 13, 2026|2026-04-13|false",
                "13-Apr-26|2026-04-13|false",
                "2026-04-13T22:30:00Z|2026-04-14|false",
                "bis 13.04.2026|2026-04-13|false",
                "13.04.2026 14:00 Uhr|2026-04-13|true",
                "13.04. - 17.04.2026|2026-04-17|true",
                "Ende April|2026-04-30|true",
                "KW 20/2026|2026-05-15|true",
                "2026-W21|2026-05-22|true",
                "Q3/26|2026-09-30|true",
                "1. Halbjahr 2026|2026-06-30|true",
                "04/2026|2026-04-30|true",
                "2026|2026-12-31|true",
                "15.05.|2026-05-15|true",
                "29.02.2026|–|true",
                "31.06.2026|–|true",
                "12.13.2026|–|true",
                "00.00.0000|–|true",
                "13.4.1926|–|true",
                "13.04.20266|–|true",
                "45678|–|true",
                "sofort|–|true",
                "nach Ostern|–|true",
                "tbd|–|true",
                "#REF!|–|true",
                "-|–|false",
            })
    void datesAsPeopleWriteThem(String written, String due, boolean doubtful) {
        Proposal proposal = csv("Aufgabe;Fällig\nEins;" + written + "\nZwei;01.02.2026\n");
        assertEquals(List.of(due, "2026-02-01"), all(proposal, Draft::due), shown(proposal));
        assertEquals(doubtful, !warned(proposal, 2).isEmpty(), "guessed without a word: " + warned(proposal));
        assertTrue(!doubtful || proposal.drafts().get(0).details().contains(escaped(written)), shown(proposal));
    }

    private static String escaped(String written) {
        return written.replace("#", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,5|1.5|false",
                "1.500,5|1500.5|false",
                "3 Tage|3|false",
                "0|0|false",
                "ca. 5|5|true",
                "1.500|–|true",
                "-3|–|true",
                "5-8|–|true",
                "8 h|–|true",
                "2 Wochen|–|true",
                "50 %|–|true",
                "1e3|–|true",
                "viel|–|true",
                "NaN|–|true",
                "999999999|–|true",
                "#DIV/0!|–|true",
            })
    void effortsAsPeopleWriteThem(String written, String effort, boolean doubtful) {
        Proposal proposal = csv("Aufgabe;Aufwand (PT)\nEins;" + written + "\nZwei;1\n");
        assertEquals(List.of(effort, "1"), all(proposal, Draft::effort), shown(proposal));
        assertEquals(doubtful, !warned(proposal, 2).isEmpty(), warned(proposal));
    }

    @Test
    void aTitleAloneAtTheEndIsAStepAndARowWithoutOneCanBeNone() {
        Proposal proposal =
                csv("Aufgabe;Wer;Bis wann\nEins;IT;01.02.2026\n;Amt;02.02.2026\nZwei;IT;03.02.2026\nDrei\n");
        assertEquals(list("Eins, Zwei, Drei"), all(proposal, Draft::title), shown(proposal));
        assertEquals(
                List.of(false), proposal.skipped().stream().map(Skipped::titled).toList());
    }
}
