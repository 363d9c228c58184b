package de.werkraum.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Keycloak with the realm of {@code src/test/resources/keycloak}, which the profile of the same name has unpacked. */
public final class Keycloak implements AutoCloseable {
    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Path REALM = Path.of("src", "test", "resources", "keycloak", "house.json");
    /** The first start builds what later ones run. */
    private static final Duration FIRST = Duration.ofMinutes(5);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final URI issuer;

    private Keycloak(Process process, URI issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    public static Keycloak start() {
        try {
            Path home;
            try (Stream<Path> folders = Files.list(UNPACKED)) {
                home = folders.filter(Files::isDirectory).findFirst().orElseThrow();
            }
            Path imported = Files.createDirectories(home.resolve("data").resolve("import"));
            Files.copy(REALM, imported.resolve("house.json"), StandardCopyOption.REPLACE_EXISTING);
            int port = ServerProcess.freePort();
            String base = "http://127.0.0.1:" + port;
            Path log = UNPACKED.resolve("keycloak.log");
            Process process = new ProcessBuilder(List.of(
                            "sh",
                            home.resolve("bin")
                                    .resolve("kc.sh")
                                    .toAbsolutePath()
                                    .toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--hostname=" + base))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Keycloak keycloak = new Keycloak(process, URI.create(base + "/realms/house"));
            try {
                Conditions.await(
                        "Keycloak answers; its log is " + log, FIRST, () -> !process.isAlive() || keycloak.answers());
            } catch (RuntimeException | AssertionError e) {
                keycloak.close();
                throw e;
            }
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                            .join()
                            .statusCode()
                    == 200;
        } catch (CompletionException e) {
            return false;
        }
    }

    public URI issuer() {
        return issuer;
    }

    /** With what the script has started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
