package de.werkraum.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.support.Conditions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A proxy that stands in front of a server, and the folder with its settings and logs. */
record Front(Process process, Path folder, int port) implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** One as OPERATIONS has it, with a certificate of its own. */
    static Front of(Proxy proxy, Path folder, int port, int server) throws IOException, InterruptedException {
        certificate(folder);
        return new Front(proxy.start(folder, port, server), folder, port).standing();
    }

    /** One with the settings it comes with, and more lines. */
    static Front of(Untouched proxy, Path folder, int port, int server, String more) throws IOException {
        // Some write as a user of their own.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        return new Front(proxy.start(folder, port, server, more), folder, port).standing();
    }

    private Front standing() {
        Conditions.await("the proxy", LIMIT, () -> !process.isAlive() || listens());
        if (!process.isAlive()) {
            throw new IllegalStateException(logs());
        }
        return this;
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** What scripts are to know that ask by TLS. */
    Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "BASE",
                "https://localhost:" + port,
                "NODE_EXTRA_CA_CERTS",
                folder.resolve("fullchain.pem").toString()));
    }

    String logs() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> all = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".log")).toList()) {
                all.add(file.getFileName() + ":\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return String.join("\n", all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static void certificate(Path folder) throws IOException, InterruptedException {
        int made = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost",
                        "-keyout",
                        folder.resolve("privkey.pem").toString(),
                        "-out",
                        folder.resolve("fullchain.pem").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.txt").toFile())
                .start()
                .waitFor();
        assertEquals(0, made, "openssl");
        Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(folder.resolve("fullchain.pem")) + Files.readString(folder.resolve("privkey.pem")));
    }
}
