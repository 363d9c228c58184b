package de.werkraum.press;

import de.werkraum.export.Exports;
import de.werkraum.export.Style;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The process that makes documents: reads the house's style, says that it is there, and then answers one order after the other. */
public final class Printing {
    /** That the process is up, in one byte. */
    static final int READY = 1;

    private final DataInputStream in;
    private final DataOutputStream out;

    private Printing(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    /**
     * Works until the other end has gone, or nothing was ordered for so long.
     *
     * @param in orders
     * @param out answers
     * @param exports what makes documents in a style
     * @param idle after which the process is to end
     * @param end ends the process, whatever it waits for
     * @throws IOException if the other end can't be understood
     */
    public static void serve(
            InputStream in, OutputStream out, Function<Style, Exports> exports, Duration idle, Runnable end)
            throws IOException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        var printing = new Printing(in, out);
        try {
            printing.work(exports.apply(Frames.read(printing.in, Style.class)), clock, idle, end);
        } catch (EOFException e) {
            // whoever ordered has gone
        } finally {
            clock.shutdownNow();
        }
    }

    private void work(Exports exports, ScheduledExecutorService clock, Duration idle, Runnable end) throws IOException {
        out.write(READY);
        out.flush();
        while (true) {
            ScheduledFuture<?> patience = clock.schedule(end, idle.toMillis(), TimeUnit.MILLISECONDS);
            Order order = Frames.read(in, Order.class);
            patience.cancel(false);
            Frames.write(out, Frames.bytes(answer(order, exports)));
        }
    }

    private static Answer answer(Order order, Exports exports) {
        try {
            return new Answer.Made(order.by(exports));
        } catch (RuntimeException | StackOverflowError e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return new Answer.Failed(trace.toString());
        }
    }
}
