package de.werkraum.press;

import de.werkraum.export.ExportInput;
import de.werkraum.export.Exports;
import de.werkraum.export.Preview;
import de.werkraum.export.Rendered;
import de.werkraum.export.Report;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes orders for documents; some are made at once, further ones wait. Thread-safe. */
public final class Press {
    private static final Logger LOG = Logger.getLogger(Press.class.getName());

    private final Exports exports;
    private final Maker maker;
    private final WorkerExecutor worker;
    private final Turns turns;
    private final AtomicBoolean warm = new AtomicBoolean();

    /**
     * Makes nothing yet.
     *
     * @param exports says which formats there are and what a document would hold
     * @param maker makes them
     * @param worker has so many threads that wait for them
     */
    public Press(Exports exports, Maker maker, WorkerExecutor worker, int atOnce) {
        this.exports = exports;
        this.maker = maker;
        this.worker = worker;
        turns = new Turns(atOnce);
    }

    /** The names of all formats, as in {@code …/export/md}. */
    public List<String> formats() {
        return exports.formats();
    }

    /**
     * The document; fails with a {@link de.werkraum.problem.Problem} if it can't be made now.
     *
     * @param reading what it is made of, asked for when it is its turn: what is read and has to wait would fill the heap
     */
    public Future<Rendered> make(Supplier<Future<Order>> reading) {
        return turns.take(() -> reading.get().compose(order -> aside(() -> maker.make(order))));
    }

    /** What a document of that input would hold. Whoever asks is likely to want it: the libraries that make documents are loaded meanwhile. */
    public Future<Preview> preview(ExportInput input) {
        return aside(() -> exports.preview(input)).onSuccess(preview -> warmUp());
    }

    /** What all documents of that input say. */
    public Future<Report> report(ExportInput input) {
        return aside(() -> exports.report(input));
    }

    /** Other work of the kind, in its turn. */
    public <V> Future<V> aside(Callable<V> work) {
        return worker.executeBlocking(work, false);
    }

    /** Once, one format after the other: a document that somebody wants meanwhile waits for one of them at most, half a second of processor time. */
    private void warmUp() {
        if (warm.compareAndSet(false, true)) {
            next(exports.documents().iterator());
        }
    }

    private void next(Iterator<String> formats) {
        if (formats.hasNext()) {
            var trial = new Order.Trial(formats.next());
            make(() -> Future.succeededFuture(trial))
                    .onFailure(reason -> LOG.log(Level.WARNING, "A format could not be warmed up.", reason))
                    .onComplete(done -> next(formats));
        }
    }

    /** Ends what makes documents; what is being made is not finished. */
    public void close() {
        maker.close();
    }
}
