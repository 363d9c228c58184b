package de.werkraum.journal;

import de.werkraum.pace.SerialQueue;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/**
 * Lets the rooms of a server write their snapshots one after the other. Rooms that are equally busy are due at the same moment; a hundred at once
 * would take every connection to PostgreSQL from those who wait for an answer, and open more. May be called from any thread.
 */
final class Snapshots {
    private final Context home;
    private final SerialQueue queue;

    Snapshots(Context home) {
        this.home = home;
        queue = new SerialQueue(home);
    }

    /** Writes one on its room's loop when its turn has come; the document is encoded then, so none is kept waiting. */
    Future<Void> write(Context room, Supplier<Future<Void>> snapshot) {
        Promise<Void> written = Promise.promise();
        home.runOnContext(now -> queue.pass(() -> on(room, snapshot)).onComplete(written));
        return written.future();
    }

    private static Future<Void> on(Context room, Supplier<Future<Void>> snapshot) {
        Promise<Void> done = Promise.promise();
        room.runOnContext(there -> SerialQueue.begin(snapshot, done));
        return done.future();
    }
}
