package de.werkraum.packages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both packages hold the lists of their parts, which name what the page of licences names: {@code mvn -Ppackage verify}. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SbomRun {
    private static final List<String> LISTS = List.of("pages.json", "server.json", "within.json");

    @Test
    void theListsNameAllPartsThatThePageNames(@TempDir Path folder) throws IOException {
        Path home = TarballRun.unpack(folder);
        Set<String> parts = new TreeSet<>();
        for (Path list : files(home.resolve("sbom"))) {
            JsonNode bom = new ObjectMapper().readTree(list.toFile());
            assertEquals("CycloneDX", bom.get("bomFormat").asText(), list.toString());
            for (JsonNode part : bom.get("components")) {
                assertTrue(part.get("purl").asText().matches("pkg:(maven|npm|generic)/.+@.*\\d.*"), part.toString());
                parts.add(name(part));
            }
        }
        try (JarFile jar = new JarFile(home.resolve("lib/werkraum.jar").toFile())) {
            Set<String> named = Licensed.in(jar).rows().keySet();
            assertEquals(Set.of(), without(named, parts), "on the page, but on no list");
            assertEquals(Set.of(), without(parts, named), "on a list, but not on the page");
        }
    }

    @Test
    void theDebianPackageHoldsTheSame(@TempDir Path folder) throws IOException {
        Path tarball = folder.resolve("tarball");
        Shell.run(
                        "dpkg-deb",
                        "--extract",
                        Debs.built("_amd64.deb").toString(),
                        folder.resolve("deb").toString())
                .well();
        Files.createDirectory(tarball);
        List<Path> one = files(TarballRun.unpack(tarball).resolve("sbom"));
        List<Path> other = files(folder.resolve("deb/usr/share/doc/werkraum/sbom"));
        assertEquals(LISTS, names(one));
        assertEquals(LISTS, names(other));
        for (int i = 0; i < one.size(); i++) {
            assertArrayEquals(Files.readAllBytes(one.get(i)), Files.readAllBytes(other.get(i)));
        }
    }

    /** As the page has it: Maven's parts with their group and a colon, npm's with their scope and a slash. */
    private static String name(JsonNode part) {
        String group = part.path("group").asText();
        String between = part.get("purl").asText().startsWith("pkg:npm/") ? "/" : ":";
        return group.isEmpty()
                ? part.get("name").asText()
                : group + between + part.get("name").asText();
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }
}
