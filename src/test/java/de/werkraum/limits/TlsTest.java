package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Conditions;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS by PEM files: HTTP, WebSockets, the promise to come by TLS only, and a renewed certificate. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TlsTest {
    private static final char[] PASSWORD = "nur-fuer-tests".toCharArray();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path folder;

    TlsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void servesByTheGivenCertificateAndTakesARenewedOne() throws Exception {
        Path cert = folder.resolve("cert.pem");
        Path key = folder.resolve("key.pem");
        KeyStore first = certificate("first", cert, key);
        Map<String, String> settings = Map.of("WERKRAUM_TLS_CERT", cert.toString(), "WERKRAUM_TLS_KEY", key.toString());
        try (TestServer server = TestServer.start(Map.of("certificateSeconds", 1), settings)) {
            HttpClient client = trusting(first);
            HttpResponse<String> page = get(client, server.base().resolve("/"));
            assertEquals(200, page.statusCode());
            assertTrue(page.headers()
                    .firstValue("strict-transport-security")
                    .orElse("")
                    .startsWith("max-age="));
            assertEquals(HttpClient.Version.HTTP_2, page.version());
            int head = page.headers().map().toString().length();
            assertTrue(head < 1_200, "headers of a page: " + head);
            HttpResponse<String> script = get(client, server.base().resolve("/app/api.js"));
            assertEquals(HttpClient.Version.HTTP_2, script.version());
            assertEquals(0, tokenless(client, server));
            assertThrows(IOException.class, () -> get(HttpClient.newHttpClient(), server.base()));

            KeyStore second = certificate("second", cert, key);
            Conditions.await("the renewed certificate", LIMIT, () -> reaches(trusting(second), server.base()));
            assertEquals(
                    HttpClient.Version.HTTP_2,
                    get(trusting(second), server.base().resolve("/")).version());
            assertNotEquals(first.getCertificate("first"), second.getCertificate("second"));
        }
    }

    /** Logs in, makes a room and enters it by WebSocket; answers the type of the first message. */
    private static int tokenless(HttpClient client, TestServer server) throws Exception {
        HttpRequest login = HttpRequest.newBuilder(server.base().resolve("/api/v1/login"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"key\":\"" + Workshop.KEY + "\"}"))
                .build();
        String token = client.send(login, HttpResponse.BodyHandlers.ofString())
                .body()
                .replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        HttpRequest create = HttpRequest.newBuilder(server.base().resolve("/api/v1/rooms"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"Raum\"}"))
                .build();
        String room = client.send(create, HttpResponse.BodyHandlers.ofString())
                .body()
                .replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
        CompletableFuture<Integer> type = new CompletableFuture<>();
        URI address =
                URI.create(server.base().toString().replace("https", "wss") + "/collab/" + room + "?token=" + token);
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(address, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
                        type.complete((int) data.get());
                        return CompletableFuture.completedFuture(null);
                    }
                })
                .get(30, TimeUnit.SECONDS);
        int first = type.get(30, TimeUnit.SECONDS);
        socket.abort();
        return first;
    }

    private static boolean reaches(HttpClient client, URI base) {
        try {
            return get(client, base.resolve("/health/live")).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient trusting(KeyStore store) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            KeyStore known = KeyStore.getInstance("PKCS12");
            known.load(null, PASSWORD);
            String name = store.aliases().nextElement();
            known.setCertificateEntry(name, store.getCertificate(name));
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(context).build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A self-signed certificate of 127.0.0.1, made by the JDK's keytool. */
    private KeyStore certificate(String name, Path cert, Path key) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        assertEquals(0, keytool.waitFor(), () -> "keytool, see " + folder.resolve(name + ".log"));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        Files.writeString(key, pem("PRIVATE KEY", store.getKey(name, PASSWORD).getEncoded()));
        Files.writeString(cert, pem("CERTIFICATE", store.getCertificate(name).getEncoded()));
        return store;
    }

    private static String pem(String what, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, new byte[] {10}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
