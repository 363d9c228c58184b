package de.werkraum.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Programs of PostgreSQL by major version: 15 is the distribution's, with all its tools; of the others {@code initdb, pg_ctl, postgres} from
 * the archives that embedded servers are unpacked from.
 *
 * @param bin the folder they are in
 */
record Programs(int version, Path bin) {
    static final int DISTRIBUTIONS = 15;
    private static final Path UNPACKED = Path.of("target", "postgresql").toAbsolutePath();
    private static final String ARCHIVE = "postgres-linux-x86_64.txz";

    static Programs of(int version) {
        if (version == DISTRIBUTIONS) {
            return new Programs(version, Path.of("/usr/lib/postgresql/15/bin"));
        }
        Path folder = UNPACKED.resolve(String.valueOf(version));
        try {
            if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
                unpack(UNPACKED.resolve(version + ".jar"), folder);
            }
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL " + version, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Programs(version, folder.resolve("bin"));
    }

    boolean available() {
        return Files.isExecutable(bin.resolve("initdb"));
    }

    /** {@code mvn -Pchaos} puts the archives there. */
    private static void unpack(Path jar, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path archive = folder.resolve(ARCHIVE);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(ARCHIVE);
            try (InputStream stream = zip.getInputStream(entry)) {
                Files.copy(stream, archive, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        int ended = new ProcessBuilder("tar", "-xJf", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("tar ended with " + ended);
        }
    }
}
