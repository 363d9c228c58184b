package de.werkraum.contract;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Workshop;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Hears the events of a room as a stream until the test ends. */
final class StreamEar {
    final List<String> lines = new CopyOnWriteArrayList<>();
    volatile boolean ended;
    final HttpResponse<Stream<String>> response;

    private StreamEar(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .build();
        response = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .join();
        Thread reader = new Thread(() -> {
            try (Stream<String> body = response.body()) {
                body.forEach(lines::add);
            } catch (UncheckedIOException e) {
                lines.add("cut");
            }
            ended = true;
        });
        reader.setDaemon(true);
        reader.start();
    }

    static StreamEar of(Workshop room, Api who) {
        return new StreamEar(who.base().resolve("/api/v1" + room.path() + "/stream?token=" + who.token()));
    }

    /** The data of the first event of a type that fits. */
    JsonNode hears(String type, Predicate<JsonNode> fits) {
        JsonNode[] found = new JsonNode[1];
        Conditions.await("event " + type, Duration.ofSeconds(20), () -> {
            for (int i = 0; i + 1 < lines.size(); i++) {
                if (lines.get(i).equals("event: " + type)) {
                    JsonNode data = Api.parse(lines.get(i + 1).substring("data: ".length()));
                    if (fits.test(data)) {
                        found[0] = data;
                        return true;
                    }
                }
            }
            return false;
        });
        return found[0];
    }
}
