package de.werkraum.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of licences names all that the packaged jar holds, each under a licence that goes with EUPL-1.2. */
class LicencesIT {
    /** Permissive ones, and of the others those that the EUPL's appendix names or that bind only the part itself (fonts, libraries, Java). */
    private static final Set<String> COMPATIBLE = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "DejaVu (Bitstream Vera)",
            "GPL 2 mit Classpath-Ausnahme / with Classpath exception",
            "ICU",
            "LGPL-2.1-or-later",
            "MIT",
            "OFL-1.1",
            "OpenSSL",
            "PostgreSQL",
            "Zlib",
            "gemeinfrei / public domain");

    private JarFile jar;
    private Licensed licensed;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(Path.of("target/werkraum.jar").toFile());
        licensed = Licensed.in(jar);
    }

    @Test
    void everyPartOfTheJarIsNamed() {
        Set<String> parts = Licensed.parts(jar);
        assertTrue(parts.size() > 50, parts + " were found");
        parts.remove("de.werkraum:werkraum");
        parts.removeAll(licensed.rows().keySet());
        assertEquals(Set.of(), parts, "in the jar, but not on the page");
    }

    @Test
    void everyPackageOfThePagesIsNamed() throws IOException {
        JsonNode lock = new ObjectMapper()
                .readTree(Path.of("src/main/npm/package-lock.json").toFile())
                .get("packages");
        Set<String> missing = new TreeSet<>();
        lock.fields().forEachRemaining(entry -> {
            if (!entry.getKey().isEmpty() && !entry.getValue().has("dev")) {
                missing.add(entry.getKey().replaceFirst("^node_modules/", ""));
            }
        });
        assertTrue(missing.size() > 15, missing + " were found");
        missing.removeAll(licensed.rows().keySet());
        assertEquals(Set.of(), missing, "in the pages, but not on the page");
    }

    @Test
    void eachMayBeHadUnderALicenceThatGoesWithOurs() {
        Map<String, Set<String>> others = new TreeMap<>(licensed.rows());
        // Where there are several, one is chosen.
        others.values().removeIf(licences -> licences.stream().anyMatch(COMPATIBLE::contains));
        assertEquals(Map.of(), others, "not to be had with EUPL-1.2");
    }

    @Test
    void eachTextThatIsLinkedIsThere() {
        Set<String> missing = new TreeSet<>();
        Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(licensed.page())
                .results()
                .filter(link -> !licensed.page().contains("id=\"" + link.group(1) + '"'))
                .forEach(link -> missing.add(link.group(1)));
        assertEquals(Set.of(), missing, "texts");
        assertTrue(licensed.page().contains("id=\"EUPL-1.2\""), "our own licence");
    }
}
