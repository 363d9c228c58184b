package de.werkraum;

import de.werkraum.press.Printing;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** The process that makes documents; the server starts it. Its input are orders, its output answers; what it has to tell goes to the server's log. */
public final class Printer {
    private Printer() {}

    /** Argument: seconds without an order after which it ends. */
    public static void main(String[] arguments) throws IOException {
        OutputStream answers = System.out;
        System.setOut(System.err);
        Logs.configure(Config.logsJson(System.getenv()));
        Duration idle = Duration.ofSeconds(Long.parseLong(arguments[0]));
        Printing.serve(System.in, answers, Documents::exports, idle, () -> Runtime.getRuntime()
                .halt(0));
        Runtime.getRuntime().halt(0);
    }
}
