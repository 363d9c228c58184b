package de.werkraum.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.werkraum.support.Conditions;
import de.werkraum.support.NodeScript;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The configurations of OPERATIONS in front of a server, with a certificate of their own: {@code mvn -Pproxy verify}. The tests of the wire
 * pass through them as they pass without; a proxy that is not installed is skipped.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ProxyRun {
    private static final List<String> PARTS =
            List.of("wire/door", "wire/roles", "wire/presence", "wire/ballots", "proxy/passing", "proxy/visits");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @ParameterizedTest
    @EnumSource
    void everythingPassesAndNoTokenIsLogged(Proxy proxy, @TempDir Path folder) throws Exception {
        assumeTrue(proxy.installed(), proxy + " is not installed");
        int port = ServerProcess.freePort();
        certificate(folder);
        TestServer server = TestServer.start(Map.of(), Map.of("WERKRAUM_PUBLIC_URL", "https://localhost:" + port));
        Process running = proxy.start(folder, port, server.base().getPort());
        try {
            Map<String, String> environment = new HashMap<>();
            try (server) {
                Conditions.await("the proxy", LIMIT, () -> !running.isAlive() || listens(port));
                assertTrue(running.isAlive(), () -> logs(folder));
                Workshop room = Workshop.open(server.base());
                environment.put("BASE", "https://localhost:" + port);
                environment.put("KEY", Workshop.KEY);
                environment.put("ROOM", room.id());
                environment.put("TOKEN", room.participant("Paula").api().token());
                environment.put(
                        "NODE_EXTRA_CA_CERTS", folder.resolve("fullchain.pem").toString());
                for (String part : PARTS) {
                    NodeScript.run(part + ".test.js", environment, LIMIT);
                }
            }
            NodeScript.run("proxy/outage.test.js", environment, LIMIT);
        } finally {
            running.destroy();
            running.waitFor();
        }
        String logs = logs(folder);
        assertFalse(logs.contains("eyJ"), () -> "a token in a log:\n" + logs);
    }

    /** Where nobody has thought of WebSockets, the way without them works. */
    @ParameterizedTest
    @EnumSource
    void visitsPassWithoutAnySettings(Untouched proxy, @TempDir Path folder) throws Exception {
        assumeTrue(proxy.installed(), proxy + " is not installed");
        // Some write as a user of their own.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        int port = ServerProcess.freePort();
        String address = "http://127.0.0.1:" + port;
        try (TestServer server = TestServer.start()) {
            Process running = proxy.start(folder, port, server.base().getPort());
            try {
                Conditions.await("the proxy", LIMIT, () -> !running.isAlive() || listens(port));
                assertTrue(running.isAlive(), () -> logs(folder));
                String base = server.base().toString();
                Map<String, String> environment = new HashMap<>(Map.of("BASE", base, "KEY", Workshop.KEY));
                environment.put("WAY", proxy.forward() ? base : address);
                if (proxy.forward()) {
                    environment.put("VIA", address);
                }
                NodeScript.run("proxy/visits.test.js", environment, LIMIT);
            } finally {
                running.destroy();
                running.waitFor();
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String logs(Path folder) {
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
