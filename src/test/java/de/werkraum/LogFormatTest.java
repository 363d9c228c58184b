package de.werkraum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogFormatTest {
    private static LogRecord line(String logger, String message) {
        LogRecord line = new LogRecord(Level.WARNING, message);
        line.setLoggerName(logger);
        line.setInstant(Instant.parse("2026-07-04T09:30:00.250Z"));
        return line;
    }

    @Test
    void textIsOneLine() {
        LogRecord line = line("de.werkraum.journal.Journal", "A commit failed: {0}");
        line.setParameters(new Object[] {"first\n  second"});
        assertEquals(
                "2026-07-04T09:30:00.250Z WARNING de.werkraum.journal.Journal: A commit failed: first | second\n",
                new LogFormat(false).format(line));
    }

    @Test
    void jsonIsOneLineWithTheTrace() throws Exception {
        LogRecord line = line("de.werkraum.web.Door", "Request \"failed\"");
        line.setThrown(new IllegalStateException("outer", new ClassCastException("inner")));
        String text = new LogFormat(true).format(line);
        assertEquals(1, text.lines().count());
        JsonNode json = new ObjectMapper().readTree(text);
        assertEquals("2026-07-04T09:30:00.250Z", json.get("time").asText());
        assertEquals("WARNING", json.get("level").asText());
        assertEquals("de.werkraum.web.Door", json.get("logger").asText());
        assertEquals("Request \"failed\"", json.get("message").asText());
        assertTrue(json.get("trace").asText().contains("caused by java.lang.ClassCastException: inner"));
        assertTrue(json.get("trace").asText().contains("at de.werkraum.LogFormatTest"));
    }

    @Test
    void aTraceStaysInTheLineOfItsFact() {
        LogRecord line = line("de.werkraum.web.Door", "Request failed");
        line.setThrown(new IllegalStateException("outer\n2026-07-04 forged", new ClassCastException("inner")));
        String text = new LogFormat(false).format(line);
        assertEquals(1, text.lines().count(), text);
        assertTrue(
                text.contains("Request failed | java.lang.IllegalStateException: outer | 2026-07-04 forged | at "),
                text);
        assertTrue(text.contains(" | caused by java.lang.ClassCastException: inner | at "), text);
    }

    @Test
    void whatSomebodyTypedIsNotRepeated() {
        String typed = String.join("", "Xa", "ver");
        for (Runnable reading : List.<Runnable>of(
                () -> Integer.parseInt(typed),
                () -> UUID.fromString(typed),
                () -> LocalDate.parse(typed),
                () -> new JsonObject("{\"name\": " + typed + "}"))) {
            RuntimeException thrown = assertThrows(RuntimeException.class, reading::run);
            LogRecord line = line("de.werkraum.web.Door", "Request failed");
            line.setThrown(thrown);
            String text = new LogFormat(false).format(line);
            assertFalse(text.contains(typed), text);
            assertTrue(text.contains(thrown.getClass().getName()), text);
        }
    }

    @Test
    void tokensAndAddressesOfLibrariesAreTakenOut() {
        LogFormat format = new LogFormat(false);
        String token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
        assertFalse(
                format.format(line("de.werkraum.web.Door", "Bearer " + token)).contains("eyJ"));
        assertFalse(format.format(line("io.vertx.core", "GET /collab/x?token=geheim&events=1"))
                .contains("geheim"));
        String ipv4 = format.format(line("io.netty.handler", "Connection reset by /192.168.13.7:51234"));
        assertTrue(ipv4.contains("[address]") && !ipv4.contains("192.168"), ipv4);
        String ipv6 = format.format(line("io.netty.handler", "closed [2001:db8:0:1::7]:443"));
        assertTrue(ipv6.contains("[address]") && !ipv6.contains("2001"), ipv6);
        String ours = format.format(line("de.werkraum.store.Database", "Connection refused: 127.0.0.1:5432"));
        assertTrue(ours.contains("127.0.0.1:5432"), "where our own database is, the operator wants to know");
        String hour = format.format(line("org.flywaydb.core", "took 00:00.250s"));
        assertTrue(hour.contains("00:00.250s"), hour);
    }

    @Test
    void aHandshakeThatWasCutIsNoFact() {
        LogRecord cut = line("io.vertx.core.impl.ContextImpl", "Unhandled exception");
        cut.setThrown(new IllegalStateException("Result is already complete"));
        assertFalse(LogFormat.tells(cut));
        cut.setThrown(new IllegalStateException("something else"));
        assertTrue(LogFormat.tells(cut));
        assertTrue(LogFormat.tells(line("de.werkraum", "a fact")));
    }

    @Test
    void theOperatorChooses() {
        assertFalse(Config.logsJson(Map.of()));
        assertFalse(Config.logsJson(Map.of("WERKRAUM_LOG", "text")));
        assertTrue(Config.logsJson(Map.of("WERKRAUM_LOG", "json")));
        assertThrows(IllegalArgumentException.class, () -> Config.logsJson(Map.of("WERKRAUM_LOG", "xml")));
    }
}
