package de.werkraum.export.docx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.Nested;
import de.werkraum.export.Office;
import de.werkraum.export.Report;
import de.werkraum.export.Reports;
import de.werkraum.export.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DocxFormatTest {
    @Test
    void comesThroughLibreOfficeWithHeadingsHeadsLanguageAndTitle() throws Exception {
        byte[] back = Office.convert(render(Reports.usual("de")), "docx", "docx");
        try (var document = new XWPFDocument(new ByteArrayInputStream(back))) {
            List<String> headings = document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getStyle() != null
                            && document.getStyles()
                                    .getStyle(paragraph.getStyle())
                                    .getName()
                                    .toLowerCase(Locale.ROOT)
                                    .startsWith("heading"))
                    .map(paragraph -> paragraph.getText())
                    .toList();
            assertTrue(headings.contains("EfA-Onlinedienst nachnutzen"), headings.toString());
            assertTrue(headings.contains("2. Rechtsweg und Kosten klären"), headings.toString());
            long heads = document.getTables().stream()
                    .map(table -> table.getRow(0))
                    .filter(row -> row.isRepeatHeader())
                    .count();
            assertEquals(5, heads);
            assertEquals(
                    "EfA-Onlinedienst nachnutzen",
                    document.getProperties().getCoreProperties().getTitle());
            assertTrue(document.getStyle().getDocDefaults().xmlText().contains("de-DE"));
        }
    }

    @Test
    void listsBeginAtTheirNumbers() throws Exception {
        String text = new String(Office.convert(render(Reports.large(2, 0)), "docx", "txt"), StandardCharsets.UTF_8);
        assertEquals(
                2,
                text.lines()
                        .filter(line -> line.strip().equals("1. Entwurf schreiben"))
                        .count(),
                text);
        assertEquals(
                2,
                text.lines()
                        .filter(line -> line.strip().equals("7. Punkt sieben"))
                        .count(),
                text);
    }

    @Test
    void blocksWithinBlocksLoseNothing() throws Exception {
        String text = new String(Office.convert(render(Nested.report()), "docx", "txt"), StandardCharsets.UTF_8);
        assertEquals(
                List.of(),
                Nested.texts().stream().filter(part -> !text.contains(part)).toList());
    }

    @Test
    @Tag("X-7")
    @DisplayName("X-7: each bar of a DOCX says in words what it shows")
    void barsHaveWords() throws IOException {
        assertEquals(
                List.of("ja: 20", "nein: 10", "Enthaltung: 5", "Leistung klären: 12", "Etwas *anderes*: 2"),
                descriptions(new DocxFormat().render(Reports.usual("de"), Style.PLAIN)));
    }

    @Test
    @Tag("X-13")
    @DisplayName("X-13: a DOCX has the house's logo with its words, sender, colour and footer")
    void houseStyle() throws IOException {
        Style house = Reports.house();
        Style.Logo logo = Objects.requireNonNull(house.logo());
        byte[] docx = new DocxFormat().render(Reports.usual("de"), house);
        assertEquals(logo.alternative(), descriptions(docx).get(0));
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertArrayEquals(logo.bytes(), document.getAllPictures().get(0).getData());
            String text = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining("\n"));
            house.sender().lines().forEach(line -> assertTrue(text.contains(line), line));
            String foot = document.getFooterList().get(0).getText();
            house.footer().forEach(line -> assertTrue(foot.contains(line), foot));
            for (int level = 1; level <= 2; level++) {
                String style = document.getStyles()
                        .getStyle("Heading" + level)
                        .getCTStyle()
                        .xmlText();
                assertTrue(style.contains("w:val=\"" + house.accent().substring(1) + "\""), style);
            }
        }
    }

    /** What is said in place of pictures and drawings, in their order. */
    private static List<String> descriptions(byte[] docx) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            String body = document.getDocument().getBody().xmlText();
            return Pattern.compile("<[a-z0-9]+:docPr\\b[^>]*>")
                    .matcher(body)
                    .results()
                    .map(element -> Pattern.compile("descr=\"([^\"]*)\"")
                            .matcher(element.group())
                            .results()
                            .map(attribute -> attribute.group(1))
                            .findFirst()
                            .orElse("none"))
                    .toList();
        }
    }

    @Test
    void holdsWhatTheReportSays() throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(render(Reports.usual("en"))))) {
            var text = new StringBuilder();
            document.getParagraphs()
                    .forEach(paragraph -> text.append(paragraph.getText()).append('\n'));
            document.getTables().stream().map(XWPFTable::getText).forEach(text::append);
            for (String part : List.of("Cancelled: Frage war <b>unklar</b>", "Accepted: 20 yes", "Jens Ø. Krüger")) {
                assertTrue(text.indexOf(part) >= 0, part + " is not in " + text);
            }
        }
    }

    static byte[] render(Report report) throws IOException {
        byte[] docx = new DocxFormat().render(report, Style.PLAIN);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents", "docx-" + report.title().replaceAll("\\W+", "-") + ".docx"), docx);
        return docx;
    }
}
