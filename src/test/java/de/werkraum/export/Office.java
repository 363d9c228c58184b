package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** LibreOffice, without a window, and with a profile of its own. */
public final class Office {
    private Office() {}

    /** What it makes of a document when it saves it in another format. */
    public static byte[] convert(byte[] document, String ending, String target)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("office");
        Files.write(folder.resolve("it." + ending), document);
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        target,
                        "--outdir",
                        folder.resolve("out").toString(),
                        folder.resolve("it." + ending).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(2, TimeUnit.MINUTES);
        assertEquals(0, process.exitValue(), said);
        return Files.readAllBytes(folder.resolve("out").resolve("it." + target));
    }
}
