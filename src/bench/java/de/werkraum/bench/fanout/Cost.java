package de.werkraum.bench.fanout;

/** What the server and PostgreSQL take from the moment it is made. */
final class Cost {
    static final String BOTH = "resident MB of both";
    private static final double MEGABYTE = 1e6;

    private final Server server;
    private final Storage storage;
    private final Meter meter;
    private final double stored;

    Cost(Server server, Storage storage) {
        this.server = server;
        this.storage = storage;
        meter = new Meter(server);
        stored = storage.seconds();
    }

    Figures figures() {
        double seconds = meter.seconds();
        return Figures.of(
                "s", seconds,
                Figures.SHARE, meter.share(),
                "CPU % of PostgreSQL", 100 * (storage.seconds() - stored) / seconds,
                BOTH, (Usage.resident(server.pid()) + Usage.proportional(storage.pid())) / MEGABYTE);
    }
}
