package de.werkraum.limits;

import de.werkraum.crdt.Doc;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A server for the tests of one class; each test makes its own room. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
abstract class LimitsServer {
    final TestServer server;

    LimitsServer() {
        this(Map.of());
    }

    /** With some limits of its own. */
    LimitsServer(Map<String, Integer> limits) {
        server = TestServer.start(limits);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    Workshop workshop() {
        return Workshop.open(server.base());
    }

    /** An author without a socket: each call appends to the goal and answers the update message. */
    static final class Author {
        private final Doc doc = new Doc();

        byte[] types(String text) {
            byte[] update = doc.transact(
                    () -> doc.getText("goal").insert(doc.getText("goal").length(), text));
            return Message.sync(Message.UPDATE, update);
        }

        /** Everything typed so far. */
        byte[] all() {
            return doc.encodeStateAsUpdate();
        }

        String text() {
            return doc.getText("goal").toString();
        }
    }
}
