package de.werkraum.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** HTTP requests of people, and how long they took from being sent to the whole answer. Thread-safe. */
final class Requests {
    static final String P99 = "requests p99 ms";

    private final Latencies all = new Latencies();
    private final Map<String, Latencies> byKind = new TreeMap<>();

    /** Posts; what comes back has the status 200. */
    CompletableFuture<JsonNode> post(String kind, Api who, String path, Object body) {
        long begin = System.nanoTime();
        return who.sendLater("POST", path, body).thenApply(answer -> {
            note(kind, (System.nanoTime() - begin) / 1_000);
            return answer.expect(200);
        });
    }

    /** Notes something that took so long. */
    synchronized void note(String kind, long micros) {
        all.record(micros);
        byKind.computeIfAbsent(kind, unknown -> new Latencies()).record(micros);
    }

    /** Milliseconds that 99 of a hundred stayed below, of all and of each kind, and the most. */
    synchronized Figures figures() {
        Figures figures = Figures.of(P99, all.millis(0.99), "requests most ms", all.mostMillis());
        for (Map.Entry<String, Latencies> kind : byKind.entrySet()) {
            figures = figures.and(kind.getKey() + " p99 ms", kind.getValue().millis(0.99));
        }
        return figures;
    }

    synchronized void clear() {
        all.clear();
        byKind.clear();
    }
}
