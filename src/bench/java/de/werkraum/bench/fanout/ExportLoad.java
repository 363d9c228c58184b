package de.werkraum.bench.fanout;

import de.werkraum.export.Exports;
import de.werkraum.export.Reports;
import de.werkraum.export.Style;
import de.werkraum.store.embedded.EmbeddedDatabase;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * {@code src/bench/exports-load.sh}: a room with a plan of 200 steps full of lists. {@code editing}: what eight people, four of whom type, wait for each other's
 * edits while ten documents are being made of their room, by turns with quiet. {@code fifty}: fifty documents asked for at once.
 */
public final class ExportLoad {
    private static final Path FOLDER = Path.of("target", "exports");
    private static final List<String> FORMATS = List.of("pdf", "docx", "odt", "xlsx", "pdf", "ics", "md", "csv", "json", "pdf");
    private static final int MODERATORS = 10;
    private static final int FIFTY = 50;
    private static final int PEOPLE = 8;
    private static final int WRITERS = 4;
    private static final double UPDATES = 40;
    private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "10"));

    private final HttpClient client = HttpClient.newHttpClient();
    private final Werkraum server;
    private final Workshop room;
    private final List<Api> moderators;

    private ExportLoad(Werkraum server) {
        this.server = server;
        room = server.workshop();
        moderators = IntStream.range(0, MODERATORS).mapToObj(i -> room.moderator("Mod " + i).api()).toList();
        String plan = new String(
                new Exports(Style.PLAIN, List.of()).render("json", Reports.largeInput(200, 0)).orElseThrow().bytes(),
                StandardCharsets.UTF_8);
        moderators.get(0).send("PUT", room.path() + "/plan", plan).expect(200);
    }

    /** Arguments: {@code editing} or {@code fifty}; runs. */
    public static void main(String[] arguments) throws Exception {
        File folder = Files.createDirectories(FOLDER).toFile();
        System.out.printf("load average before: %.1f%n", Usage.load());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(FOLDER.resolve("database"));
                Servers servers = new Servers(folder, database.adminUrl());
                Werkraum server = (Werkraum) servers.start("werkraum")) {
            var load = new ExportLoad(server);
            for (int run = 1; run <= Integer.parseInt(arguments[1]); run++) {
                if (arguments[0].equals("fifty")) {
                    load.fifty();
                } else {
                    load.editing();
                }
            }
        }
        System.exit(0);
    }

    private CompletableFuture<HttpResponse<byte[]>> ask(int number) {
        Api api = moderators.get(number % MODERATORS);
        URI uri = api.base().resolve("/api/v1" + room.path() + "/export/" + FORMATS.get(number % FORMATS.size()));
        HttpRequest request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + api.token()).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private void fifty() {
        long start = System.nanoTime();
        List<CompletableFuture<HttpResponse<byte[]>>> all = new ArrayList<>();
        for (int i = 0; i < FIFTY; i++) {
            all.add(ask(i));
        }
        long came = all.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 200 && answer.body().length > 0)
                .count();
        System.out.printf(
                "%d of %d came in %.1f s, most resident memory %d MB%n",
                came, FIFTY, (System.nanoTime() - start) / 1e9, Usage.peak(server.pid()) >> 20);
    }

    private void editing() throws Exception {
        try (Swarm people = new Swarm(server.room(room, PEOPLE, 0, WRITERS), 1)) {
            double quiet = measure("quiet", people);
            var over = new AtomicInteger();
            var made = new AtomicInteger();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < MODERATORS; i++) {
                int first = i;
                var thread = new Thread(() -> {
                    for (int n = first; over.get() == 0; n++) {
                        made.addAndGet(ask(n).join().statusCode() == 200 ? 1 : 0);
                    }
                });
                thread.start();
                threads.add(thread);
            }
            people.idle(2);
            made.set(0);
            double busy = measure("exporting", people);
            System.out.printf("   %d documents made meanwhile; p99 %.2f x quiet%n", made.get(), busy / quiet);
            over.set(1);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private double measure(String name, Swarm people) throws Exception {
        Figures figures = Figures.measure(server, people, UPDATES, 1, SECONDS);
        System.out.println(figures.row(name));
        return figures.get(Figures.P99);
    }
}
