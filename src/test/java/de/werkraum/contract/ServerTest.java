package de.werkraum.contract;

import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A server for the tests of one class; each test makes its own room. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class ServerTest {
    static final String NOWHERE = "01890000-0000-7000-8000-000000000000";

    /** A server that makes documents as one that is shipped does; others spare their tests the process. */
    static final Map<String, String> DOCUMENTS_APART = Map.of("WERKRAUM_EXPORTS", "apart");

    final TestServer server;

    ServerTest() {
        this(Map.of());
    }

    ServerTest(Map<String, String> settings) {
        server = TestServer.start(Map.of(), settings);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    Workshop workshop() {
        return Workshop.open(server.base());
    }

    Api nobody() {
        return Api.of(server.base());
    }

    Api organiser() {
        return Workshop.organiser(server.base());
    }

    static Map<String, Object> object(@Nullable Object... keysAndValues) {
        return Api.object(keysAndValues);
    }
}
