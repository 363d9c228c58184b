package de.werkraum.support;

import de.werkraum.Config;
import de.werkraum.Demo;
import de.werkraum.Werkraum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server in this JVM with an empty database of its own and no demo workshop, on a free port. */
public final class TestServer implements AutoCloseable {
    private static final int START_SECONDS = 60;

    private final String databaseUrl = TestDatabase.url();
    private final Path folder;
    private final Map<String, Integer> limits;
    private final Map<String, String> settings;
    private Werkraum server;

    private TestServer(Path folder, Map<String, Integer> limits, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.limits = limits;
        this.server = launch();
    }

    public static TestServer start() {
        return start(Map.of());
    }

    /** With some limits of its own, see {@link TestLimits}. */
    public static TestServer start(Map<String, Integer> limits) {
        return start(limits, Map.of());
    }

    /** With settings of its own as well, named as in the environment. */
    public static TestServer start(Map<String, Integer> limits, Map<String, String> settings) {
        try {
            return new TestServer(Files.createTempDirectory("werkraum-test-"), limits, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Werkraum launch() {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("WERKRAUM_PORT", "0");
        environment.put("WERKRAUM_DATA", folder.toString());
        // a process for every server that makes a document would double what the tests take
        environment.putIfAbsent("WERKRAUM_EXPORTS", "within");
        environment.putIfAbsent("WERKRAUM_ORGANISER_KEY", Workshop.KEY);
        environment.putIfAbsent("DATABASE_URL", databaseUrl);
        return Werkraum.start(Config.of(environment).with(TestLimits.with(limits)))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    public URI base() {
        return URI.create(
                (settings.containsKey("WERKRAUM_TLS_CERT") ? "https" : "http") + "://127.0.0.1:" + server.port());
    }

    /** The workshop of the first start; only where WERKRAUM_DEMO asks for it. */
    public Demo demo() {
        return Objects.requireNonNull(server.greeting().demo(), "no demo workshop");
    }

    /** The organiser's key that this start has made and told; null where it has not. */
    public @Nullable String toldKey() {
        return server.greeting().organiserKey();
    }

    /** Where the server keeps what is not in the database. */
    public Path dataFolder() {
        return folder;
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
