package de.werkraum.bench.fanout;

import de.werkraum.bench.fanout.Figures.Load;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The loads by name. In each run every server takes its turn. */
final class Loads {
    /** What still counts as keeping up. */
    private static final double GOOD_P99_MILLIS = 100;

    private static final double STEP = 1.5;
    /** Before the first run, for compilers that work at run time. */
    private static final double WARM_SECONDS = Double.parseDouble(System.getProperty("warm", "12"));

    private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "6"));
    private static final Load CROWD = new Load(1, 500, 4);
    private static final Load GROUPS = new Load(100, 5, 5);

    private final List<Server> servers;
    private final Results results;
    private final int runs;
    private final Map<String, Double> highest = new HashMap<>();

    Loads(List<Server> servers, Results results, int runs) {
        this.servers = servers;
        this.results = results;
        this.runs = runs;
    }

    /** Which servers a load is for. */
    static List<String> servers(String load) {
        return switch (load) {
            case "steady", "highest", "groups-highest", "clients", "rates" -> List.of(
                    "werkraum", "y-websocket", "hocuspocus", "relay");
            case "groups" -> List.of("werkraum", "y-websocket", "y-websocket-leveldb", "hocuspocus", "relay");
            case "quiet" -> List.of("werkraum", "y-websocket", "hocuspocus");
            case "typing" -> List.of("werkraum", "hocuspocus");
            default -> throw new IllegalArgumentException("no load is called " + load);
        };
    }

    void run(String load) throws IOException {
        for (int run = 1; run <= runs; run++) {
            for (Server server : servers) {
                switch (load) {
                    case "steady" -> steady(load, server, run, CROWD, 80, SECONDS);
                    case "groups" -> steady(load, server, run, GROUPS, 2_000, SECONDS);
                    case "quiet" -> steady(load, server, run, new Load(1, 6, 1), 2, 2 * SECONDS);
                    case "typing" -> {
                        steady(load + " 350", server, run, new Load(1, 350, 350), 700, SECONDS);
                        steady(load + " 500", server, run, new Load(1, 500, 500), 1_000, SECONDS);
                    }
                    case "highest" -> highest(load, server, run, CROWD, 120);
                    case "groups-highest" -> highest(load, server, run, GROUPS, 6_000);
                    case "clients" -> clients(server, run);
                    case "rates" -> rates(server, run);
                    default -> throw new IllegalArgumentException("no load is called " + load);
                }
            }
        }
    }

    private void steady(String name, Server server, int run, Load load, double updates, double seconds)
            throws IOException {
        try (Swarm swarm = new Swarm(load.seats(server))) {
            double warm = run == 1 ? WARM_SECONDS : 1.5;
            results.add(name, server, run, "", Figures.measure(server, swarm, load.readers(), updates, warm, seconds));
        }
    }

    /** Raises the rate until the server no longer keeps up, then tries once in between. */
    private void highest(String name, Server server, int run, Load load, double first) throws IOException {
        try (Swarm swarm = new Swarm(load.seats(server))) {
            double rate = highest.containsKey(server.name()) ? highest.get(server.name()) / STEP : first;
            if (run == 1) {
                Figures.measure(server, swarm, load.readers(), rate, WARM_SECONDS, 1);
            }
            Figures best = null;
            double bestRate = 0;
            double step = STEP;
            for (int tries = 0; tries < 24; tries++) {
                Figures tried = Figures.measure(server, swarm, load.readers(), rate, 0.5, 3);
                System.out.printf("  %s %.0f updates/s: %s%n", server.name(), rate, tried.values());
                if (tried.get(Figures.LOST) == 0 && tried.get(Figures.P99) < GOOD_P99_MILLIS) {
                    best = tried;
                    bestRate = rate;
                    rate *= step;
                } else if (step == STEP && best != null) {
                    step = Math.sqrt(STEP);
                    rate = bestRate * step;
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

    /** Cost over the size of a room. */
    private void clients(Server server, int run) throws IOException {
        for (int clients : new int[] {10, 30, 100, 300, 1_000, 2_000}) {
            Load load = new Load(1, clients, 4);
            try (Swarm swarm = new Swarm(load.seats(server))) {
                double warm = run == 1 ? 3 : 1;
                Figures figures = Figures.measure(server, swarm, load.readers(), 40, warm, 4);
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
                double warm = run == 1 ? 3 : 1;
                Figures figures = Figures.measure(server, swarm, load.readers(), rate, warm, 4);
                results.add("rates", server, run, String.valueOf(rate), figures);
                if (figures.get(Figures.LOST) > 0) {
                    break;
                }
            }
        }
    }
}
