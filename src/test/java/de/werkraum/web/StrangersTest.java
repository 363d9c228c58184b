package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class StrangersTest {
    @Test
    void oneLineAMinuteSaysWhatToSet() {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(MessageFormat.format(line.getMessage(), line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Strangers.class.getName());
        logger.addHandler(handler);
        try {
            AtomicLong nanos = new AtomicLong();
            Strangers strangers = new Strangers(nanos::get);
            strangers.refused("https://werkraum.example", "127.0.0.1:8080");
            strangers.refused("https://werkraum.example", "127.0.0.1:8080");
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(60));
            strangers.refused("https://a\nb " + "x".repeat(200), "null");
        } finally {
            logger.removeHandler(handler);
        }
        assertEquals(2, lines.size(), lines.toString());
        assertEquals(
                "Refused a page of https://werkraum.example, since requests come to the host 127.0.0.1:8080. If people reach Werkraum there, set"
                        + " WERKRAUM_PUBLIC_URL=https://werkraum.example or let the proxy keep the Host header.",
                lines.get(0));
        assertEquals(0, lines.get(1).indexOf("Refused a page of https://a?b?xxx"));
        assertEquals(-1, lines.get(1).indexOf("x".repeat(100)));
    }
}
