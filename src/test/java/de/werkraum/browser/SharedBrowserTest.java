package de.werkraum.browser;

import de.werkraum.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A browser and a server for the tests of one class; each test makes its own room. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharedBrowserTest {
    Browsers browsers;
    TestServer server;

    @BeforeAll
    void start() {
        browsers = Browsers.start();
        server = TestServer.start();
    }

    @AfterEach
    void leave() {
        browsers.leave();
    }

    @AfterAll
    void end() {
        if (server != null) {
            server.close();
        }
        if (browsers != null) {
            browsers.close();
        }
    }
}
