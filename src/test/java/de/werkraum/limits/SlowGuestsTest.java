package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.RawSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that say nothing, or little. */
class SlowGuestsTest extends LimitsServer {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    SlowGuestsTest() {
        super(Map.of("headSeconds", 1, "bodySeconds", 1, "keepAliveSeconds", 1));
    }

    @Test
    @Tag("B-6")
    void whoTakesTooLongToSayAnythingIsCut() {
        try (RawSocket silent = connect();
                RawSocket head = connect();
                RawSocket body = connect();
                RawSocket idle = connect()) {
            head.write(bytes("GET /health/live HTTP/1.1\r\nHost: localhost\r\n"));
            body.write(bytes("POST /api/v1/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{"));
            idle.write(bytes("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            assertTrue(idle.head().startsWith("HTTP/1.1 200"));
            // Trickling is no way to stay.
            head.awaitCut(LIMIT, bytes("X-Slow: 1\r\n"));
            body.awaitCut(LIMIT, bytes(" "));
            idle.awaitCut(LIMIT, bytes("X"));
            assertEquals("", silent.head());
        }
    }

    private RawSocket connect() {
        return RawSocket.connect(server.base());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
