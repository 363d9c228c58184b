package de.werkraum.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.werkraum.support.NodeScript;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The configurations of OPERATIONS in front of a server, with a certificate of their own: {@code mvn -Pproxy verify}. The tests of the wire
 * pass through them as they pass without; a proxy that is not installed is skipped.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ProxyRun {
    private static final List<String> PARTS = List.of(
            "wire/door",
            "wire/roles",
            "wire/presence",
            "wire/ballots",
            "wire/hocuspocus",
            "proxy/passing",
            "proxy/visits",
            "proxy/http2");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @ParameterizedTest
    @EnumSource
    void everythingPassesAndNoTokenIsLogged(Proxy proxy, @TempDir Path folder) throws Exception {
        assumeTrue(proxy.installed(), proxy + " is not installed");
        int port = ServerProcess.freePort();
        TestServer server = TestServer.start(Map.of(), Map.of("WERKRAUM_PUBLIC_URL", "https://localhost:" + port));
        try (Front front = Front.of(proxy, folder, port, server.base().getPort())) {
            Map<String, String> environment = front.environment();
            environment.put("KEY", Workshop.KEY);
            try (server) {
                Workshop room = Workshop.open(server.base());
                environment.put("ROOM", room.id());
                environment.put("TOKEN", room.participant("Paula").api().token());
                for (String part : PARTS) {
                    NodeScript.run(part + ".test.js", environment, LIMIT);
                }
            }
            NodeScript.run("proxy/outage.test.js", environment, LIMIT);
            String logs = front.logs();
            assertEquals(proxy.logsRequests(), logs.contains("/collab/"), () -> "requests in a log:\n" + logs);
            assertFalse(logs.contains("eyJ"), () -> "a token in a log:\n" + logs);
            assertFalse(logs.contains("GeheimerKalender"), () -> "a calendar's address in a log:\n" + logs);
        }
    }

    /** Where nobody has thought of WebSockets, the way without them works. */
    @ParameterizedTest
    @EnumSource
    void visitsPassWithoutAnySettings(Untouched proxy, @TempDir Path folder) throws Exception {
        assumeTrue(proxy.installed(), proxy + " is not installed");
        int port = ServerProcess.freePort();
        try (TestServer server = TestServer.start();
                Front front = Front.of(proxy, folder, port, server.base().getPort(), "")) {
            String base = server.base().toString();
            String address = "http://127.0.0.1:" + front.port();
            Map<String, String> environment = new HashMap<>(Map.of("BASE", base, "KEY", Workshop.KEY));
            environment.put("WAY", proxy.forward() ? base : address);
            if (proxy.forward()) {
                environment.put("VIA", address);
            }
            NodeScript.run("proxy/visits.test.js", environment, LIMIT);
        }
    }

    /** Squid as it comes refuses tunnels to other ports and takes upgrades away; with the lines of OPERATIONS it lets both through. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOfficesProxyLetsThroughWhatItIsAskedFor(boolean asked, @TempDir Path folder) throws Exception {
        assumeTrue(Untouched.SQUID.installed(), "Squid is not installed");
        int port = ServerProcess.freePort();
        try (TestServer server = TestServer.start()) {
            int serving = server.base().getPort();
            String more = Proxy.documented("squid").replace("8080", String.valueOf(serving));
            try (Front front = Front.of(Untouched.SQUID, folder, port, serving, asked ? more : "")) {
                String via = "http://127.0.0.1:" + front.port();
                NodeScript.run(
                        "proxy/office.test.js",
                        Map.of(
                                "BASE",
                                server.base().toString(),
                                "KEY",
                                Workshop.KEY,
                                "VIA",
                                via,
                                "SET",
                                String.valueOf(asked)),
                        LIMIT);
            }
        }
    }
}
