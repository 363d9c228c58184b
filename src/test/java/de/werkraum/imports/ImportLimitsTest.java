package de.werkraum.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that ask for more than a server with low limits gives: each ends in a sentence, the plan stays as it is, and the next file is read. */
@Tag("I-11")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ImportLimitsTest {
    private static final int ROWS = 20;
    private static final int COLUMNS = 4;
    private static final int UNPACKED = 1 << 16;
    private static final String HEAD = Made.row("Aufgabe", "Wer");

    private final TestServer server =
            TestServer.start(Map.of("unpackedBytes", UNPACKED, "importRows", ROWS, "importColumns", COLUMNS));
    private final Workshop workshop = Workshop.open(server.base());
    private final Api moderator = workshop.moderator("Mona").api();

    @AfterAll
    void stop() {
        server.close();
    }

    private Api.Answer bring(byte[] file, String query) {
        return moderator.upload(workshop.path() + "/import?" + query, "application/octet-stream", file);
    }

    private String plan() {
        return moderator.get(workshop.path() + "/plan").body();
    }

    /** Refused with a sentence in both languages, looked at or not; nothing changed, and an ordinary file is read after it. */
    private void assertRefused(String code, String part, byte[] file) {
        String before = plan();
        for (String query : new String[] {"dryRun=true", ""}) {
            Api.Answer answer = bring(file, query);
            assertEquals(code, answer.problem(422), answer.body());
            JsonNode sentence = Api.parse(answer.body()).get("sentence");
            assertTrue(sentence.get("de").asText().contains(part), answer.body());
            assertTrue(sentence.get("en").asText().endsWith("."), answer.body());
        }
        assertEquals(before, plan());
        assertEquals(
                1,
                bring(Made.xlsx(HEAD + Made.row("Prüfen", "IT")), "dryRun=true")
                        .expect(200)
                        .get("new")
                        .asInt());
    }

    @Test
    void aFileThatGrowsWhenItIsUnpacked() {
        byte[] file = Made.xlsx(HEAD + Made.row("Prüfen", " ".repeat(UNPACKED)));
        assertTrue(file.length < UNPACKED / 10, "it is small as it comes");
        assertRefused("importTooLarge", "beim Entpacken", file);
        String blanks = " ".repeat(UNPACKED);
        for (byte[] other : List.of(
                Made.ods(openTable(openRow("Aufgabe"), openRow(blanks))),
                Made.odt(openTable(openRow("Aufgabe"), openRow(blanks))),
                Made.docx("<w:tbl>" + wordRow("Aufgabe") + wordRow(blanks) + "</w:tbl>"))) {
            assertTrue(other.length < UNPACKED / 10, "it is small as it comes");
            assertRefused("importTooLarge", "beim Entpacken", other);
        }
    }

    @Test
    void whatManyPartsUnpackToIsCountedTogether() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        for (int i = 0; i < 8; i++) {
            parts.put("Pictures/" + i, " ".repeat(UNPACKED / 7));
        }
        assertRefused("importTooLarge", "beim Entpacken", Made.zip(parts));
    }

    @Test
    void moreRowsThanMayBe() {
        String csv = "Aufgabe;Wer\n" + "Prüfen;IT\n".repeat(ROWS);
        assertRefused("importTooLarge", ROWS + " Zeilen", csv.getBytes(StandardCharsets.UTF_8));
        assertRefused(
                "importTooLarge",
                ROWS + " Zeilen",
                Made.xlsx(HEAD + Made.row("Prüfen", "IT").repeat(ROWS)));
        String table = "<w:tbl>" + "<w:tr><w:tc><w:p><w:r><w:t>Prüfen</w:t></w:r></w:p></w:tc></w:tr>".repeat(ROWS + 1)
                + "</w:tbl>";
        assertRefused("importTooLarge", ROWS + " Zeilen", Made.docx(table));
    }

    @Test
    void aThousandTimesAMillionCellsInOne() {
        assertRefused(
                "importTooLarge",
                ROWS + " Zeilen",
                Made.ods("<table:table table:name='T'><table:table-row table:number-rows-repeated='1000000'>"
                        + "<table:table-cell table:number-columns-repeated='1000'><text:p>x</text:p></table:table-cell>"
                        + "</table:table-row></table:table>"));
    }

    @Test
    void aBillionCellsThatAreClaimedInATextAsWell() {
        String many = "<table:table-row table:number-rows-repeated='999999999'>"
                + "<table:table-cell table:number-columns-repeated='999999999'>%s</table:table-cell></table:table-row>";
        String full = many.formatted("<text:p>x</text:p>");
        assertRefused("importTooLarge", ROWS + " Zeilen", Made.ods(openTable(full)));
        assertRefused("importTooLarge", ROWS + " Zeilen", Made.odt(openTable(full)));
        String empty = many.formatted("").repeat(5);
        String list = openRow("Aufgabe", "Wer") + openRow("Prüfen", "IT");
        assertRead(List.of("Prüfen"), Made.ods(openTable(empty, list, empty)));
    }

    @Test
    void aCellBehindMoreEmptyOnesThanCanBeCountedIsInNoColumnOfTheList() {
        String far = "<table:table-cell table:number-columns-repeated='999999999'/>".repeat(3)
                + "<table:table-cell><text:p>weit weg</text:p></table:table-cell>";
        String row = openRow("Prüfen").replace("</table:table-row>", far + "</table:table-row>");
        byte[] file = Made.ods(openTable(openRow("Aufgabe", "Wer"), row));
        assertNamed(file);
        assertFalse(bring(file, "dryRun=true").body().contains("weit weg"));
    }

    @Test
    void theLastCellOfASheetIsNamed() {
        String last = "<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>weit weg</t></is></c></row>";
        assertNamed(Made.xlsx(HEAD + Made.row("Prüfen", "IT") + last));
        assertNamed(Made.docx("<w:tbl>" + wordRow("Aufgabe", "Wer") + wordRow("Prüfen", "IT")
                + wordRow("", "")
                        .replace(
                                "</w:tr>",
                                "<w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr></w:tc>"
                                        + "<w:tc><w:p><w:r><w:t>weit weg</w:t></w:r></w:p></w:tc></w:tr>")
                + "</w:tbl>"));
    }

    @Test
    void cellsMergedOverAWholeSheetAreNoList() {
        String merges = "<mergeCell ref='A1:XFD1048576'/>".repeat(1_000);
        String rows = HEAD + Made.row("Prüfen", "IT").repeat(ROWS - 1);
        assertNothingIn(Made.xlsx(rows + "</sheetData><mergeCells>" + merges + "</mergeCells><sheetData>"));
        String cell = "<table:table-cell table:number-columns-spanned='16384' table:number-rows-spanned='1048576'>";
        String list = openTable(openRow("Aufgabe"), openRow("Prüfen").repeat(ROWS - 1));
        assertNothingIn(Made.ods(list.replaceFirst("<table:table-cell>", cell)));
        String word = "<w:tbl>" + wordRow("Aufgabe")
                + wordRow("Prüfen")
                        .replace("<w:p>", "<w:tcPr><w:gridSpan w:val='999999999'/><w:vMerge/></w:tcPr><w:p>")
                        .repeat(ROWS - 1)
                + "</w:tbl>";
        assertNothingIn(Made.docx(word));
    }

    @Test
    void aDocumentTypeIsNotReadInAnyOfThem() {
        for (String type : new String[] {"<!DOCTYPE d [<!ENTITY wort 'Prüfen'>]>", "<!DOCTYPE d>"}) {
            String word = type.contains("ENTITY") ? "&wort;" : "Prüfen";
            String table = openTable(openRow("Aufgabe", "Wer"), openRow(word, "IT"));
            assertRefused("importFormat", "beschädigt", Made.ods(type, table));
            assertRefused("importFormat", "beschädigt", Made.odt(type, table));
            assertRefused(
                    "importFormat",
                    "beschädigt",
                    Made.docx(type, "<w:tbl>" + wordRow("Aufgabe", "Wer") + wordRow(word, "IT") + "</w:tbl>"));
        }
    }

    @Test
    void aDocumentTypeIsNotRead() {
        String type = "<!DOCTYPE worksheet [<!ENTITY wort 'Prüfen'>]>";
        assertRefused("importFormat", "beschädigt", Made.xlsx(type, "", HEAD + Made.row("&wort;", "IT"), Map.of()));
        assertRefused(
                "importFormat",
                "beschädigt",
                Made.xlsx("<!DOCTYPE worksheet>", "", HEAD + Made.row("Prüfen", "IT"), Map.of()));
    }

    @Test
    void columnsBeyondTheLastAreNamed() {
        String head = "Aufgabe;Wer;Status;Bemerkung;Notiz\n";
        for (String row : new String[] {"Prüfen;IT;offen;;\n", "Prüfen;IT;offen;;mehr\n"}) {
            JsonNode seen = bring((head + row).getBytes(StandardCharsets.UTF_8), "dryRun=true")
                    .expect(200);
            assertEquals(1, seen.get("new").asInt());
            assertTrue(seen.get("warnings").toString().contains("ersten " + COLUMNS + " Spalten"), seen.toString());
        }
        assertNamed(Made.xlsx(HEAD + Made.row("Prüfen", "IT", "", "", "mehr")));
        assertNamed(Made.docx("<w:tbl>" + wordRow("Aufgabe", "Wer", "A", "B", "C")
                + wordRow("Prüfen", "IT", "a", "b", "c") + "</w:tbl>"));
        assertNamed(Made.ods("<table:table table:name='T'>" + openRow("Aufgabe", "Wer", "A", "B", "C")
                + openRow("Prüfen", "IT", "a", "b", "c") + "</table:table>"));
        assertNamed("|Aufgabe|Wer|A|B|C|\n|-|-|-|-|-|\n|Prüfen|IT|a|b|c|\n".getBytes(StandardCharsets.UTF_8));
        assertFalse(bring(Made.xlsx(HEAD + Made.row("Prüfen", "IT", "", "")), "dryRun=true")
                .body()
                .contains("Spalten;"));
    }

    private void assertRead(List<String> titles, byte[] file) {
        JsonNode seen = bring(file, "dryRun=true").expect(200);
        assertEquals(titles.size(), seen.get("new").asInt(), seen.toString());
        titles.forEach(title -> assertTrue(seen.toString().contains(title), seen.toString()));
    }

    /** Looked at, it is refused with a sentence, or says in one what it makes of each row, which is no step; brought in, it changes nothing. */
    private void assertNothingIn(byte[] file) {
        String before = plan();
        Api.Answer looked = bring(file, "dryRun=true");
        if (looked.status() == 422) {
            assertEquals("importEmpty", looked.problem(422), looked.body());
        } else {
            JsonNode seen = looked.expect(200);
            assertEquals(0, seen.get("new").asInt(), seen.toString());
            assertFalse(seen.get("warnings").isEmpty() || seen.get("skipped").isEmpty(), seen.toString());
        }
        bring(file, "");
        assertEquals(before, plan());
    }

    private static String openTable(String... rows) {
        return "<table:table table:name='T'>" + String.join("", rows) + "</table:table>";
    }

    private void assertNamed(byte[] file) {
        JsonNode seen = bring(file, "dryRun=true&name=liste.md").expect(200);
        assertEquals(1, seen.get("new").asInt(), seen.toString());
        assertTrue(seen.get("warnings").toString().contains("ersten " + COLUMNS + " Spalten"), seen.toString());
    }

    private static String wordRow(String... texts) {
        return "<w:tr><w:tc><w:p><w:r><w:t>"
                + String.join("</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>", texts)
                + "</w:t></w:r></w:p></w:tc></w:tr>";
    }

    private static String openRow(String... texts) {
        return "<table:table-row><table:table-cell><text:p>"
                + String.join("</text:p></table:table-cell><table:table-cell><text:p>", texts)
                + "</text:p></table:table-cell></table:table-row>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "massnahmenplan-cp1252.csv",
                "offene-punkte.xlsx",
                "arbeitspakete.ods",
                "ergebnisprotokoll.odt",
                "massnahmentabelle.docx",
                "aufgaben.md",
                "werkraum-plan.json"
            })
    void readingEndsWhenItsTimeIsOver(String name) {
        byte[] file = Files.bytes(name);
        Thread.currentThread().interrupt();
        try {
            Unreadable late = assertThrows(
                    Unreadable.class,
                    () -> Import.read(new UUID(0, 1), file, name, Choice.AUTOMATIC, Files.BOUNDS, "de", 2026));
            assertEquals("importTooLarge", late.code());
            assertTrue(
                    late.sentence().de().contains("zu lange"), late.sentence().de());
        } finally {
            Thread.interrupted();
        }
    }
}
