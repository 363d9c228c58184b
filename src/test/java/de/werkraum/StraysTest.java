package de.werkraum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class StraysTest {
    private final List<String> told = new ArrayList<>();
    private final Logger log = Logger.getAnonymousLogger();

    StraysTest() {
        log.setUseParentHandlers(false);
        log.addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                told.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    @Test
    void aTraceIsItsFirstLineAndItsCauses() {
        try (PrintStream stray = Strays.to(log)) {
            new IllegalStateException("die Verbindung ist weg", new ClassCastException("warum")).printStackTrace(stray);
        }
        assertEquals(
                List.of(
                        "java.lang.IllegalStateException: die Verbindung ist weg",
                        "Caused by: java.lang.ClassCastException: warum"),
                told);
    }

    @Test
    void anythingElseIsALineEach() {
        try (PrintStream stray = Strays.to(log)) {
            stray.print("ein ");
            stray.println("Satz");
            stray.println();
            stray.println("x".repeat(10_000));
        }
        assertEquals(List.of("ein Satz", "x".repeat(8_192)), told);
    }
}
