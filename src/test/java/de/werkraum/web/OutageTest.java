package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What is told as 503, and what as a bug. */
class OutageTest {
    private static PgException postgres(String state) {
        return new PgException("no", "ERROR", state, "no");
    }

    @Test
    void aDatabaseOutOfReachOrReadOnlyIsAnOutage() {
        for (String state : List.of("08006", "53300", "57P01", "57P03", "25006", "55P03", "58030")) {
            assertTrue(Outage.is(postgres(state)), state);
        }
        assertTrue(Outage.is(ClosedConnectionException.INSTANCE));
        assertTrue(Outage.is(new IOException("Connection reset by peer")));
        assertTrue(Outage.is(new TimeoutException()));
        assertTrue(Outage.is(VertxException.noStackTrace("Connection is not active now")));
    }

    @Test
    void aBugIsNone() {
        for (String state : List.of("42P01", "23505", "22P02", "XX001", "")) {
            assertFalse(Outage.is(postgres(state)), state);
        }
        assertFalse(Outage.is(new VertxException("a loop was left")));
        assertFalse(Outage.is(new NoSuchFileException("gone")));
        assertFalse(Outage.is(new IllegalStateException()));
        assertFalse(Outage.is(new NullPointerException()));
    }
}
