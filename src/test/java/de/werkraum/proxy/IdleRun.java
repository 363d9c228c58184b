package de.werkraum.proxy;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.werkraum.support.NodeScript;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody is lost behind the proxies of OPERATIONS while nobody does anything: {@code mvn -Pproxy verify}, for an hour with
 * {@code -Didle.seconds=3600}. All of them wait at the same time.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class IdleRun {
    /** Longer than the time-outs there. */
    private static final int SECONDS = Integer.getInteger("idle.seconds", 75);

    private static final Duration LIMIT = Duration.ofSeconds(SECONDS).plusMinutes(2);

    @Test
    void nobodyIsLostInTheSilence(@TempDir Path folder) throws Exception {
        List<Proxy> proxies = Stream.of(Proxy.values()).filter(Proxy::installed).toList();
        assumeFalse(proxies.isEmpty(), "no proxy is installed");
        List<AutoCloseable> running = new ArrayList<>();
        Map<Proxy, NodeScript> waiting = new EnumMap<>(Proxy.class);
        try {
            for (Proxy proxy : proxies) {
                int port = ServerProcess.freePort();
                TestServer server =
                        TestServer.start(Map.of(), Map.of("WERKRAUM_PUBLIC_URL", "https://localhost:" + port));
                running.add(server);
                Path own = Files.createDirectory(folder.resolve(proxy.name()));
                Front front = Front.of(proxy, own, port, server.base().getPort());
                running.add(front);
                Map<String, String> environment = front.environment();
                environment.put("KEY", Workshop.KEY);
                environment.put("IDLE", String.valueOf(SECONDS));
                waiting.put(proxy, NodeScript.start("proxy/idle.test.js", environment));
            }
            for (Map.Entry<Proxy, NodeScript> each : waiting.entrySet()) {
                String said = each.getValue().finish(LIMIT);
                assertTrue(said.contains("outlive the silence"), each.getKey() + ": " + said);
            }
        } finally {
            for (AutoCloseable each : running) {
                each.close();
            }
        }
    }
}
