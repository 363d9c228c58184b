package de.werkraum.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.werkraum.support.Conditions;
import de.werkraum.support.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** WebKitGTK's small browser in a display of its own, led by the W3C's WebDriver. One session a driver. */
final class WebKit implements AutoCloseable {
    private static final Path DRIVER = Path.of("/usr/bin/WebKitWebDriver");
    /** Some pages hang the driver for minutes. */
    private static final Duration CALL = Duration.ofSeconds(30);

    private static final Duration START = Duration.ofSeconds(15);

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process display;
    private final Process driver;
    private final String session;

    private WebKit(Process display, Process driver, int port) {
        this.display = display;
        this.driver = driver;
        session = "http://127.0.0.1:" + port + "/session/" + begin(port);
    }

    /** Skips the test, loudly, on a machine without it; where CI is set it fails. */
    static WebKit start() {
        if (!Files.isExecutable(DRIVER) && !"true".equals(System.getenv("CI"))) {
            System.err.println("!!! " + DRIVER + " is missing: the pages are NOT tested with it on this machine !!!");
            Assumptions.abort("no WebKit");
        }
        try {
            Process display = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String number = display.inputReader().readLine();
            int port = ServerProcess.freePort();
            ProcessBuilder builder = new ProcessBuilder(DRIVER.toString(), "--port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(Map.of("DISPLAY", ":" + number, "LIBGL_ALWAYS_SOFTWARE", "1"));
            return new WebKit(display, builder.start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path browser() throws IOException {
        try (var found =
                Files.find(Path.of("/usr/lib"), 4, (path, facts) -> path.endsWith("webkit2gtk-4.1/MiniBrowser"))) {
            return found.findFirst().orElseThrow();
        }
    }

    private String begin(int port) {
        try {
            Map<String, Object> options = Map.of("binary", browser().toString(), "args", List.of("--automation"));
            Map<String, Object> wanted =
                    Map.of("capabilities", Map.of("alwaysMatch", Map.of("webkitgtk:browserOptions", options)));
            Conditions.await("the driver listens", START, () -> listens(port));
            return call("POST", "http://127.0.0.1:" + port + "/session", wanted)
                    .get("sessionId")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return knock.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private JsonNode call(String method, String url, Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(CALL)
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode value = JSON.readTree(answer.body()).get("value");
            if (answer.statusCode() != 200) {
                throw new AssertionError(method + " " + url + ": " + value);
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void open(String url) {
        call("POST", session + "/url", Map.of("url", url));
    }

    /** The value of an expression on the page. */
    JsonNode value(String expression) {
        return call("POST", session + "/execute/sync", Map.of("script", "return " + expression, "args", List.of()));
    }

    /** Types into what a selector finds, key by key. */
    void type(String selector, String text) {
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(key -> call("POST", element(selector) + "/value", Map.of("text", key)));
    }

    void click(String selector) {
        call("POST", element(selector) + "/click", Map.of());
    }

    private String element(String selector) {
        JsonNode found = call("POST", session + "/element", Map.of("using", "css selector", "value", selector));
        return session + "/element/" + found.elements().next().asText();
    }

    @Override
    public void close() {
        try {
            call("DELETE", session, Map.of());
        } finally {
            driver.destroy();
            display.destroy();
        }
    }
}
