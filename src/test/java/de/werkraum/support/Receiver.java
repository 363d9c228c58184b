package de.werkraum.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A server that is told of acts: keeps what comes, and answers by a status or as a test wants it. */
public final class Receiver implements AutoCloseable {
    /** Limits of a server that tries one which is away after a second, and gives it up after eight. */
    public static final Map<String, Integer> QUICK =
            Map.of("hookPauseSeconds", 1, "hookLongestPauseSeconds", 1, "hookSeconds", 8, "hookAnswerSeconds", 2);

    /** Settings of a server that may tell it. */
    public static final Map<String, String> ALLOWED = Map.of("WERKRAUM_HOOKS_ALLOW", "127.0.0.1");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Told> told = new ArrayList<>();
    private volatile Behaviour behaviour = Receiver::answer;
    private volatile int status = 204;

    /** What came. */
    public record Told(String path, Map<String, String> headers, String body, int answered) {
        public String id() {
            return Objects.requireNonNull(headers.get("webhook-id"), "no webhook-id");
        }

        public JsonNode json() {
            return Api.parse(body);
        }

        public String type() {
            return json().get("type").asText();
        }
    }

    /** How it answers. */
    public interface Behaviour {
        void answer(HttpExchange exchange, int status) throws IOException;
    }

    private Receiver(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public static Receiver start() {
        return start(0);
    }

    /** On that port. */
    public static Receiver start(int port) {
        try {
            return new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/haken";
    }

    /** Answers by that status from now on. */
    public void status(int next) {
        status = next;
    }

    /** Answers so from now on. */
    public void behave(Behaviour next) {
        behaviour = next;
    }

    public List<Told> told() {
        synchronized (told) {
            return List.copyOf(told);
        }
    }

    public List<String> types() {
        return told().stream().map(Told::type).toList();
    }

    /** Waits until that many have come. */
    public List<Told> await(int count) {
        Conditions.await(count + " requests", Duration.ofSeconds(60), () -> told().size() >= count);
        return told();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Consumer<String> keep =
                name -> headers.put(name, exchange.getRequestHeaders().getFirst(name));
        exchange.getRequestHeaders().keySet().forEach(keep);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answered = status;
        synchronized (told) {
            told.add(new Told(exchange.getRequestURI().toString(), headers, body, answered));
        }
        behaviour.answer(exchange, answered);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
