package de.werkraum.bench.fanout;

import de.werkraum.bench.fanout.Figures.Load;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The loads by name. In each run every server takes its turn. */
final class Loads {
    /** What still counts as keeping up. */
    private static final double GOOD_P99_MILLIS = Double.parseDouble(System.getProperty("good", "100"));

    private static final double STEP = 1.5;
    /** Servers that are measured as they start. */
    private static final List<String> COLD = List.of("werkraum-idle", "werkraum-256m");
    /** Whether a rate that failed is tried once more: on a machine that others use as well. */
    private static final boolean RETRY = Boolean.getBoolean("retry");
    /** Updates a second of the load {@code steady}; 80 are 40,000 deliveries. */
    private static final double RATE = Double.parseDouble(System.getProperty("rate", "80"));
    /** Before the first run, for compilers that work at run time. */
    private static final double WARM_SECONDS = Double.parseDouble(System.getProperty("warm", "12"));

    private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "6"));
    private static final Load CROWD = new Load(1, 500, 4);
    private static final Load GROUPS = new Load(100, 5, 5);

    private final List<Server> servers;
    private final Results results;
    private final Storage storage;
    private final Special special;
    private final int runs;
    private final Map<String, Double> highest = new HashMap<>();

    Loads(List<Server> servers, Storage storage, Results results, int runs) {
        this.storage = storage;
        special = new Special(results);
        this.servers = servers;
        this.results = results;
        this.runs = runs;
    }

    /** Which servers these loads are for. */
    static Set<String> servers(List<String> loads) {
        Set<String> all = new LinkedHashSet<>();
        loads.forEach(load -> all.addAll(servers(load)));
        return all;
    }

    private static List<String> servers(String load) {
        return switch (load) {
            case "steady", "highest", "groups-highest", "clients", "rates" -> List.of(
                    "werkraum", "y-websocket", "hocuspocus", "bare relay");
            case "groups" -> List.of("werkraum", "y-websocket", "y-websocket-leveldb", "hocuspocus", "bare relay");
            case "quiet", "join" -> List.of("werkraum", "y-websocket", "hocuspocus");
            case "idle" -> List.of("werkraum-idle", "y-websocket", "hocuspocus");
            case "screens" -> List.of("werkraum", "y-websocket");
            case "typing", "congress" -> List.of("werkraum");
            case "flood" -> List.of("werkraum-256m");
            default -> throw new IllegalArgumentException("no load is called " + load);
        };
    }

    void run(List<String> loads) throws IOException {
        for (Server server : servers) {
            if (COLD.stream().noneMatch(server.name()::equals)) {
                warm(server);
            }
        }
        for (String load : loads) {
            for (int run = 1; run <= runs; run++) {
                for (Server server : servers) {
                    if (servers(load).contains(server.name())) {
                        attempt(load, server, run);
                    }
                }
            }
        }
    }

    /** For compilers that work at run time: both shapes of load, at what every server can bear. */
    private void warm(Server server) throws IOException {
        double rate = server.name().startsWith("y-websocket") ? 80 : 1_000;
        for (Load load : List.of(CROWD, GROUPS)) {
            try (Swarm swarm = new Swarm(load.seats(server))) {
                Figures.measure(server, swarm, load.readers(), load == CROWD ? rate : 2_000, WARM_SECONDS / 2, 0.1);
            }
        }
    }

    /** A server that fails one load may do others. */
    private void attempt(String load, Server server, int run) {
        try {
            one(load, server, run);
        } catch (IOException e) {
            System.out.println(load + " " + server.name() + " failed: " + e.getMessage());
        }
    }

    private void one(String load, Server server, int run) throws IOException {
        switch (load) {
            case "steady" -> steady(load, server, run, CROWD, RATE, SECONDS);
            case "groups" -> steady(load, server, run, GROUPS, 2_000, SECONDS);
            case "quiet" -> steady(load, server, run, new Load(1, 6, 1), 2, 2 * SECONDS);
            case "typing" -> {
                steady("350 typing", server, run, new Load(1, 350, 350), 700, SECONDS);
                steady("500 typing", server, run, new Load(1, 500, 500), 1_000, SECONDS);
            }
            case "highest" -> highest(load, server, run, CROWD);
            case "groups-highest" -> highest(load, server, run, GROUPS);
            case "join" -> {
                special.join(server, run, 200, 10_000);
                special.join(server, run, 1_000, 50_000);
            }
            case "idle" -> special.idle(server, run, 10_000);
            case "screens" -> steady(load, server, run, new Load(1, 5_001, 1), 4, SECONDS);
            case "flood" -> special.flood(server, run);
            case "congress" -> special.congress((Werkraum) server, run, storage::seconds, storage.pid());
            case "clients" -> clients(server, run);
            case "rates" -> rates(server, run);
            default -> throw new IllegalArgumentException("no load is called " + load);
        }
    }

    private void steady(String name, Server server, int run, Load load, double updates, double seconds)
            throws IOException {
        try (Swarm swarm = new Swarm(load.seats(server))) {
            results.add(name, server, run, "", Figures.measure(server, swarm, load.readers(), updates, 1, seconds));
        }
    }

    /** Raises the rate until the server no longer keeps up, then tries once in between. */
    private void highest(String name, Server server, int run, Load load) throws IOException {
        try (Swarm swarm = new Swarm(load.seats(server))) {
            double rate = highest.containsKey(server.name()) ? highest.get(server.name()) / STEP : first(server, load);
            Figures best = null;
            double bestRate = 0;
            double step = STEP;
            boolean again = !RETRY;
            for (int tries = 0; tries < 24; tries++) {
                Figures tried = Figures.measure(server, swarm, load.readers(), rate, 0.5, 3);
                System.out.printf("  %s %.0f updates/s: %s%n", server.name(), rate, tried.values());
                if (tried.get(Figures.LOST) == 0 && tried.get(Figures.P99) < GOOD_P99_MILLIS) {
                    best = tried;
                    bestRate = rate;
                    rate *= step;
                    again = !RETRY;
                } else if (!again && swarm.ended() == 0) {
                    // Once may be the machine's fault.
                    again = true;
                } else if (step == STEP && best != null) {
                    step = Math.sqrt(STEP);
                    rate = bestRate * step;
                    again = !RETRY;
                } else if (best == null && tries < 6) {
                    rate /= 2;
                } else {
                    break;
                }
                if (swarm.ended() > 0) {
                    break;
                }
            }
            highest.put(server.name(), bestRate);
            if (best != null) {
                results.add(name, server, run, "", best);
            }
        }
    }

    /** Where to begin, in updates a second: well below what it is known to reach. */
    private static double first(Server server, Load load) {
        return load == GROUPS ? 5_000 : server.name().startsWith("y-websocket") ? 100 : 1_000;
    }

    /** Cost over the size of a room. */
    private void clients(Server server, int run) throws IOException {
        for (int clients : new int[] {10, 30, 100, 300, 1_000, 2_000}) {
            Load load = new Load(1, clients, 4);
            try (Swarm swarm = new Swarm(load.seats(server))) {
                Figures figures = Figures.measure(server, swarm, load.readers(), 40, 1, 4);
                results.add("clients", server, run, String.valueOf(clients), figures);
                if (figures.get(Figures.LOST) > 0) {
                    break;
                }
            }
        }
    }

    /** Cost over the rate in a room of 100. */
    private void rates(Server server, int run) throws IOException {
        Load load = new Load(1, 100, 4);
        try (Swarm swarm = new Swarm(load.seats(server))) {
            for (int rate : new int[] {10, 30, 100, 300, 1_000, 3_000, 10_000}) {
                Figures figures = Figures.measure(server, swarm, load.readers(), rate, 1, 4);
                results.add("rates", server, run, String.valueOf(rate), figures);
                if (figures.get(Figures.LOST) > 0) {
                    break;
                }
            }
        }
    }
}
