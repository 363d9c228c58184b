package de.werkraum.export.house;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.Reports;
import de.werkraum.export.Style;
import de.werkraum.export.docx.DocxFormat;
import de.werkraum.export.odt.OdtFormat;
import de.werkraum.export.pdf.PdfFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleFolderTest {
    private final Path folder;

    StyleFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aWholeFolderIsInTheDocuments() throws IOException {
        write(
                """
                sender = Stadt Kronau \\u00b7 Hauptamt\\nRathausplatz 1, 12345 Kronau
                footer = kronau.example
                accent = #1f4e79
                logo = Wappen der Stadt Kronau
                font = DejaVu Sans
                unknown = 1
                """);
        picture("png");
        Files.write(folder.resolve("font.ttf"), font());
        StyleFolder.Found found = StyleFolder.read(folder);
        assertEquals(1, found.complaints().size(), found.complaints().toString());
        assertTrue(found.complaints().get(0).contains("unknown"));
        assertEquals("#1f4e79", found.style().accent());
        byte[] pdf = new PdfFormat().render(Reports.usual("de"), found.style());
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Rathausplatz 1, 12345 Kronau"), text);
            assertTrue(text.contains("kronau.example"), text);
        }
        byte[] docx = new DocxFormat().render(Reports.usual("de"), found.style());
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertEquals(1, document.getAllPictures().size());
            assertTrue(document.getStyles()
                    .getStyle("Normal")
                    .getCTStyle()
                    .xmlText()
                    .contains("DejaVu Sans"));
        }
        assertTrue(new OdtFormat().render(Reports.usual("de"), found.style()).length > 1_000);
    }

    @Test
    void theExampleOfTheDocsIsWithoutComplaint() throws IOException {
        StyleFolder.Found found = StyleFolder.read(Path.of("src/docs/style"));
        assertEquals(List.of(), found.complaints());
        assertNotNull(found.style().logo());
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/house.pdf"), new PdfFormat().render(Reports.usual("de"), found.style()));
    }

    @ParameterizedTest
    @CsvSource({
        "accent = blue, must be a colour",
        "accent = #ffff00, too light",
        "accent = #12345, must be a colour",
        "sender = a\\nb\\nc\\nd\\ne\\nf\\ng, more than 6 lines",
        "colour = #123456, means nothing here"
    })
    void whatCannotBeUsedIsToldAndLeftOut(String line, String told) throws IOException {
        write(line);
        StyleFolder.Found found = StyleFolder.read(folder);
        assertEquals(Style.PLAIN, found.style());
        assertEquals(1, found.complaints().size());
        assertTrue(found.complaints().get(0).contains(told), found.complaints().get(0));
    }

    @Test
    void aFolderThatIsNoneIsTold() {
        StyleFolder.Found found = StyleFolder.read(folder.resolve("nowhere"));
        assertEquals(Style.PLAIN, found.style());
        assertEquals(1, found.complaints().size());
    }

    @Test
    void aLogoNeedsItsWords() throws IOException {
        picture("png");
        assertNull(StyleFolder.read(folder).style().logo());
        write("logo = Wappen");
        assertNotNull(StyleFolder.read(folder).style().logo());
        Files.writeString(folder.resolve("logo.png"), "no picture");
        StyleFolder.Found found = StyleFolder.read(folder);
        assertNull(found.style().logo());
        assertTrue(found.complaints().get(0).contains("no PNG or JPEG"));
    }

    @Test
    void aFontThatIsCutOffOrForbiddenIsToldBeforeTheFirstDocument() throws IOException {
        write("font = DejaVu Sans");
        byte[] font = font();
        Files.write(folder.resolve("font.ttf"), Arrays.copyOf(font, font.length / 2));
        assertTrue(StyleFolder.read(folder).complaints().get(0).contains("cut off"));
        Files.writeString(folder.resolve("font.ttf"), "OTTO is another kind of font");
        assertTrue(StyleFolder.read(folder).complaints().get(0).contains("no TrueType"));
        Files.write(folder.resolve("font.ttf"), forbidden(font));
        assertTrue(StyleFolder.read(folder).complaints().get(0).contains("may not be embedded"));
    }

    @Test
    void aFontThatTurnsOutToBeNoneIsDoneWithout() throws IOException {
        byte[] font = font();
        Arrays.fill(font, 2_000, font.length, (byte) 0x55);
        var style = new Style("", List.of(), "#0b5a6f", null, new Style.Typeface("Broken", font, null, null));
        byte[] pdf = new PdfFormat().render(Reports.usual("de"), style);
        try (var document = Loader.loadPDF(pdf)) {
            assertTrue(new PDFTextStripper().getText(document).contains("EfA-Onlinedienst"));
        }
    }

    @Test
    void picturesAreWrittenAnew() throws IOException {
        picture("jpg");
        byte[] bytes = Files.readAllBytes(folder.resolve("logo.jpg"));
        Style.Logo logo = Objects.requireNonNull(Picture.logo(bytes, "Wappen"));
        assertEquals("image/png", logo.mediaType());
        assertArrayEquals(new int[] {120, 60}, new int[] {logo.width(), logo.height()});
    }

    private void write(String words) throws IOException {
        Files.writeString(folder.resolve("style.properties"), words);
    }

    private void picture(String ending) throws IOException {
        ImageIO.write(
                new BufferedImage(120, 60, BufferedImage.TYPE_INT_RGB),
                ending,
                folder.resolve("logo." + ending).toFile());
    }

    private static byte[] font() throws IOException {
        try (InputStream font = StyleFolderTest.class.getResourceAsStream("/fonts/signs.ttf")) {
            return Objects.requireNonNull(font).readAllBytes();
        }
    }

    /** The same font, its maker's permission taken away. */
    private static byte[] forbidden(byte[] font) {
        byte[] changed = font.clone();
        for (int at = 12; at < 12 + 16 * 30; at += 16) {
            if (new String(changed, at, 4, StandardCharsets.ISO_8859_1).equals("OS/2")) {
                int begin = ByteBuffer.wrap(changed).getInt(at + 8);
                changed[begin + 8] = 0;
                changed[begin + 9] = 2;
                return changed;
            }
        }
        throw new IllegalStateException("no OS/2");
    }
}
