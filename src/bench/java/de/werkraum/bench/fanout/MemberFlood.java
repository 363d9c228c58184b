package de.werkraum.bench.fanout;

import de.werkraum.store.embedded.EmbeddedDatabase;
import de.werkraum.support.Workshop;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code src/bench/flood.sh}: what a flood by one member costs the others of its room. Eight people, four of whom type, 80 updates a second in
 * all; a ninth floods with edits, with presence or with HTTP requests, 10,000 a second or as many as the server takes. By turns quiet and
 * flooded; the server on its own core, warmed with every kind.
 */
public final class MemberFlood {
    private static final Path FOLDER = Path.of("target", "flood");
    private static final int PEOPLE = 8;
    private static final int WRITERS = 4;
    private static final double UPDATES = 80;
    private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "4"));
    private static final double WARM_SECONDS = Double.parseDouble(System.getProperty("warm", "5"));

    private final Werkraum server;
    private final Storage storage;

    private MemberFlood(Werkraum server, Storage storage) {
        this.server = server;
        this.storage = storage;
    }

    /** Arguments: kinds of flood by name, with commas between; runs. */
    public static void main(String[] arguments) throws Exception {
        List<Flood.Kind> kinds = Arrays.stream(arguments[0].split(",")).map(Flood.Kind::valueOf).toList();
        int runs = Integer.parseInt(arguments[1]);
        File folder = Files.createDirectories(FOLDER).toFile();
        System.out.printf("load average before: %.1f%n", Usage.load());
        Path data = FOLDER.resolve("database");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
                Servers servers = new Servers(folder, database.adminUrl());
                Werkraum server = (Werkraum) servers.start("werkraum")) {
            new MemberFlood(server, new Storage(data, Servers.jdbc(database.adminUrl()))).run(kinds, runs);
        }
        System.exit(0);
    }

    private void run(List<Flood.Kind> kinds, int runs) throws Exception {
        for (Flood.Kind kind : kinds) {
            compare(kind, WARM_SECONDS);
        }
        Map<Flood.Kind, List<Double>> ratios = new LinkedHashMap<>();
        for (int run = 1; run <= runs; run++) {
            System.out.println("run " + run);
            for (Flood.Kind kind : kinds) {
                ratios.computeIfAbsent(kind, first -> new ArrayList<>()).add(compare(kind, SECONDS));
            }
        }
        ratios.forEach((kind, all) -> System.out.printf(
                "%s: flooded p99 / quiet p99, median of %d runs: %.2f %s%n",
                kind, runs, all.stream().sorted().toList().get(runs / 2), all));
    }

    /** Flooded p99 over quiet p99. */
    private double compare(Flood.Kind kind, double seconds) throws Exception {
        Workshop room = server.workshop();
        try (Swarm others = new Swarm(server.room(room, PEOPLE, 0, WRITERS), 1)) {
            double quiet = measure("quiet", others, seconds);
            try (Flood flood = Flood.start(kind, room)) {
                others.idle(0.5);
                flood.count();
                double flooded = measure(kind.name(), others, seconds);
                System.out.printf("   %.0f a second were taken of the flood%n", flood.count() / seconds);
                return flooded / quiet;
            }
        }
    }

    private double measure(String name, Swarm others, double seconds) throws Exception {
        double stored = storage.seconds();
        Figures figures = Figures.measure(server, others, UPDATES, 0.5, seconds);
        System.out.printf("%s  PostgreSQL %3.0f %%%n", figures.row(name), 100 * (storage.seconds() - stored) / seconds);
        return figures.get(Figures.P99);
    }
}
