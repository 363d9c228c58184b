package de.werkraum.bench.fanout;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What one measurement showed: figures by name, in order. */
record Figures(Map<String, Double> values) {
    static final String DELIVERIES = "deliveries/s";
    static final String LOST = "lost";
    static final String P50 = "p50 ms";
    static final String P95 = "p95 ms";
    static final String P99 = "p99 ms";
    static final String CPU = "CPU µs per delivery";
    static final String SHARE = "CPU %";
    static final String RESIDENT = "resident MB";
    static final String ENDED = "sockets ended";
    static final String RATE = "updates/s";
    static final String LOAD = "load CPU %";
    static final String AVERAGE = "load average before";
    private static final double SAMPLES_PER_SECOND = 200_000;
    private static final double DRAIN_SECONDS = 10;

    static Figures of(Object... namesAndValues) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
        }
        return new Figures(values);
    }

    /** These, and one more. */
    Figures and(String name, double value) {
        return and(of(name, value));
    }

    /** These, and those. */
    Figures and(Figures others) {
        Map<String, Double> more = new LinkedHashMap<>(values);
        more.putAll(others.values());
        return new Figures(more);
    }

    /** Tells them on one line. */
    static void print(String what, Figures figures) {
        StringBuilder line = new StringBuilder(what).append(':');
        figures.values.forEach((name, value) ->
                line.append(String.format(Locale.ROOT, "  %s %s", name, Results.shown(value))));
        System.out.println(line);
    }

    /** Delays, losses and the server's share of a core, under a name, to be told in a column below others. */
    String row(String name) {
        return String.format(
                "%-9s p50 %6.2f ms  p95 %6.2f ms  p99 %6.2f ms  lost %.0f  server %3.0f %%",
                name, get(P50), get(P95), get(P99), get(LOST), get(SHARE));
    }

    double get(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    /** Types at a rate, first unmeasured, then measured. */
    static Figures measure(Server server, Swarm swarm, double updatesPerSecond, double warmSeconds, double seconds)
            throws IOException {
        double average = Usage.load();
        Deliveries deliveries = swarm.deliveries();
        deliveries.sampleEvery((int) (updatesPerSecond * swarm.readers() / SAMPLES_PER_SECOND));
        swarm.type(updatesPerSecond, warmSeconds);
        swarm.drain(3 * DRAIN_SECONDS);
        deliveries.latencies().clear();
        long before = deliveries.count();
        long spun = swarm.spunNanos();
        Meter meter = new Meter(server);
        swarm.type(updatesPerSecond, seconds);
        swarm.drain(DRAIN_SECONDS);
        double wall = meter.seconds();
        double cpu = meter.cpu();
        long got = deliveries.count() - before;
        Latencies latencies = deliveries.latencies();
        return of(
                DELIVERIES, got / wall,
                LOST, swarm.missing(),
                P50, latencies.millis(0.5),
                P95, latencies.millis(0.95),
                P99, latencies.millis(0.99),
                CPU, cpu * 1e6 / Math.max(1, got),
                SHARE, 100 * cpu / wall,
                RESIDENT, Usage.resident(server.pid()) / 1e6,
                ENDED, swarm.ended(),
                LOAD, meter.load(swarm.spunNanos() - spun),
                AVERAGE, average);
    }
}
