package de.werkraum.polls;

import de.werkraum.support.Api;
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

/** A screen that hears Server-Sent Events. */
final class Stream extends Ear {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final InputStream body;

    private Stream(URI address) {
        body = CLIENT.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream())
                .join()
                .body();
        Thread reader = new Thread(this::read, "stream");
        reader.setDaemon(true);
        reader.start();
    }

    static Stream open(Api who, String roomPath) {
        Stream stream = new Stream(who.base().resolve("/api/v1" + roomPath + "/stream?token=" + who.token()));
        stream.hears("room", event -> true);
        return stream;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> line.startsWith("data: "))
                    .forEach(line -> heard.add(Api.parse(line.substring("data: ".length()))));
        } catch (UncheckedIOException | IOException e) {
            heard.add(Api.parse("{\"type\":\"ended\"}"));
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
