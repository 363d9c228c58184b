package de.werkraum.chaos;

import de.werkraum.Config;
import de.werkraum.Werkraum;
import de.werkraum.support.TestLimits;
import java.util.Map;

/** The real server, but with a snapshot every few updates, so that compaction is always under way when something fails. */
final class ChaosServer {
    private static final int SNAPSHOT_UPDATES = 40;

    private ChaosServer() {}

    public static void main(String[] arguments) {
        Config config = Config.of(System.getenv()).with(TestLimits.with(Map.of("snapshotUpdates", SNAPSHOT_UPDATES)));
        Werkraum server =
                Werkraum.start(config).toCompletionStage().toCompletableFuture().join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            Runtime.getRuntime().halt(0);
        }));
        server.replaced().onSuccess(replaced -> Runtime.getRuntime().halt(1));
        System.out.println("Werkraum ready: http://" + config.host() + ":" + server.port());
    }
}
