package de.werkraum.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.DoubleSupplier;

/**
 * The server's numbers, for Prometheus. Counting costs some nanoseconds and may be done from any thread. No name, no id of a room, member or
 * poll, and nothing of a tally ever becomes a label or a value: ballots are counted for the whole server, without poll or choice.
 */
public final class Metrics {
    private static final double NANOS_PER_SECOND = 1e9;
    /** From one turn of an event loop to what people call broken. */
    private static final double[] LAG_SECONDS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10
    };
    /** From a commit on a fast disk to the longest that is waited for one. */
    private static final double[] COMMIT_SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};

    private static final double[] COMMIT_UPDATES = {1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    private final Gauge connections = gauge(
            "werkraum_connections", "Open connections: WebSockets by what they speak, and event streams.", "kind");
    private final Gauge pollsOpen = gauge("werkraum_polls_open", "Open polls in rooms that are in memory.");
    private final Gauge storageOk = gauge("werkraum_storage_ok", "1 while commits succeed, 0 while they fail.");
    private final Counter updates = counter("werkraum_updates", "Edits taken into a plan.");
    private final Counter updateBytes = counter("werkraum_update_bytes", "Bytes of edits taken into a plan.");
    private final Counter deliveries =
            counter("werkraum_deliveries", "Messages handed to connections: each message for each receiver.", "kind");
    private final CounterDataPoint editDeliveries = deliveries.labelValues("edit");
    private final CounterDataPoint presenceDeliveries = deliveries.labelValues("presence");
    private final CounterDataPoint letterDeliveries = deliveries.labelValues("letter");
    private final Counter sentBytes = counter("werkraum_sent_bytes", "Bytes written to WebSockets.");
    private final Counter writes =
            counter("werkraum_socket_writes", "Writes to WebSockets; one carries many messages.");
    private final Counter dropped = counter(
            "werkraum_presence_dropped",
            "Presence that was not sent: replaced by a newer state while it waited, or the reader was behind.",
            "why");
    private final CounterDataPoint replaced = dropped.labelValues("replaced");
    private final CounterDataPoint behind = dropped.labelValues("behind");
    private final Counter goodbyes = counter("werkraum_goodbyes", "Connections the server ended, by why.", "reason");
    private final Counter refused =
            counter("werkraum_refused_updates", "Edits that were not applied, by why.", "reason");
    private final Counter problems =
            counter("werkraum_problems", "Requests refused or failed, by code.", "status", "code");
    private final Counter ballots =
            counter("werkraum_ballots", "Ballots committed, replacing ones included, of all polls.");
    private final Counter snapshots =
            counter("werkraum_snapshots", "Snapshots that replaced the log of a room.", "outcome");
    private final Counter hooks =
            counter("werkraum_hook_requests", "Requests to hooks, by what came of them.", "outcome");
    private final Counter commitFailures = counter("werkraum_commit_failures", "Group commits that failed.");
    private final Histogram fanoutLag = histogram(
            "werkraum_fanout_lag_seconds",
            "From the arrival of an edit to its write to the last receiver of an event loop, the oldest of each write.",
            LAG_SECONDS);
    private final Histogram commitSeconds =
            histogram("werkraum_commit_seconds", "Duration of a group commit that succeeded.", COMMIT_SECONDS);
    private final Histogram commitUpdates =
            histogram("werkraum_commit_updates", "Edits in a group commit that succeeded.", COMMIT_UPDATES);

    public Metrics() {
        storageOk.set(1);
        // From the start at 0: Prometheus sees no increase in a series that begins with the first bug.
        problems.initLabelValues("500", "internal");
        problems.initLabelValues("503", "unavailable");
        problems.initLabelValues("404", "notFound");
        problems.initLabelValues("429", "tooManyRequests");
        for (String reason : new String[] {"internal", "malformed", "flooding", "slow_reader"}) {
            goodbyes.initLabelValues(reason);
        }
        snapshots.initLabelValues("written");
        snapshots.initLabelValues("failed");
        hooks.initLabelValues("ok");
        JvmMetrics.builder().register(registry);
    }

    // ---- connections and rooms

    /**
     * A connection has begun.
     *
     * @param kind one of a few words
     */
    public void connected(String kind) {
        connections.labelValues(kind).inc();
    }

    /** A connection of that kind has ended. */
    public void disconnected(String kind) {
        connections.labelValues(kind).dec();
    }

    /** The server sent a connection away. */
    public void goodbye(String reason) {
        goodbyes.labelValues(reason).inc();
    }

    /** A request was answered by a problem. */
    public void problem(int status, String code) {
        problems.labelValues(String.valueOf(status), code).inc();
    }

    // ---- edits

    /** An edit was applied. */
    public void updated(int bytes) {
        updates.inc();
        updateBytes.inc(bytes);
    }

    /** An edit was not applied. */
    public void refused(String reason) {
        refused.labelValues(reason).inc();
    }

    /** Messages of a window went to their receivers. */
    public void delivered(long edits, long presence) {
        editDeliveries.inc(edits);
        presenceDeliveries.inc(presence);
    }

    /** Messages for one connection alone went there. */
    public void lettersDelivered(int letters) {
        letterDeliveries.inc(letters);
    }

    /** A socket was written to. */
    public void wrote(int bytes) {
        writes.inc();
        sentBytes.inc(bytes);
    }

    /** A window was written to the sockets of a loop, that many nanoseconds after the arrival of its oldest edit. */
    public void lag(long nanos) {
        fanoutLag.observe(nanos / NANOS_PER_SECOND);
    }

    /** A newer state took a waiting one's place. */
    public void presenceReplaced() {
        replaced.inc();
    }

    /** A reader that is behind was spared presence. */
    public void presenceSpared() {
        behind.inc();
    }

    // ---- storage

    /** A group commit has succeeded. */
    public void committed(int edits, long nanos) {
        commitSeconds.observe(nanos / NANOS_PER_SECOND);
        commitUpdates.observe(edits);
        storageOk.set(1);
    }

    /** A group commit has failed and will be tried again. */
    public void commitFailed() {
        commitFailures.inc();
        storageOk.set(0);
    }

    /** A snapshot was written, or could not be. */
    public void snapshot(boolean written) {
        snapshots.labelValues(written ? "written" : "failed").inc();
    }

    // ---- polls

    /** Ballots were committed together. */
    public void ballots(int count) {
        ballots.inc(count);
    }

    /** More or fewer polls are open. */
    public void pollsOpened(int difference) {
        pollsOpen.inc(difference);
    }

    // ---- hooks

    /**
     * A hook has answered, or has not.
     *
     * @param outcome one of a few words
     */
    public void hookAsked(String outcome) {
        hooks.labelValues(outcome).inc();
    }

    // ---- reading

    /** A number that is asked for when somebody reads; {@code value} is called from any thread. */
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(point -> point.call(value.getAsDouble()))
                .register(registry);
    }

    /** All numbers in Prometheus' text format. Takes milliseconds: not for an event loop. */
    public byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        try {
            writer.write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    private Gauge gauge(String name, String help, String... labels) {
        return Gauge.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    private Histogram histogram(String name, String help, double[] bounds) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(bounds)
                .withoutExemplars()
                .register(registry);
    }
}
