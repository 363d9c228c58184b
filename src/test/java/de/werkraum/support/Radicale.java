package de.werkraum.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real Radicale with an empty calendar, for one person and on a free port. */
public final class Radicale implements AutoCloseable {
    public static final String USER = "anna";
    public static final String PASSWORD = "ein-kennwort-nur-fuer-tests";

    private static final Pattern LISTENING = Pattern.compile("Listening on '\\[127\\.0\\.0\\.1]:(\\d+)'");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path folder;
    private final String port;

    private Radicale(Process process, Path folder, String port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** With a calendar at {@link #collection()}. */
    public static Radicale start() {
        try {
            Path folder = Files.createTempDirectory("werkraum-radicale-");
            Files.writeString(folder.resolve("users"), USER + ":" + PASSWORD + "\n");
            Files.writeString(folder.resolve("config"), config(folder));
            Path log = folder.resolve("log");
            Process process = new ProcessBuilder(
                            "radicale", "--config", folder.resolve("config").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            awaitPort(process, log);
            var radicale = new Radicale(process, folder, port(log));
            radicale.expect(201, radicale.send("MKCALENDAR", radicale.collection(), ""));
            return radicale;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves no process behind where none listens in time. */
    private static void awaitPort(Process process, Path log) {
        try {
            Conditions.await(
                    "Radicale listens", Duration.ofSeconds(20), () -> !port(log).isEmpty());
        } catch (RuntimeException | AssertionError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String config(Path folder) {
        return String.join(
                "\n",
                "[server]",
                "hosts = 127.0.0.1:0",
                "[auth]",
                "type = htpasswd",
                "htpasswd_filename = " + folder.resolve("users"),
                "htpasswd_encryption = plain",
                "delay = 0",
                "[rights]",
                "type = owner_only",
                "[storage]",
                "filesystem_folder = " + folder.resolve("data"),
                "[logging]",
                "level = info",
                "");
    }

    private static String port(Path log) {
        try {
            Matcher listening = LISTENING.matcher(Files.readString(log));
            return listening.find() ? listening.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI collection() {
        return URI.create("http://127.0.0.1:" + port + "/" + USER + "/plan/");
    }

    /** The calendar as one file. */
    public String calendar() {
        return expect(200, send("GET", collection(), "")).body();
    }

    /** The objects of the calendar, each as its file holds it. */
    public List<String> objects() {
        try (Stream<Path> files = Files.list(folder.resolve("data/collection-root/" + USER + "/plan"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".ics"))
                    .sorted()
                    .map(Radicale::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts one object beside the others. */
    public void put(String name, String calendar) {
        expect(201, send("PUT", collection().resolve(name), calendar));
    }

    /** Puts a whole calendar in place of what is there. */
    public void replace(String calendar) {
        expect(201, send("PUT", collection(), calendar));
    }

    private HttpResponse<String> send(String method, URI uri, String body) {
        String login = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return CLIENT.sendAsync(
                        HttpRequest.newBuilder(uri)
                                .timeout(Duration.ofSeconds(20))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", "text/calendar; charset=utf-8")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private HttpResponse<String> expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new AssertionError(
                    response.request() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
