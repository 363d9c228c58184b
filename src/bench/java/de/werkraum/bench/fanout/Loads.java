package de.werkraum.bench.fanout;

import de.werkraum.bench.fanout.Results.Key;
import de.werkraum.bench.fanout.Results.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The loads by name. In each run every server takes its turn; what the results hold already is not measured again. */
final class Loads {
    private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "6"));
    private static final double WARM_SECONDS = Double.parseDouble(System.getProperty("warm", "60"));
    /** After so many minutes nothing is begun any more that would take longer. */
    private static final double MINUTES = Double.parseDouble(System.getProperty("minutes", "600"));
    /** Only these servers, if any are named. */
    private static final List<String> ONLY =
            List.of(System.getProperty("servers", "").split(","));
    /** Updates a second of the load {@code steady}; 80 are 40,000 deliveries. */
    private static final double RATE = Double.parseDouble(System.getProperty("rate", "80"));

    private static final List<String> ALL = List.of("werkraum", "y-websocket", "hocuspocus", "bare relay");
    private static final List<String> SYNCING = List.of("werkraum", "y-websocket", "hocuspocus");
    /** Of this server, and its build before where one is named. */
    private static final String BEFORE = "werkraum-before";
    private static final List<String> WITH_LEVELDB =
            List.of("werkraum", "y-websocket", "y-websocket-leveldb", "hocuspocus", "bare relay");

    private static final List<String> BY_PROVIDERS = List.of("werkraum", "werkraum-hocuspocus", "hocuspocus");

    private static final Map<String, Plan> PLANS = new LinkedHashMap<>();

    static {
        PLANS.put("steady", new Plan(ALL, SECONDS + 4, false));
        PLANS.put("groups", new Plan(WITH_LEVELDB, SECONDS + 4, false));
        PLANS.put("small", new Plan(SYNCING, 2 * SECONDS + 6, false));
        PLANS.put("typist", new Plan(SYNCING, 3 * SECONDS + 3, false));
        PLANS.put("providers", new Plan(BY_PROVIDERS, SECONDS + 4, false));
        PLANS.put("providers-groups", new Plan(BY_PROVIDERS, SECONDS + 4, false));
        PLANS.put("congress", new Plan(List.of("werkraum"), 4 * SECONDS + 30, false));
        PLANS.put("highest", new Plan(ALL, 30, false));
        PLANS.put("typing", new Plan(List.of("werkraum"), 2 * SECONDS + 10, false));
        PLANS.put("quiet", new Plan(SYNCING, Steady.QUIET_SECONDS + 3, false));
        PLANS.put("groups-highest", new Plan(SYNCING, 30, false));
        PLANS.put("join", new Plan(SYNCING, 12, false));
        PLANS.put("join-large", new Plan(SYNCING, 90, false));
        PLANS.put("idle", new Plan(List.of("werkraum-idle", "y-websocket", "hocuspocus"), 35, true));
        PLANS.put("screens", new Plan(List.of("werkraum", "y-websocket", "hocuspocus"), 2 * SECONDS + 12, false));
        PLANS.put("flood", new Plan(List.of("werkraum-256m"), 4 * SECONDS + 10, true));
        PLANS.put("clients", new Plan(ALL, 6 * (SECONDS + 3), false));
        PLANS.put("rates", new Plan(ALL, 7 * (SECONDS + 2), false));
    }

    private final Servers servers;
    private final Results results;
    private final Steady steady;
    private final Special special;
    private final long begin = System.nanoTime();

    /**
     * What there is to know of a load beforehand.
     *
     * @param servers on which it is done
     * @param seconds that one measurement takes, about
     * @param fresh whether each measurement has a server of its own, started for it
     */
    private record Plan(List<String> servers, double seconds, boolean fresh) {}

    /** A measurement to be made on that server. */
    private record Turn(String server, Key key, Plan plan) {}

    Loads(Servers servers, Storage storage, Results results) {
        this.servers = servers;
        this.results = results;
        steady = new Steady(SECONDS, storage);
        special = new Special(SECONDS, storage);
    }

    /** @param list names with commas between, or all */
    void run(String list, int runs) throws IOException {
        Set<Turn> turns = turns(list, runs);
        Set<String> kept = new LinkedHashSet<>();
        double seconds = 0;
        for (Turn turn : turns) {
            seconds += turn.plan().seconds();
            if (!turn.plan().fresh()) {
                kept.add(turn.server());
            }
        }
        seconds += kept.size() * (WARM_SECONDS + 5);
        System.out.printf("%d measurements, about %.0f minutes%n", turns.size(), Math.ceil(seconds / 60));
        for (Turn turn : turns) {
            if ((System.nanoTime() - begin) / 1e9 + turn.plan().seconds() > 60 * MINUTES) {
                System.out.println("no time for more; the same command goes on with " + turn.key());
                break;
            }
            attempt(turn);
        }
    }

    /** What is still to be measured, in order; a load of the list may bring a number of runs of its own, as in {@code idle:1}. */
    private Set<Turn> turns(String list, int runs) {
        Set<Turn> turns = new LinkedHashSet<>();
        for (String item : list.equals("all") ? PLANS.keySet() : List.of(list.split(","))) {
            String[] parts = item.split(":", 2);
            Plan plan = PLANS.get(parts[0]);
            if (plan == null) {
                throw new IllegalArgumentException("no load is called " + item + ", but all or " + PLANS.keySet());
            }
            for (int run = 1; run <= (parts.length == 1 ? runs : Integer.parseInt(parts[1])); run++) {
                for (String server : servers(plan)) {
                    Key key = new Key(parts[0], Launch.label(server), run);
                    if ((ONLY.contains("") || ONLY.contains(server)) && !results.has(key)) {
                        turns.add(new Turn(server, key, plan));
                    }
                }
            }
        }
        return turns;
    }

    private static List<String> servers(Plan plan) {
        if (System.getProperty("before", "").isEmpty() || !plan.servers().contains("werkraum")) {
            return plan.servers();
        }
        List<String> servers = new ArrayList<>(plan.servers());
        servers.add(1, BEFORE);
        return servers;
    }

    /** A server that fails one load may do others. */
    private void attempt(Turn turn) throws IOException {
        try {
            if (turn.plan().fresh()) {
                try (Server server = servers.start(turn.server())) {
                    results.add(turn.key(), measure(turn.key(), server));
                }
            } else {
                results.add(turn.key(), measure(turn.key(), servers.kept(turn.server())));
            }
        } catch (IOException e) {
            System.out.println(turn.key() + " failed: " + e.getMessage());
            results.add(turn.key(), List.of(new Line("failed", Figures.of(Figures.AVERAGE, Usage.load()))));
            servers.end(turn.server());
        }
    }

    private List<Line> measure(Key key, Server server) throws IOException {
        int run = key.run();
        return switch (key.load()) {
            case "small" -> steady.small(server, run);
            case "typist" -> List.of(steady.typist(server, run));
            case "providers" -> List.of(steady.at(RATE, Shape.ONE_ROOM, server, run, ""));
            case "providers-groups" -> List.of(steady.at(2_000, Shape.GROUPS, server, run, ""));
            case "steady" -> List.of(steady.at(RATE, Shape.ONE_ROOM, server, run, ""));
            case "groups" -> List.of(steady.at(2_000, Shape.GROUPS, server, run, ""));
            case "quiet" -> List.of(steady.quiet(server, run));
            case "typing" -> List.of(
                    steady.at(700, new Shape(1, 350, 350), server, run, "350 people"),
                    steady.at(1_000, new Shape(1, 500, 500), server, run, "500 people"));
            case "highest" -> steady.highest(
                    server, run, Shape.ONE_ROOM, first(key, key.server().startsWith("y-") ? 150 : 4_000));
            case "groups-highest" -> steady.highest(server, run, Shape.GROUPS, first(key, 5_000));
            case "join" -> List.of(special.join(server, run, 200, 10_000));
            case "join-large" -> List.of(special.join(server, run, 1_000, 50_000));
            case "idle" -> List.of(special.idle(server, run, 10_000));
            case "screens" -> List.of(steady.screens(server, run, 5_000));
            case "flood" -> List.of(special.flood(server, run));
            case "congress" -> List.of(special.congress((Werkraum) server, run));
            case "clients" -> steady.clients(server, run);
            case "rates" -> steady.rates(server, run);
            default -> throw new IllegalArgumentException("no load is called " + key.load());
        };
    }

    /** Where to begin to look for the highest rate: below the one of the last run, or well below what is known. */
    private double first(Key key, double known) {
        return results.rate(key, 2 * known) / 2;
    }
}
