package de.werkraum.export.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.Aloud;
import de.werkraum.export.Contents;
import de.werkraum.export.Nested;
import de.werkraum.export.Report;
import de.werkraum.export.Reports;
import de.werkraum.export.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class PdfFormatTest {
    @BeforeAll
    static void prepare() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    @Tag("X-8")
    @DisplayName("X-8: every kind of document is accessible and archivable by veraPDF, in a house's style as well")
    void isAccessibleAndFitForArchives() throws Exception {
        for (var kind : Reports.kinds().entrySet()) {
            compliant(kind.getKey(), render(kind.getValue()));
        }
        compliant("house style", new PdfFormat().render(Reports.usual("de", Contents.Document.BOTH), Reports.house()));
    }

    @Test
    void blocksWithinBlocksLoseNothing() throws Exception {
        try (PDDocument document = Loader.loadPDF(new PdfFormat().render(Nested.report(), Style.PLAIN))) {
            String aloud = new Aloud(document).text();
            assertEquals(
                    List.of(),
                    Nested.texts().stream()
                            .filter(text -> !aloud.contains(text))
                            .toList());
        }
    }

    @Test
    void saysWhatTheReportSays() throws Exception {
        String text = text(render(Reports.usual("de")));
        for (String part : List.of(
                "EfA-Onlinedienst nachnutzen",
                "Verwaltung: Stadt Kronau",
                "2. Rechtsweg und Kosten klären",
                "29.01.2027",
                "Wer fragt",
                "Angenommen: 20 Ja, 10 Nein, 5 Enthaltungen",
                "Frage war <b>unklar</b>",
                "Jens Ø. Krüger")) {
            assertTrue(text.contains(part), part + " is not in\n" + text);
        }
    }

    @Test
    @Tag("X-7")
    @DisplayName(
            "X-7: read aloud, a PDF says of each bar what it stands for and its number, and in place of the logo its words")
    void barsAndLogoHaveWords() throws Exception {
        Style house = Reports.house();
        try (PDDocument document = Loader.loadPDF(new PdfFormat().render(Reports.usual("de"), house))) {
            String aloud = new Aloud(document).text().replaceAll("\\s+", "");
            assertTrue(aloud.contains("ja20nein10Enthaltung5"), aloud);
            assertTrue(aloud.contains("Leistungklären12Etwas*anderes*2"), aloud);
            assertEquals(
                    List.of(Objects.requireNonNull(house.logo()).alternative()),
                    alternatives(document.getDocumentCatalog().getStructureTreeRoot()));
        }
    }

    private static List<String> alternatives(PDStructureNode node) {
        var found = new ArrayList<String>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Figure")) {
                    found.add(element.getAlternateDescription());
                }
                found.addAll(alternatives(element));
            }
        }
        return found;
    }

    /** Each one takes time and space when the file is written: 317 a page before those that say the same were joined. */
    @Test
    void isMadeOfFewObjects() throws IOException {
        try (PDDocument document = Loader.loadPDF(new PdfFormat().render(Reports.large(20, 4), Style.PLAIN))) {
            int objects = document.getDocument().getXrefTable().size();
            assertTrue(objects < 200 * document.getNumberOfPages(), objects + " objects");
        }
    }

    static byte[] render(Report report) throws IOException {
        byte[] pdf = new PdfFormat().render(report, Style.PLAIN);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(
                Path.of("target/documents", report.title().replaceAll("\\W+", "-") + "-" + report.language() + ".pdf"),
                pdf);
        return pdf;
    }

    private static void compliant(String kind, byte[] pdf) throws Exception {
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                assertEquals(
                        List.of(),
                        result.getTestAssertions().stream()
                                .map(a -> kind + ": " + flavour + " " + a.getRuleId() + " " + a.getMessage() + " at "
                                        + a.getLocation().getContext())
                                .toList());
                assertTrue(result.isCompliant(), kind);
            }
        }
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }
}
