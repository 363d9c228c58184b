package de.werkraum.store.embedded;

import de.werkraum.problem.StartupException;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Unpacks PostgreSQL's programs below the data folder, for its owner only. A folder is named by what the archive is and made in one step; the archive
 * is read only where there is none yet.
 */
final class Binaries {
    private static final String PREFIX = "postgresql-";
    private static final String PARTIAL = ".partial";
    private static final int OWNER_EXECUTABLE = 0100;

    private Binaries() {}

    /** Answers the folder that holds bin, lib and share. */
    static Path unpack(Path dataFolder) {
        Path target = dataFolder.resolve(PREFIX + mark());
        if (Files.isDirectory(target)) {
            return target;
        }
        byte[] archive = archive();
        try {
            removeOthers(dataFolder);
            Path partial = Folders.ownerOnly(dataFolder.resolve(target.getFileName() + PARTIAL));
            extract(archive, partial);
            return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupException("PostgreSQL can't be unpacked into " + dataFolder + ": " + e.getMessage(), e);
        }
    }

    private static String architecture() {
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return arch.equals("aarch64") ? "arm64v8" : arch.equals("amd64") ? "x86_64" : arch;
    }

    /** What the archive is, told by the jar that holds it: checksum and length. Elsewhere by its content. */
    private static String mark() {
        URL found =
                Binaries.class.getResource("/postgres-linux-" + architecture().replace("64v8", "_64") + ".txz");
        try {
            if (found != null && found.openConnection() instanceof JarURLConnection jar) {
                JarEntry entry = jar.getJarEntry();
                return "%08x%08x".formatted(entry.getCrc(), entry.getSize());
            }
        } catch (IOException e) {
            throw new StartupException(UNAVAILABLE, e);
        }
        return digest(archive());
    }

    private static byte[] archive() {
        String name = architecture();
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        try (InputStream in = linux ? DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("linux", name) : null) {
            if (in != null) {
                return in.readAllBytes();
            }
        } catch (IOException | IllegalStateException e) {
            throw new StartupException(UNAVAILABLE, e);
        }
        throw new StartupException(UNAVAILABLE);
    }

    private static final String UNAVAILABLE =
            "The embedded PostgreSQL runs on Linux (amd64, arm64) only: set DATABASE_URL to a PostgreSQL server.";

    private static String digest(byte[] archive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Programs of an earlier version, and what an unpacking that was cut short has left. */
    private static void removeOthers(Path dataFolder) throws IOException {
        try (Stream<Path> entries = Files.list(dataFolder)) {
            List<Path> old = entries.filter(
                            path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList();
            for (Path path : old) {
                Folders.delete(path);
            }
        }
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside the folder: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("hard link in the archive: " + entry.getName());
        } else {
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & OWNER_EXECUTABLE) != 0;
            Set<PosixFilePermission> mode = PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------");
            Files.setPosixFilePermissions(path, mode);
        }
    }
}
