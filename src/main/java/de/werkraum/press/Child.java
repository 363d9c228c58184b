package de.werkraum.press;

import de.werkraum.export.Style;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** One process that makes documents, as whoever started it sees it. For one thread at a time. */
final class Child {
    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Duration patience;

    private Child(Process process, Duration patience) {
        this.process = process;
        this.patience = patience;
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /**
     * Starts one and waits until it is there.
     *
     * @param patience for the start, and for each document; after it the process is killed
     * @throws IOException if it does not come
     */
    static Child start(ProcessBuilder command, Style style, Duration patience) throws IOException {
        var child = new Child(command.start(), patience);
        child.within(() -> {
            Frames.write(child.out, Frames.bytes(style));
            if (child.in.read() != Printing.READY) {
                throw new IOException("the process ended at once");
            }
            return child;
        });
        return child;
    }

    /**
     * Has an order carried out.
     *
     * @throws IOException if the process ended over it, or took too long and was killed
     */
    Answer ask(byte[] order) throws IOException {
        return within(() -> {
            Frames.write(out, order);
            return Frames.read(in, Answer.class);
        });
    }

    private interface Talk<V> {
        V over() throws IOException;
    }

    /** Reading from a process knows no time limit; a process that was killed has nothing more to be read. */
    private <V> V within(Talk<V> talk) throws IOException {
        var done = new CompletableFuture<Void>();
        Executor later = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(() -> {
            if (!done.isDone()) {
                end();
            }
        });
        try {
            return talk.over();
        } catch (IOException e) {
            end();
            throw e;
        } finally {
            done.complete(null);
        }
    }

    boolean lives() {
        return process.isAlive();
    }

    void end() {
        process.destroyForcibly();
    }
}
