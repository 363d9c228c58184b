package de.werkraum.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Packages that the build has made, and one that is as if it were older. */
final class Debs {
    private Debs() {}

    /** The only file below {@code target} that ends so. */
    static Path built(String ending) {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same package under a version before all others. */
    static Path older(Path deb, Path folder) throws IOException {
        Path opened = folder.resolve("opened");
        Path older = folder.resolve("older.deb");
        Shell.run("dpkg-deb", "--raw-extract", deb.toString(), opened.toString())
                .well();
        Path control = opened.resolve("DEBIAN/control");
        Files.writeString(control, Files.readString(control).replaceFirst("(?m)^Version: .*$", "Version: 0.0.1"));
        Shell.run("dpkg-deb", "-Znone", "--root-owner-group", "--build", opened.toString(), older.toString())
                .well();
        return older;
    }
}
