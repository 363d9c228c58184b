package de.werkraum.web;

import de.werkraum.export.Exports;
import io.vertx.core.WorkerExecutor;
import java.util.Iterator;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has the libraries that make documents loaded once somebody looks at what a document would hold, so that the first one doesn't wait for them. Once a
 * process, one format after the other: a document that somebody wants meanwhile waits for one of them at most, half a second of processor time.
 */
final class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class.getName());

    private final Exports exports;
    private final WorkerExecutor worker;
    private final AtomicBoolean begun = new AtomicBoolean();

    WarmUp(Exports exports, WorkerExecutor worker) {
        this.exports = exports;
        this.worker = worker;
    }

    void begin() {
        if (begun.compareAndSet(false, true)) {
            next(exports.warmUp().iterator());
        }
    }

    private void next(Iterator<Runnable> formats) {
        if (formats.hasNext()) {
            worker.executeBlocking(Executors.callable(formats.next()), false)
                    .onFailure(reason -> LOG.log(Level.WARNING, "A format could not be warmed up.", reason))
                    .onComplete(done -> next(formats));
        }
    }
}
