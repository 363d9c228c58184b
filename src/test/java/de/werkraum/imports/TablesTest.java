package de.werkraum.imports;

import static de.werkraum.imports.Files.all;
import static de.werkraum.imports.Files.list;
import static de.werkraum.imports.Files.propose;
import static de.werkraum.imports.Files.shown;
import static de.werkraum.imports.Files.statuses;
import static de.werkraum.imports.Files.warned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same table as each program writes it, and cells of workbooks that are more than a text. */
class TablesTest {
    /** Numbers as they are, days, days with a time, days as somebody wished them, shares. */
    private static final String STYLES = Made.part(
            "styleSheet",
            "<numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
                    + "<xf numFmtId='22'/><xf numFmtId='164'/><xf numFmtId='9'/></cellXfs>");

    private static byte[] file(String format) {
        return switch (format) {
            case "ods" -> Made.ods("<table:table table:name='Maßnahmen'>" + open() + "</table:table>");
            case "odt" -> Made.odt("<text:h>Maßnahmen</text:h><table:table>" + open() + "</table:table>");
            default -> Made.docx("<w:p><w:r><w:t>Maßnahmen</w:t></w:r></w:p><w:tbl>" + word() + "</w:tbl>");
        };
    }

    /** The owner reaches over two rows, an empty row is said to be there a thousand times, and the last row is a total over all columns. */
    private static String open() {
        return open(cell("Maßnahme") + cell("Zuständig") + cell("Termin") + cell("Status"), "")
                + open(
                        cell("Akten<text:span>plan</text:span> abstimmen")
                                + marked("table:number-rows-spanned='2'", "Archiv")
                                + marked("office:value-type='date' office:date-value='2026-04-15'", "15. Apr")
                                + cell("offen"),
                        "")
                + open(
                        cell("Scanner<text:line-break/>beschaffen") + "<table:covered-table-cell/>" + cell("KW 14")
                                + cell("erledigt"),
                        "")
                + open(cell(""), "table:number-rows-repeated='1000'")
                + open(cell("Schulen") + cell("") + cell("01.06.2026") + cell("in Arbeit"), "");
    }

    private static String open(String cells, String marks) {
        return "<table:table-row " + marks + ">" + cells + "</table:table-row>";
    }

    private static String cell(String text) {
        return marked("", text);
    }

    private static String marked(String marks, String text) {
        return "<table:table-cell " + marks + "><text:p>" + text + "</text:p></table:table-cell>";
    }

    private static String word() {
        return row(tc("", "Maßnahme") + tc("", "Zuständig") + tc("", "Termin") + tc("", "Status"))
                + row(tc("", "Akten</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>plan abstimmen")
                        + tc("<w:vMerge w:val='restart'/>", "Archiv")
                        + tc("", "15.04.2026")
                        + tc("", "offen"))
                + row(tc("", "Scanner</w:t><w:br/><w:t>beschaffen")
                        + tc("<w:vMerge/>", "")
                        + tc("", "KW 14")
                        + tc("", "erledigt"))
                + row(tc("", "")).repeat(3)
                + row(tc("", "Schulen") + tc("", "") + tc("", "01.06.2026") + tc("", "in Arbeit"));
    }

    private static String row(String cells) {
        return "<w:tr>" + cells + "</w:tr>";
    }

    private static String tc(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"ods", "odt", "docx"})
    void oneTableAsThreeProgramsWriteIt(String format) {
        Proposal proposal = propose("liste." + format, file(format), Choice.AUTOMATIC);
        assertEquals(format, proposal.format());
        assertEquals(list("Aktenplan abstimmen, Scanner, Schulen"), all(proposal, Draft::title), shown(proposal));
        assertEquals(list("Archiv, Archiv, –"), all(proposal, Draft::responsible), shown(proposal));
        assertEquals(list("2026-04-15, 2026-04-03, 2026-06-01"), all(proposal, Draft::due), shown(proposal));
        assertEquals(list("proposed, done, doing"), statuses(proposal));
        assertTrue(warned(proposal, 3).contains("KW 14"), warned(proposal));
        assertEquals(
                "beschaffen",
                proposal.drafts().get(1).details().lines().findFirst().orElseThrow());
        assertEquals("", warned(proposal, 2));
        assertEquals("Maßnahmen", proposal.sheets().get(0).name());
    }

    private static Proposal workbook(String properties, String cells, String strings) {
        String rows = Made.row("Aufgabe", "Zuständig", "Fällig", "Aufwand (PT)")
                + cells
                + Made.row("Zwei", "IT", "01.02.2026", "1");
        Map<String, String> parts = Map.of("xl/styles.xml", STYLES, "xl/sharedStrings.xml", Made.part("sst", strings));
        return propose("liste.xlsx", Made.xlsx("", properties, rows, parts), Choice.AUTOMATIC);
    }

    private static String text(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|n|45678|1|2025-01-21|false",
                "0|n|45678.75|2|2025-01-21|false",
                "0|n|45678|3|2025-01-21|false",
                "1|n|44216|1|2025-01-21|false",
                "1|n|44216.5|2|2025-01-21|false",
                "0|d|2025-01-21T00:00:00|1|2025-01-21|false",
                "0|str|21.01.2025|0|2025-01-21|false",
                "0|n|45678|0|2025-01-21|true",
                "0|n|-5|1|–|true",
                "0|n|0.5|4|–|true",
                "0|b|1|0|–|true",
                "0|e|#REF!|0|–|true",
                "0|e|#N/A|1|–|true",
            })
    void cellsOfDays(String since1904, String type, String value, int style, String due, boolean doubtful) {
        String cells = "<row>" + text("Eins") + text("IT") + "<c t='" + type + "' s='" + style + "'><v>" + value
                + "</v></c>" + text("2") + "</row>";
        Proposal proposal = workbook("date1904='" + since1904 + "'", cells, "");
        assertEquals(list(due + ", 2026-02-01"), all(proposal, Draft::due), shown(proposal));
        assertEquals(doubtful, !warned(proposal, 2).isEmpty(), warned(proposal));
        assertEquals(list("2, 1"), all(proposal, Draft::effort));
    }

    @Test
    void errorsOfFormulasAreNamed() {
        String cells = "<row>" + text("Eins") + "<c t='e'><f>Amt!A1</f><v>#REF!</v></c>" + text("03.02.2026")
                + "<c t='e'><f>1/0</f><v>#DIV/0!</v></c></row>";
        Proposal proposal = workbook("", cells, "");
        assertEquals(list("–, 1"), all(proposal, Draft::effort), shown(proposal));
        assertTrue(warned(proposal, 2).contains("#REF!"), warned(proposal));
        assertTrue(warned(proposal, 2).contains("#DIV/0!"), warned(proposal));
    }

    @Test
    void textsInSeveralFormatsAreOneText() {
        String strings = "<si><r><rPr><b/></rPr><t>Akten</t></r><r><t xml:space='preserve'>plan abstimmen</t></r>"
                + "<rPh sb='0' eb='1'><t>gesprochen</t></rPh></si><si><t>Haupt_x0061_mt</t></si>";
        String cells = "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c>" + text("03.02.2026") + text("2") + "</row>";
        Proposal proposal = workbook("", cells, strings);
        assertEquals(list("Aktenplan abstimmen, Zwei"), all(proposal, Draft::title), shown(proposal));
        assertEquals(list("Hauptamt, IT"), all(proposal, Draft::responsible));
        assertFalse(shown(proposal).contains("gesprochen"));
        assertEquals("", warned(proposal));
    }
}
