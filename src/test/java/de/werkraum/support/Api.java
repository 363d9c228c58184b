package de.werkraum.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The outside of the server: JSON over HTTP under {@code /api/v1}, as one person or as nobody. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI base;
    private final @Nullable String token;
    private final @Nullable String key;

    private Api(URI base, @Nullable String token, @Nullable String key) {
        this.base = base;
        this.token = token;
        this.key = key;
    }

    /** As nobody. */
    public static Api of(URI base) {
        return new Api(base, null, null);
    }

    public Api as(String someone) {
        return new Api(base, someone, null);
    }

    /** The same person on a server that was started anew. */
    public Api on(URI another) {
        return new Api(another, token, key);
    }

    /** The same person, whose requests carry this {@code Idempotency-Key}. */
    public Api under(String mark) {
        return new Api(base, token, mark);
    }

    /** Whoever joins by this code under this name. */
    public Api join(String code, String name) {
        return join(object("code", code, "name", name));
    }

    /** The same with more of them. */
    public Api join(Object person) {
        return as(post("/join", person).expect(200).get("token").asText());
    }

    public URI base() {
        return base;
    }

    public String token() {
        if (token == null) {
            throw new IllegalStateException("nobody has no token");
        }
        return token;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, json(body));
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, json(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json(body));
    }

    /** Sends the body as it stands; the path is below {@code /api/v1} unless it is a whole one, as of {@code /health}. */
    public Answer send(String method, String path, @Nullable String body) {
        return answer(CLIENT.sendAsync(request(method, path, body), HttpResponse.BodyHandlers.ofString())
                .join());
    }

    /** Sends a file as it is. */
    public Answer upload(String path, String type, byte[] file) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token())
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
        return answer(CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join());
    }

    /** A file, which has to come. */
    public byte[] bytes(String path) {
        HttpResponse<byte[]> response = CLIENT.sendAsync(
                        request("GET", path, null), HttpResponse.BodyHandlers.ofByteArray())
                .join();
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode());
        }
        return response.body();
    }

    /** Does not wait: for many at once. */
    public CompletableFuture<Answer> sendLater(String method, String path, Object body) {
        return CLIENT.sendAsync(request(method, path, json(body)), HttpResponse.BodyHandlers.ofString())
                .thenApply(Api::answer);
    }

    private HttpRequest request(String method, String path, @Nullable String body) {
        boolean whole = path.startsWith("/health")
                || path.startsWith("/metrics")
                || path.startsWith("/api/")
                || path.startsWith("/collab");
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(whole ? path : "/api/v1" + path))
                .timeout(Duration.ofMinutes(2))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.build();
    }

    /** No answer ever sets a cookie, whatever was asked. */
    private static Answer answer(HttpResponse<String> response) {
        String asked = response.request().method() + " " + response.uri().getPath();
        if (response.headers().firstValue("set-cookie").isPresent()) {
            throw new AssertionError(asked + " sets a cookie");
        }
        return new Answer(asked, response.statusCode(), response.headers(), response.body());
    }

    /** Any value Jackson can write; texts that are JSON already go through {@link #send}. */
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    /** What came back, with assertions that say what was asked. */
    public record Answer(String asked, int status, HttpHeaders headers, String body) {
        /** The body as JSON; fails unless the status is the expected one. */
        public JsonNode expect(int expected) {
            if (status != expected) {
                throw new AssertionError(asked + " answered " + status + ", expected " + expected + ": " + body);
            }
            return body.isBlank()
                    ? JSON.createObjectNode()
                    : contentType().contains("json") ? parse(body) : JSON.createObjectNode();
        }

        /** Fails unless this is a problem as RFC 9457 has it, without a trace of the inside; answers its code. */
        public String problem(int expected) {
            JsonNode problem = expect(expected);
            if (!contentType().startsWith("application/problem+json")) {
                throw new AssertionError(asked + ": no problem+json but " + contentType() + ": " + body);
            }
            for (String field : new String[] {"title", "status", "code"}) {
                if (!problem.hasNonNull(field)) {
                    throw new AssertionError(asked + ": problem without " + field + ": " + body);
                }
            }
            if (problem.get("status").asInt() != expected) {
                throw new AssertionError(asked + ": body and status line differ: " + body);
            }
            for (String inside : new String[] {"Exception", "at de.werkraum", "select ", "SQL", "insert "}) {
                if (body.contains(inside)) {
                    throw new AssertionError(asked + ": the problem tells of the inside: " + body);
                }
            }
            return problem.get("code").asText();
        }

        /** A clear refusal of a client's mistake, whichever of the fitting codes it carries. */
        public void refused() {
            if (status < 400 || status > 499) {
                throw new AssertionError(asked + " answered " + status + ", expected a refusal: " + body);
            }
            problem(status);
        }

        public String contentType() {
            return headers.firstValue("content-type").orElse("");
        }
    }

    /** A JSON object in one line. */
    public static Map<String, Object> object(@Nullable Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
