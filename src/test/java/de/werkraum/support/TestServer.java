package de.werkraum.support;

import de.werkraum.Config;
import de.werkraum.Werkraum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in this JVM with an empty database of its own and no demo workshop, on a free port. */
public final class TestServer implements AutoCloseable {
    private static final int START_SECONDS = 60;

    private final String databaseUrl = TestDatabase.url();
    private final Path folder;
    private final Map<String, Integer> limits;
    private Werkraum server;

    private TestServer(Path folder, Map<String, Integer> limits) {
        this.folder = folder;
        this.limits = limits;
        this.server = launch();
    }

    public static TestServer start() {
        return start(Map.of());
    }

    /** With some limits of its own, see {@link TestLimits}. */
    public static TestServer start(Map<String, Integer> limits) {
        try {
            return new TestServer(Files.createTempDirectory("werkraum-test-"), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Werkraum launch() {
        Map<String, String> environment = Map.of(
                "WERKRAUM_PORT",
                "0",
                "WERKRAUM_DATA",
                folder.toString(),
                "WERKRAUM_ORGANISER_KEY",
                Workshop.KEY,
                "DATABASE_URL",
                databaseUrl);
        Config config = Config.of(environment);
        return Werkraum.start(new Config(
                        config.host(),
                        config.port(),
                        config.databaseUrl(),
                        config.dataFolder(),
                        config.organiserKey(),
                        config.publicUrl(),
                        config.retentionDays(),
                        config.demo(),
                        TestLimits.with(limits)))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** To look into the database beside the server. */
    public String databaseUrl() {
        return databaseUrl;
    }

    /** In order, on the same data; the port changes. */
    public void restart() {
        server.close();
        server = launch();
    }

    @Override
    public void close() {
        server.close();
    }
}
