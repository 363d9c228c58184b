package de.werkraum.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tarball runs on its own Java, which holds all that the server asks of one: {@code mvn -Ppackage verify}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TarballRun {
    /** What files of each format begin with. */
    private static final Map<String, String> BEGINNINGS = Map.of(
            "pdf", "%PDF-",
            "odt", "PK",
            "docx", "PK",
            "xlsx", "PK",
            "ics", "BEGIN:VCALENDAR",
            "csv", "\u00ef\u00bb\u00bf",
            "md", "# ",
            "json", "{");

    private static Path home;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        home = unpack(folder);
    }

    /** The folder that the tarball holds. */
    static Path unpack(Path folder) throws IOException {
        String tarball = Debs.built("-linux-x64.tar.gz").toString();
        Shell.run("tar", "-xzf", tarball, "-C", folder.toString()).well();
        try (Stream<Path> opened = Files.list(folder)) {
            return opened.findFirst().orElseThrow();
        }
    }

    @Test
    void runsOnItsOwnJava(@TempDir Path folder) throws Exception {
        // No Java in sight but its own; German dates, cryptography, fonts, pictures and old code pages are what modules
        // are found for by name.
        Map<String, String> environment =
                Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "PATH", "/usr/bin:/bin", "JAVA_HOME", "/nonexistent");
        try (ServerProcess server = ServerProcess.startProgram(home.resolve("bin/werkraum"), folder, environment)) {
            assertEquals(200, get(server.base().resolve("/licences.html"), "").statusCode());
            Workshop room = Workshop.open(server.base());
            String token = room.moderator("Mona").api().token();
            for (var format : BEGINNINGS.entrySet()) {
                URI address = server.base().resolve("/api/v1" + room.path() + "/export/" + format.getKey());
                HttpResponse<byte[]> exported = get(address, token);
                assertEquals(200, exported.statusCode(), format.getKey());
                String text = new String(exported.body(), StandardCharsets.ISO_8859_1);
                assertTrue(text.startsWith(format.getValue()), format.getKey() + " begins with " + head(text));
            }
            assertTrue(room.organiser().get("/rooms").expect(200).size() >= 1);
            server.terminate();
            assertEquals(0, server.exitCode(Duration.ofSeconds(30)));
            assertEquals("", server.stderr());
        }
    }

    private static String head(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }

    @Test
    void itsJavaHasEveryModuleThatTheJarAsksFor() {
        String jdeps = Path.of(System.getProperty("java.home"), "bin", "jdeps").toString();
        String asked = Shell.run(
                        jdeps,
                        "--multi-release",
                        "17",
                        "--ignore-missing-deps",
                        "--print-module-deps",
                        home.resolve("lib/werkraum.jar").toString())
                .well();
        Set<String> missing = new TreeSet<>(Arrays.asList(
                asked.lines().reduce((first, last) -> last).orElseThrow().split(",", -1)));
        Shell.run(home.resolve("runtime/bin/java").toString(), "--list-modules")
                .well()
                .lines()
                .forEach(module -> missing.remove(module.replaceFirst("@.*", "")));
        assertEquals(Set.of(), missing, "modules that jlink was not told of");
    }

    @Test
    void whatItIsLinkedToIsNamedAsADependency() throws Exception {
        assumeTrue(Shell.installed("dpkg-query"), "not on Debian");
        Set<String> needed = new TreeSet<>();
        try (Stream<Path> files = Files.walk(home.resolve("runtime/lib"))) {
            for (Path library :
                    files.filter(file -> file.toString().endsWith(".so")).toList()) {
                String linked = Shell.run("readelf", "-d", library.toString()).well();
                Pattern.compile("\\(NEEDED\\).*\\[(.*)]")
                        .matcher(linked)
                        .results()
                        .map(name -> name.group(1))
                        .forEach(needed::add);
            }
            needed.removeIf(name -> Files.exists(home.resolve("runtime/lib/" + name))
                    || Files.exists(home.resolve("runtime/lib/server/" + name)));
        }
        String control = Files.readString(Path.of("src/package/control/control"));
        Set<String> missing = needed.stream().map(TarballRun::owner).collect(Collectors.toCollection(TreeSet::new));
        Pattern.compile("[a-z0-9.+-]+")
                .matcher(control.lines()
                        .filter(line -> line.startsWith("Depends:"))
                        .findFirst()
                        .orElseThrow())
                .results()
                .map(MatchResult::group)
                .forEach(missing::remove);
        assertTrue(needed.size() > 5, needed + " are needed");
        assertEquals(Set.of(), missing, "packages that hold " + needed);
    }

    @Test
    void lintianHasNothingToSay() {
        assumeTrue(Shell.installed("lintian"), "lintian is not installed");
        Shell checked = Shell.run(
                "lintian",
                "--allow-root",
                "--fail-on=error,warning",
                Debs.built("_amd64.deb").toString());
        assertEquals("", checked.said());
        assertEquals(0, checked.code());
    }

    /** The package that a library comes from. */
    private static String owner(String library) {
        return Shell.run("dpkg-query", "--search", "*/" + library)
                .well()
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceFirst(":.*", "");
    }

    private static HttpResponse<byte[]> get(URI address, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
