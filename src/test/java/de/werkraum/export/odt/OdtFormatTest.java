package de.werkraum.export.odt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.Contents;
import de.werkraum.export.Nested;
import de.werkraum.export.Office;
import de.werkraum.export.Report;
import de.werkraum.export.Reports;
import de.werkraum.export.Samples;
import de.werkraum.export.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OdtFormatTest {
    @Test
    @Tag("X-11")
    @DisplayName("X-11: every kind of document is valid ODF 1.3, in a house's style as well")
    void isValid() throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        for (var kind : Reports.kinds().entrySet()) {
            files.put(kind.getKey(), render(kind.getValue()));
        }
        files.put("house style", new OdtFormat().render(Reports.usual("de", Contents.Document.BOTH), Reports.house()));
        valid(files);
    }

    @Test
    void blocksWithinBlocksLoseNothing() throws Exception {
        String text = new String(Office.convert(render(Nested.report()), "odt", "txt"), StandardCharsets.UTF_8);
        assertEquals(
                List.of(),
                Nested.texts().stream().filter(part -> !text.contains(part)).toList());
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
    private static void valid(Map<String, byte[]> files) throws Exception {
        Path odfdom = Path.of(org.odftoolkit.odfdom.doc.OdfTextDocument.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path validator = odfdom.resolve("../../../odfvalidator/0.12.0/odfvalidator-0.12.0-jar-with-dependencies.jar")
                .normalize();
        Path folder = Files.createTempDirectory("valid");
        var command = new ArrayList<>(List.of("java", "-jar", validator.toString(), "-v"));
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey().replaceAll("\\W+", "-") + ".odt");
            Files.write(path, file.getValue());
            command.add(path.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        for (String path : command.subList(4, command.size())) {
            assertTrue(said.contains(path + ":  Info: no errors, no warnings"), said);
        }
    }
}
