package de.werkraum.pace;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;

/** Does what would take too long on an event loop, on few threads beside them. One for a server; may be called from any thread. */
public final class Aside {
    /**
     * Bytes that are dealt with on the loop. What costs most for its length, a plan of ever new clients, takes some 100 ns a byte: 7 ms, within what
     * others of the loop may be kept waiting.
     */
    public static final int SHORT = 64 * 1024;

    private final WorkerExecutor threads;

    /** @param most things done at once; each may hold a plan and what is made of it in memory */
    public Aside(Vertx vertx, int most) {
        threads = vertx.createSharedWorkerExecutor("werkraum-aside", most);
    }

    /** Does it, and answers on the caller's event loop. Whoever calls gives away what is worked on until then. */
    public <T> Future<T> work(Callable<T> work) {
        return threads.executeBlocking(work, false);
    }

    /** Does it at once where it is about that many bytes and they are few, else aside. */
    public <T> Future<T> work(long bytes, Callable<T> work) {
        if (bytes > SHORT) {
            return work(work);
        }
        try {
            return Future.succeededFuture(work.call());
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }
}
