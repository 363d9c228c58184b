package de.werkraum.support;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.sync.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A connection without a WebSocket, spoken by hand: each request and each stream when the test says so. */
public final class VisitClient {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Api api;
    private final String path;

    private VisitClient(Api api, String path) {
        this.api = api;
        this.path = path;
    }

    /** Begins one. */
    public static VisitClient begin(Workshop room, Api api) {
        String visits = "/collab/" + room.id() + "/visits";
        JsonNode begun = api.post(visits, Api.object()).expect(201);
        return new VisitClient(api, visits + "/" + begun.get("visit").asText());
    }

    /** The same visit with the token of somebody else. */
    public VisitClient as(Api other) {
        return new VisitClient(other, path);
    }

    public String path() {
        return path;
    }

    /** Says something, of which the first message has that number. */
    public Api.Answer say(long from, byte[]... messages) {
        return api.post(path, body(from, false, messages));
    }

    /** Says a part of a message that goes on. */
    public Api.Answer part(long from, byte[] part) {
        return api.post(path, body(from, true, part));
    }

    public static Object body(long from, boolean more, byte[]... messages) {
        List<String> texts = new ArrayList<>();
        for (byte[] message : messages) {
            texts.add(Base64.getEncoder().encodeToString(message));
        }
        return Api.object("from", from, "messages", texts, "more", more);
    }

    /** Asks for what comes after a line and waits for it. */
    public Api.Answer poll(long after, int wait) {
        return api.get(path + "?after=" + after + "&wait=" + wait);
    }

    public Api.Answer leave() {
        return api.delete(path);
    }

    /** Hears what comes after a line, as it comes. */
    public Ear listen(long after) {
        URI address = api.base().resolve(path + "?after=" + after);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + api.token())
                .header("Accept-Encoding", "gzip, br")
                .build();
        return new Ear(CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .join());
    }

    /** A line that tells something. */
    public record Line(long number, byte[] message, int close) {
        /** Of a text. */
        static List<Line> all(List<String> texts) {
            return texts.stream()
                    .map(Api::parse)
                    .filter(line -> line.has("n"))
                    .map(line -> new Line(
                            line.get("n").asLong(),
                            line.has("m")
                                    ? Base64.getDecoder().decode(line.get("m").asText())
                                    : new byte[0],
                            line.path("close").asInt()))
                    .toList();
        }

        /** Its message. */
        public Message said() {
            return Message.decode(message);
        }
    }

    /** The lines of an answer that has ended. */
    public static List<Line> lines(Api.Answer answer) {
        answer.expect(200);
        return Line.all(answer.body().lines().toList());
    }

    /** A stream. */
    public static final class Ear implements AutoCloseable {
        private final HttpResponse<InputStream> response;
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private volatile boolean ended;

        private Ear(HttpResponse<InputStream> response) {
            this.response = response;
            Thread reader = new Thread(this::read, "ear");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            } catch (IOException e) {
                // closed here, or cut there
            }
            ended = true;
        }

        public HttpResponse<InputStream> response() {
            return response;
        }

        public List<String> raw() {
            return lines;
        }

        public List<Line> lines() {
            return Line.all(lines);
        }

        /** Waits for a line that fits. */
        public Line awaits(String what, Predicate<Line> fits) {
            Conditions.await(what, LIMIT, () -> lines().stream().anyMatch(fits));
            return lines().stream().filter(fits).findFirst().orElseThrow();
        }

        /** Waits for an event of some content. */
        public Line hears(String words) {
            return awaits(words, line -> new String(line.message(), StandardCharsets.UTF_8).contains(words));
        }

        public void awaitEnd() {
            Conditions.await("the stream ends", LIMIT, () -> ended);
        }

        /** The number of the newest line. */
        public long last() {
            List<Line> heard = lines();
            return heard.isEmpty() ? 0 : heard.get(heard.size() - 1).number();
        }

        @Override
        public void close() {
            try {
                response.body().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
