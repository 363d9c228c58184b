package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries that make documents are loaded by the first document, not by the server's start. */
class FirstExportTest {
    private static final List<String> LIBRARIES = List.of(
            "org.apache.poi.",
            "org.apache.xmlbeans.",
            "com.openhtmltopdf.",
            "org.apache.pdfbox.",
            "org.odftoolkit.",
            "org.apache.xerces.");

    private final Path folder;

    FirstExportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aStartedServerHasLoadedNoneOfThem() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "de.werkraum.Main");
        builder.environment().put("WERKRAUM_PORT", "0");
        builder.environment().put("WERKRAUM_DATA", folder.resolve("data").toString());
        builder.environment().remove("DATABASE_URL");
        Process server = builder.redirectErrorStream(true).start();
        try (InputStream out = server.getInputStream()) {
            var said = new StringBuilder();
            int next;
            while (said.indexOf("Werkraum ready: ") < 0 && (next = out.read()) >= 0) {
                said.append((char) next);
            }
            assertEquals(true, said.indexOf("Werkraum ready: ") >= 0, said.toString());
        } finally {
            server.destroy();
            server.waitFor(20, TimeUnit.SECONDS);
        }
        try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
            assertEquals(
                    List.of(),
                    lines.filter(line -> LIBRARIES.stream().anyMatch(line::contains))
                            .toList());
        }
    }
}
