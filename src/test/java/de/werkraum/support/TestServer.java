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
    private Werkraum server;

    private TestServer(Path folder) {
        this.folder = folder;
        this.server = launch();
    }

    public static TestServer start() {
        try {
            return new TestServer(Files.createTempDirectory("werkraum-test-"));
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
        return Werkraum.start(Config.of(environment))
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
