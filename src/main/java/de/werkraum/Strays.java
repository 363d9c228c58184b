package de.werkraum;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;

/**
 * What libraries print on standard error by themselves, as lines of the log. The PostgreSQL client prints the trace of a connection that breaks
 * while it is lent, for one; whoever reads the log as JSON would stumble over it. Of a trace the first line is told, which says what
 * happened. Thread-safe as the {@link PrintStream} around it is.
 */
final class Strays extends OutputStream {
    /** Longest line that is kept, in bytes: what prints without an end takes no memory. */
    private static final int LONGEST = 8_192;

    private final Logger log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private Strays(Logger log) {
        this.log = log;
    }

    /** A stream whose lines go to that log. */
    static PrintStream to(Logger log) {
        return new PrintStream(new Strays(log), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int next) {
        if (next == '\n') {
            tell(line.toString(StandardCharsets.UTF_8));
            line.reset();
        } else if (line.size() < LONGEST) {
            line.write(next);
        }
    }

    private void tell(String text) {
        boolean trace = text.startsWith("\tat ") || text.startsWith("\t...");
        if (!trace && !text.isBlank()) {
            log.warning(text.strip());
        }
    }
}
