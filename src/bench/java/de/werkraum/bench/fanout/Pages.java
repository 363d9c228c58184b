package de.werkraum.bench.fanout;

import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Pages in Node, each with the connection that the page has in a browser; {@code src/bench/js/pages.js}. They tell by lines of JSON. */
final class Pages implements AutoCloseable {
    /** Of each room. */
    private static final int TYPISTS = 4;

    private final Process process;
    private final BufferedReader told;

    private Pages(Process process) {
        this.process = process;
        told = process.inputReader(StandardCharsets.UTF_8);
    }

    static Pages open(String script, Werkraum server, Path seats, String... more) throws IOException {
        var command = new ArrayList<>(
                List.of("node", "src/bench/js/" + script, "http://127.0.0.1:" + server.running().port(), seats.toString()));
        command.addAll(List.of(more));
        return new Pages(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    Writer tell() {
        return process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Whether they live and have nothing to tell. */
    boolean silent() throws IOException {
        return process.isAlive() && !told.ready();
    }

    String next() throws IOException {
        String line = told.readLine();
        if (line == null) {
            throw new IOException("the pages have ended; see above");
        }
        return line;
    }

    /** A file of everybody, by room: {@code room, token} and, of those who type, the {@code step} in which each does. */
    static Path seats(Werkraum server, Path folder, int pages, int rooms) throws IOException {
        var seats = new JsonArray();
        for (int i = 0; i < rooms; i++) {
            seats(server.workshop(), pages / rooms + (i < pages % rooms ? 1 : 0)).forEach(seats::add);
        }
        return Files.writeString(folder.resolve("seats.json"), seats.encode());
    }

    private static JsonArray seats(Workshop room, int people) {
        List<String> steps = IntStream.range(0, TYPISTS).mapToObj(n -> "step-" + n).toList();
        List<Map<String, Object>> plan =
                steps.stream().map(step -> Api.object("id", step, "title", "")).toList();
        room.moderator("Moderatorin").api().put(room.path() + "/plan", Api.object("steps", plan)).expect(200);
        List<String> tokens = Werkraum.tokens(room, people);
        var seats = new JsonArray();
        for (int n = 0; n < people; n++) {
            var seat = new JsonObject().put("room", room.id()).put("token", tokens.get(n));
            seats.add(n < TYPISTS ? seat.put("step", steps.get(n)) : seat);
        }
        return seats;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
