package de.werkraum.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.werkraum.support.Conditions;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Containerfile makes an image that runs, the Compose example is one: {@code mvn -Ppackage verify}, on a Debian made here instead of a registry's. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ImageRun {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String BASE = "debian:12-slim";
    /** Made once. */
    private static final Path DEBIAN = Path.of("target/debian.tar").toAbsolutePath();

    @Test
    void theContainerfileMakesAnImageThatServes(@TempDir Path folder) throws Exception {
        assumeTrue(Shell.installed("buildah") && Shell.installed("debootstrap"), "buildah and debootstrap");
        String buildah = "buildah --root %1$s/root --runroot %1$s/run --storage-driver vfs ".formatted(folder);
        debian();
        tell("c=$(%1$s from --pull-never scratch); %1$s add -q $c %2$s /; %1$s commit -q --rm $c %3$s"
                .formatted(buildah, DEBIAN, BASE));
        tell(buildah + "bud --pull-never --isolation chroot --layers=false -f src/package/Containerfile"
                + " --build-arg VERSION=" + version() + " -t werkraum target");
        String container =
                tell(buildah + "from --pull-never localhost/werkraum").strip();
        String asked =
                buildah + "inspect --format '{{.OCIv1.Config.User}} {{index .OCIv1.Config.Entrypoint 0}}' " + container;
        String[] config = tell(asked).strip().split(" ", -1);
        assertEquals("werkraum", config[0]);
        int port = ServerProcess.freePort();
        Process running = new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        "exec %s run --isolation chroot --env WERKRAUM_PORT=%d --env WERKRAUM_ORGANISER_KEY=%s %s -- %s"
                                .formatted(buildah, port, Workshop.KEY, container, config[1])))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        try {
            Conditions.await(
                    "the ready line",
                    LIMIT,
                    () -> !running.isAlive() || said(folder).contains("Werkraum ready: "));
            assertTrue(running.isAlive(), said(folder));
            Workshop room = Workshop.open(URI.create("http://127.0.0.1:" + port));
            assertEquals(200, room.organiser().get(room.path()).status());
        } finally {
            running.descendants().forEach(ProcessHandle::destroy);
            running.waitFor();
        }
    }

    @Test
    void theComposeExampleIsUnderstood() throws Exception {
        assumeTrue(Shell.installed("docker-compose"), "docker-compose");
        ProcessBuilder compose =
                new ProcessBuilder("docker-compose", "-f", "src/package/compose.yaml", "config", "--quiet");
        compose.environment().putAll(Map.of("POSTGRES_PASSWORD", "secret", "WERKRAUM_ORGANISER_KEY", "key"));
        Process process = compose.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private static void debian() {
        if (!Files.exists(DEBIAN)) {
            tell(
                    "d=$(mktemp -d); debootstrap --variant=minbase bookworm $d; tar -C $d -cf %1$s.part .; mv %1$s.part %1$s; rm -rf $d"
                            .formatted(DEBIAN));
        }
    }

    private static String version() {
        return Debs.built("-linux-x64.tar.gz")
                .getFileName()
                .toString()
                .replaceFirst("^werkraum-(.*)-linux-x64\\.tar\\.gz$", "$1");
    }

    private static String tell(String script) {
        return Shell.run("sh", "-ec", script).well();
    }

    private static String said(Path folder) {
        try {
            return Files.readString(folder.resolve("out.log"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
