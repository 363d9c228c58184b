package de.werkraum.press;

import de.werkraum.export.Rendered;
import de.werkraum.export.Style;
import de.werkraum.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes documents in processes of their own, started when they are first needed and for as long as they are: on few cores rooms would else wait for the
 * collector, which moves half-made documents about, and for the processor. As many as threads call at once.
 */
public final class Apart implements Maker {
    private static final Logger LOG = Logger.getLogger(Apart.class.getName());
    /** A process may end, since it was idle, in the moment in which it is asked; another one is then. */
    private static final int TRIES = 2;

    private final Supplier<ProcessBuilder> command;
    private final Style style;
    private final Duration patience;
    private final Maker otherwise;
    /** The one that was used last is asked next: it has loaded more. */
    private final Deque<Child> free = new ConcurrentLinkedDeque<>();

    private final Set<Child> all = ConcurrentHashMap.newKeySet();
    private volatile boolean impossible;
    private volatile boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param command starts {@link Printing}
     * @param patience for a start, and for each document
     * @param otherwise makes them where no process can be started
     */
    public Apart(Supplier<ProcessBuilder> command, Style style, Duration patience, Maker otherwise) {
        this.command = command;
        this.style = style;
        this.patience = patience;
        this.otherwise = otherwise;
    }

    @Override
    public Rendered make(Order order) {
        byte[] frame = frame(order);
        for (int attempt = 0; attempt < TRIES && !closed; attempt++) {
            Child child = child();
            if (child == null) {
                return otherwise.make(order);
            }
            try {
                Answer answer = child.ask(frame);
                free.push(child);
                return document(answer);
            } catch (IOException e) {
                all.remove(child);
                LOG.log(Level.WARNING, "A process that makes documents has ended: {0}", e.toString());
            }
        }
        throw Problem.unavailable("The document could not be made: it takes more memory or time than there is.");
    }

    private static byte[] frame(Order order) {
        try {
            return Frames.bytes(order);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rendered document(Answer answer) {
        if (answer instanceof Answer.Failed failed) {
            throw new IllegalStateException("A document could not be made: " + failed.reason());
        }
        return ((Answer.Made) answer).document();
    }

    private @Nullable Child child() {
        for (Child child = free.poll(); child != null; child = free.poll()) {
            if (child.lives()) {
                return child;
            }
            all.remove(child);
        }
        return impossible ? null : started();
    }

    private @Nullable Child started() {
        try {
            Child child = Child.start(command.get(), style, patience);
            all.add(child);
            if (closed) {
                child.end();
            }
            return child;
        } catch (IOException e) {
            impossible = true;
            LOG.log(
                    Level.WARNING,
                    "No process of its own for documents ({0}): they are made beside the rooms, which may wait for them.",
                    e.toString());
            return null;
        }
    }

    @Override
    public void close() {
        closed = true;
        all.forEach(Child::end);
        otherwise.close();
    }
}
