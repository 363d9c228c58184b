package de.werkraum.export.odt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.Office;
import de.werkraum.export.Report;
import de.werkraum.export.Reports;
import de.werkraum.export.Samples;
import de.werkraum.export.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OdtFormatTest {
    @Test
    void isValid() throws Exception {
        valid(render(Reports.usual("de")));
        valid(render(Reports.large(3, 2)));
    }

    @Test
    void signsBeyondTheFirstPlaneStay() throws Exception {
        Report report = Reports.of(
                new de.werkraum.plan.Plan("Haus 🙂", "a  b\tc\nd <b>&amp;", Samples.rich(""), Map.of(), List.of()));
        String text = new String(Office.convert(render(report), "odt", "txt"), StandardCharsets.UTF_8);
        assertTrue(text.contains("Haus 🙂"), text);
        assertTrue(text.contains("a  b\tc\nd <b>&amp;"), text);
    }

    @Test
    void theSerializerThatBreaksThemIsNotThere() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("org.apache.xml.serializer.ToStream"));
    }

    static byte[] render(Report report) throws IOException {
        byte[] odt = new OdtFormat().render(report, Style.PLAIN);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents", "odt-" + report.title().replaceAll("\\W+", "-") + ".odt"), odt);
        return odt;
    }

    /** The validator lies beside ODFDOM in the repository: on our class path its older classes would be in the way. */
    private static void valid(byte[] odt) throws Exception {
        Path odfdom = Path.of(org.odftoolkit.odfdom.doc.OdfTextDocument.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path validator = odfdom.resolve("../../../odfvalidator/0.12.0/odfvalidator-0.12.0-jar-with-dependencies.jar")
                .normalize();
        Path file = Files.createTempFile("valid", ".odt");
        Files.write(file, odt);
        Process process = new ProcessBuilder("java", "-jar", validator.toString(), "-v", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("no errors, no warnings"), said);
    }
}
