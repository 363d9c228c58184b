package de.werkraum.export.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.Contents;
import de.werkraum.export.Office;
import de.werkraum.export.Report;
import de.werkraum.export.Reports;
import de.werkraum.export.Samples;
import de.werkraum.export.Style;
import de.werkraum.plan.Plan;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class XlsxFormatTest {
    @Test
    void daysAreDaysNumbersAreNumbersAndTextsStayTexts() throws IOException {
        Step step = new Step(
                "a",
                "a",
                "=1+1",
                Samples.rich("x".repeat(40_000)),
                "_x0041_",
                "-2+3",
                "@SUM(A1)",
                LocalDate.parse("2026-07-04"),
                LocalDate.parse("1899-01-01"),
                null,
                Status.DOING,
                new BigDecimal("1.5"),
                null,
                null,
                List.of(),
                Map.of());
        try (XSSFWorkbook book = open(Reports.of(new Plan("P", "", Samples.rich(""), Map.of(), List.of(step))))) {
            XSSFRow head = book.getSheetAt(0).getRow(0);
            XSSFRow row = book.getSheetAt(0).getRow(1);
            assertEquals("=1+1", text(head, row, "Schritt"));
            assertEquals("-2+3", text(head, row, "Zuständig"));
            assertEquals("@SUM(A1)", text(head, row, "Mitwirkend"));
            assertEquals("_x0041_", text(head, row, "Fertig, wenn …"));
            assertEquals("01.01.1899", text(head, row, "Fällig"));
            assertEquals(32_767, text(head, row, "Einzelheiten").length());
            XSSFCell start = cell(head, row, "Beginn");
            assertTrue(DateUtil.isCellDateFormatted(start));
            assertEquals(
                    LocalDate.parse("2026-07-04"),
                    start.getLocalDateTimeCellValue().toLocalDate());
            assertEquals(1.5, cell(head, row, "Personentage").getNumericCellValue());
        }
    }

    @Test
    void theSecondSheetHoldsAllTheRest() throws IOException {
        try (XSSFWorkbook book = open(Reports.usual("de"))) {
            var text = new StringBuilder();
            book.getSheetAt(1)
                    .forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
            for (String part : List.of(
                    "Stadt Kronau",
                    "Umlage in den Haushalt 2027 aufnehmen?",
                    "Angenommen: 20 Ja",
                    "Abgebrochen: Frage war <b>unklar</b>",
                    "Die Runde klärt zuerst die laufenden Kosten.",
                    "Jens Ø. Krüger")) {
                assertTrue(text.indexOf(part) >= 0, part + " is not in " + text);
            }
        }
    }

    @Test
    @Tag("X-14")
    @DisplayName("X-14: a workbook of the protocol alone has one sheet, the protocol")
    void aProtocolAloneHasNoSheetOfSteps() throws IOException {
        try (XSSFWorkbook book = open(Reports.usual("de", Contents.Document.PROTOCOL))) {
            assertEquals(1, book.getNumberOfSheets());
            assertEquals("Bericht", book.getSheetName(0));
        }
    }

    @Test
    @Tag("X-19")
    @DisplayName(
            "X-19: a workbook that LibreOffice has saved still has days, a repeated head, its filter and its language, and no formula")
    void itSurvivesAnotherOffice() throws IOException, InterruptedException {
        byte[] ours = new XlsxFormat().render(Reports.usual("de"), Style.PLAIN);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/plan.xlsx"), ours);
        byte[] theirs = Office.convert(ours, "xlsx", "xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(theirs))) {
            XSSFSheet steps = book.getSheet("Schritte");
            XSSFRow head = steps.getRow(0);
            XSSFCell start = cell(head, steps.getRow(2), "Beginn");
            assertTrue(DateUtil.isCellDateFormatted(start));
            assertEquals(
                    LocalDate.parse("2026-12-01"),
                    start.getLocalDateTimeCellValue().toLocalDate());
            assertEquals(4.5, cell(head, steps.getRow(2), "Personentage").getNumericCellValue());
            assertEquals("1:1", rows(steps.getRepeatingRows()));
            assertEquals("A1:N4", steps.getCTWorksheet().getAutoFilter().getRef());
            assertEquals(
                    "de-DE",
                    book.getProperties()
                            .getCoreProperties()
                            .getUnderlyingProperties()
                            .getLanguageProperty()
                            .orElse(""));
            for (Sheet sheet : book) {
                sheet.forEach(row -> row.forEach(cell -> assertNotEquals(CellType.FORMULA, cell.getCellType())));
            }
        }
    }

    /** In our own file: LibreOffice without a window keeps of no workbook how it was looked at. */
    @Test
    @Tag("X-19")
    @DisplayName("X-19: the head and the titles of the steps stand still")
    void theHeadStandsStill() throws IOException {
        try (XSSFWorkbook book = open(Reports.usual("de"))) {
            PaneInformation pane = book.getSheet("Schritte").getPaneInformation();
            assertTrue(pane.isFreezePane());
            assertEquals(1, pane.getHorizontalSplitPosition());
            assertEquals(2, pane.getVerticalSplitPosition());
        }
    }

    @Test
    @Tag("X-19")
    @DisplayName("X-19: rows are as high as the lines of their cells, and go on fitting when somebody types")
    void rowsAreAsHighAsTheirLines() throws IOException {
        Report report = Reports.of(new Plan(
                "Plan",
                "",
                Samples.rich(""),
                Map.of(),
                List.of(step("a", "Eins\n\n- zwei\n- drei\n\nvier"), step("b", "Wort ".repeat(40)))));
        try (XSSFWorkbook book = open(report)) {
            XSSFSheet steps = book.getSheet("Schritte");
            assertEquals(15, steps.getRow(0).getHeightInPoints());
            assertTrue(steps.getRow(1).getHeightInPoints() >= 4 * 15, "four lines");
            assertTrue(steps.getRow(2).getHeightInPoints() >= 6 * 15, "two hundred signs where 36 fit");
            for (int i = 0; i <= 2; i++) {
                assertFalse(steps.getRow(i).getCTRow().getCustomHeight());
            }
        }
        assertEquals(1, Heights.lines("", 10));
        assertEquals(1, Heights.lines("zehn Signs", 10));
        assertEquals(2, Heights.lines("elf Zeichen", 10));
        assertEquals(3, Heights.lines("a\nb\n", 10));
        assertEquals(5, Heights.lines("x".repeat(41), 10));
    }

    @Test
    @Tag("X-13")
    @DisplayName("X-13: an XLSX has the house's colour and font, and its footer on paper")
    void houseStyle() throws IOException {
        Style plain = Reports.house();
        var house = new Style(
                plain.sender(),
                List.of("Rat & Tat"),
                plain.accent(),
                plain.logo(),
                new Style.Typeface("Kronau Sans", new byte[0], null, null));
        byte[] xlsx = new XlsxFormat().render(Reports.usual("de"), house);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            XSSFCell head = book.getSheetAt(0).getRow(0).getCell(0);
            String accent = "FF" + house.accent().substring(1).toUpperCase(Locale.ROOT);
            assertEquals(
                    accent, head.getCellStyle().getFillForegroundColorColor().getARGBHex());
            var title = book.getSheetAt(1).getRow(0).getCell(0).getCellStyle().getFont();
            assertEquals(accent, title.getXSSFColor().getARGBHex());
            assertEquals("Kronau Sans", title.getFontName());
            for (Sheet sheet : book) {
                assertEquals("Rat && Tat", sheet.getFooter().getLeft());
            }
        }
    }

    private static Step step(String id, String details) {
        return new Step(
                id,
                id,
                "Schritt",
                Samples.rich(details),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Map.of());
    }

    private static String rows(CellRangeAddress range) {
        return (range.getFirstRow() + 1) + ":" + (range.getLastRow() + 1);
    }

    private static XSSFWorkbook open(Report report) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(new XlsxFormat().render(report, Style.PLAIN)));
    }

    private static XSSFCell cell(XSSFRow head, XSSFRow row, String name) {
        for (int i = 0; i < head.getLastCellNum(); i++) {
            if (head.getCell(i).getStringCellValue().equals(name)) {
                return row.getCell(i);
            }
        }
        throw new AssertionError("no column " + name);
    }

    private static String text(XSSFRow head, XSSFRow row, String name) {
        XSSFCell cell = cell(head, row, name);
        assertEquals(CellType.STRING, cell.getCellType());
        return cell.getStringCellValue();
    }
}
