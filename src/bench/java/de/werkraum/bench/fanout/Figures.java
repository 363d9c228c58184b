package de.werkraum.bench.fanout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final double SAMPLES_PER_SECOND = 200_000;
    private static final double DRAIN_SECONDS = 10;

    /** A load on rooms of the same size. */
    record Load(int rooms, int clients, int writers) {
        List<Seat> seats(Server server) {
            List<Seat> seats = new ArrayList<>();
            for (int i = 0; i < rooms; i++) {
                seats.addAll(server.room(clients, writers));
            }
            return seats;
        }

        int readers() {
            return clients - 1;
        }
    }

    static Figures of(Object... namesAndValues) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
        }
        return new Figures(values);
    }

    double get(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    /** Types at a rate, first unmeasured, then measured. */
    static Figures measure(
            Server server, Swarm swarm, int readers, double updatesPerSecond, double warmSeconds, double seconds)
            throws IOException {
        Deliveries deliveries = swarm.deliveries();
        deliveries.sampleEvery((int) (updatesPerSecond * readers / SAMPLES_PER_SECOND));
        long before = deliveries.count();
        long warm = swarm.type(updatesPerSecond, warmSeconds);
        swarm.drain(before + warm * readers, 3 * DRAIN_SECONDS);
        deliveries.latencies().clear();
        before = deliveries.count();
        double cpu = server.seconds();
        long begin = System.nanoTime();
        long sent = swarm.type(updatesPerSecond, seconds);
        swarm.drain(before + sent * readers, DRAIN_SECONDS);
        double wall = (System.nanoTime() - begin) / 1e9;
        cpu = server.seconds() - cpu;
        long got = deliveries.count() - before;
        Latencies latencies = deliveries.latencies();
        return of(
                DELIVERIES, got / wall,
                LOST, sent * readers - got,
                P50, latencies.millis(0.5),
                P95, latencies.millis(0.95),
                P99, latencies.millis(0.99),
                CPU, cpu * 1e6 / Math.max(1, got),
                SHARE, 100 * cpu / wall,
                RESIDENT, Usage.resident(server.pid()) / 1e6,
                ENDED, swarm.ended());
    }
}
