package de.werkraum.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A server with an empty database of its own and no demo workshop, on a free port. */
public final class TestServer implements AutoCloseable {
    private final String databaseUrl = TestDatabase.url();
    private final Path folder;
    private ServerProcess process;

    private TestServer(Path folder) {
        this.folder = folder;
        this.process = launch();
    }

    public static TestServer start() {
        try {
            return new TestServer(Files.createTempDirectory("werkraum-test-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerProcess launch() {
        return ServerProcess.start(
                folder,
                Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "DATABASE_URL", databaseUrl, "WERKRAUM_DEMO", "false"));
    }

    public URI base() {
        return process.base();
    }

    /** To look into the database beside the server. */
    public String databaseUrl() {
        return databaseUrl;
    }

    /** In order, on the same data; the port changes. */
    public void restart() {
        process.close();
        process = launch();
    }

    @Override
    public void close() {
        process.close();
    }
}
