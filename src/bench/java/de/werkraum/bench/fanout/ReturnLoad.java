package de.werkraum.bench.fanout;

import de.werkraum.store.embedded.EmbeddedDatabase;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** {@code src/bench/return.sh}: a hall of pages whose server is killed and started again: when they are back, what that takes, and whether anything is lost. */
public final class ReturnLoad implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "return");
    private static final int PAGES = Integer.getInteger("pages", 700);
    private static final int ROOMS = Integer.getInteger("rooms", 24);
    private static final int TYPISTS = 4;
    private static final long DOWN = TimeUnit.SECONDS.toNanos(Integer.getInteger("down", 2));
    /** Of typing before each kill. */
    private static final long BEFORE = TimeUnit.SECONDS.toNanos(6);

    private final File folder;
    private final String database;
    private final int port = Launch.freePort();
    private Werkraum server;
    /** Seconds from the last kill until the port was listened at again. */
    private double ready;

    private ReturnLoad(File folder, String database) {
        this.folder = folder;
        this.database = database;
        server = start();
    }

    /** Argument: how often it is killed. */
    public static void main(String[] arguments) throws Exception {
        File folder = Files.createDirectories(FOLDER).toFile();
        System.out.printf("load average before: %.1f%n", Usage.load());
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(FOLDER.resolve("database"));
                Servers servers = new Servers(folder, embedded.adminUrl());
                var load = new ReturnLoad(folder, servers.database())) {
            load.run(Integer.parseInt(arguments[0]));
        }
        System.exit(0);
    }

    private Werkraum start() {
        return Werkraum.startAt(port, "return", folder, database, Servers.USUAL);
    }

    private void run(int times) throws IOException {
        Path seats = FOLDER.resolve("seats.json");
        Files.writeString(seats, seats().encode());
        Process pages = new ProcessBuilder("node", "src/bench/js/return.js", "http://127.0.0.1:" + port, seats.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told = new BufferedReader(new InputStreamReader(pages.getInputStream(), StandardCharsets.UTF_8));
                Writer tell = pages.outputWriter(StandardCharsets.UTF_8)) {
            next(told);
            for (int i = 0; i < times; i++) {
                LockSupport.parkNanos(BEFORE);
                fall(tell);
                double busiest = busiest(pages, told);
                System.out.printf(Locale.ROOT, "   busiest second: %.0f %% of a core, server ready after %.1f s%n", busiest * 100, ready);
            }
        } finally {
            pages.destroy();
        }
    }

    private void fall(Writer tell) throws IOException {
        server.running().process().destroyForcibly().onExit().join();
        tell.write("killed\n");
        tell.flush();
        long at = System.nanoTime();
        LockSupport.parkNanos(DOWN);
        server = start();
        ready = (System.nanoTime() - at) / 1e9;
    }

    /** Until the pages tell: the most processor time that the server has taken in a second, from its start on. */
    private double busiest(Process pages, BufferedReader told) throws IOException {
        double most = 0;
        double seconds = 0;
        long at = System.nanoTime();
        while (pages.isAlive() && !told.ready()) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            double now = Usage.seconds(server.pid());
            long later = System.nanoTime();
            most = Math.max(most, (now - seconds) / ((later - at) / 1e9));
            seconds = now;
            at = later;
        }
        next(told);
        return most;
    }

    private static void next(BufferedReader told) throws IOException {
        String line = told.readLine();
        if (line == null) {
            throw new IOException("the pages have ended; see above");
        }
        System.out.println(line);
    }

    /** Everybody, by room: {@code room, token} and, of those who type, the {@code step} in which each does. */
    private JsonArray seats() {
        List<Workshop> rooms = new ArrayList<>();
        for (int i = 0; i < ROOMS; i++) {
            rooms.add(server.workshop());
        }
        var seats = new JsonArray();
        for (int i = 0; i < ROOMS; i++) {
            int people = PAGES / ROOMS + (i < PAGES % ROOMS ? 1 : 0);
            Workshop room = rooms.get(i);
            List<String> steps = IntStream.range(0, TYPISTS).mapToObj(n -> "step-" + n).toList();
            room.moderator("Moderatorin").api().put(
                    room.path() + "/plan",
                    Api.object("steps", steps.stream().map(step -> Api.object("id", step, "title", "")).toList())).expect(200);
            List<String> tokens = Werkraum.tokens(room, people);
            for (int n = 0; n < people; n++) {
                var seat = new JsonObject().put("room", room.id()).put("token", tokens.get(n));
                seats.add(n < TYPISTS ? seat.put("step", steps.get(n)) : seat);
            }
        }
        return seats;
    }

    @Override
    public void close() {
        server.close();
    }
}
