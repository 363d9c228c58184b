package de.werkraum.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.werkraum.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files that packages bring beside the jar: the service and its settings, images. */
class ServiceTest {
    private static final Path FOLDER = Path.of("src/package");
    /** Of 10: what systemd-analyze makes of the service, times ten. */
    private static final int EXPOSURE = 15;

    private static final Pattern VARIABLE = Pattern.compile("\\b(WERKRAUM_[A-Z_]+|DATABASE_URL)\\b");

    @Test
    void theServiceIsNoMoreExposedThanOperationsSays() throws IOException {
        assumeTrue(Shell.installed("systemd-analyze"), "systemd is not installed");
        Shell asked = Shell.run(
                "systemd-analyze",
                "security",
                "--offline=true",
                "--no-pager",
                "--threshold=" + EXPOSURE,
                FOLDER.resolve("werkraum.service").toString());
        assertEquals(0, asked.code(), asked.said());
        assertTrue(
                Files.readString(Path.of("src/docs/OPERATIONS.md")).contains("below 1.5 of 10"),
                "OPERATIONS names the figure");
    }

    @Test
    void settingsAreUnderstood() throws IOException {
        Map<String, String> settings = Files.readAllLines(FOLDER.resolve("werkraum.env")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Config config = Config.of(settings);
        assertEquals(Path.of("/var/lib/werkraum"), config.dataFolder());
        assertFalse(config.demo(), "no codes in the journal");
    }

    @Test
    void everyVariableExistsAndIsInTheReadme() throws IOException {
        Set<String> known = variables("src/main/java/de/werkraum/Config.java");
        Set<String> documented = variables("README.md");
        for (String file : new String[] {"werkraum.env", "Containerfile", "compose.yaml", "control/postinst"}) {
            Set<String> used = variables(FOLDER.resolve(file).toString());
            assertFalse(used.isEmpty(), file);
            used.removeAll(known);
            assertEquals(Set.of(), used, file);
        }
        known.removeAll(documented);
        assertEquals(Set.of(), known, "not in the README");
    }

    @Test
    void imagesAreOfThisVersion() throws IOException {
        Matcher version = Pattern.compile("<artifactId>werkraum</artifactId>\\s*<version>(.*)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(version.find(), "pom.xml");
        for (String file : new String[] {"Containerfile", "compose.yaml"}) {
            String text = Files.readString(FOLDER.resolve(file));
            Pattern named = Pattern.compile("werkraum:" + Pattern.quote(version.group(1)) + "\\s");
            assertTrue(named.matcher(text).find(), file);
        }
    }

    private static Set<String> variables(String file) throws IOException {
        return VARIABLE.matcher(Files.readString(Path.of(file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
