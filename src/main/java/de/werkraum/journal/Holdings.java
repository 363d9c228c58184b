package de.werkraum.journal;

import de.werkraum.store.PlanStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What PostgreSQL has said it holds of the plans in memory, and whether it still does: a standby that was promoted, or a server with
 * {@code synchronous_commit = off} after a crash, may lack the last of what had been committed. On the journal's loop, but where it says otherwise.
 */
final class Holdings {
    private static final Logger LOG = Logger.getLogger(Holdings.class.getName());
    /** Sessions remembered as asked: the pool has twelve, and lets those go that nobody needs. */
    private static final int SESSIONS = 100;

    private final Context home;
    private final PlanStore store;
    private final Runnable lossFound;
    private final Runnable another;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();
    private final Set<UUID> lost = new HashSet<>();
    private final Set<Long> asked = new HashSet<>();
    /** Which run of which PostgreSQL answered last; empty until one has. */
    private String server = "";

    private record Held(long seq, Author author) {}

    /**
     * @param lossFound called where something is found missing and nothing was before
     * @param another called when another run of PostgreSQL answers than before
     */
    Holdings(Context home, PlanStore store, Runnable lossFound, Runnable another) {
        this.home = home;
        this.store = store;
        this.lossFound = lossFound;
        this.another = another;
    }

    /** A room's plan is in memory, and all up to that number is in PostgreSQL. From any thread. */
    void knows(UUID room, long seq, Author author) {
        held.merge(room, new Held(seq, author), (before, now) -> before.seq() > seq ? before : now);
    }

    /** The same of a plan that is known to be in memory. */
    void committed(UUID room, long seq) {
        held.computeIfPresent(room, (id, before) -> new Held(Math.max(before.seq(), seq), before.author()));
    }

    /** The plan has left memory. From any thread. */
    void forget(UUID room) {
        held.remove(room);
        home.runOnContext(now -> lost.remove(room));
    }

    /** What was lost of a room is there again. */
    void restored(UUID room) {
        if (lost.remove(room) && lost.isEmpty()) {
            LOG.info("What PostgreSQL had lost is written again.");
        }
    }

    /** Whether PostgreSQL holds all it had committed, as far as is known. */
    boolean whole() {
        return lost.isEmpty();
    }

    /** Whether that session of PostgreSQL has been asked. On the journal's loop. */
    boolean knows(long session) {
        return asked.contains(session);
    }

    /** Asks where that session of PostgreSQL has not been asked before. */
    Future<Void> verified(long session) {
        return knows(session)
                ? Future.succeededFuture()
                : verified().onSuccess(done -> {
                    if (asked.size() >= SESSIONS) {
                        asked.clear();
                    }
                    asked.add(session);
                });
    }

    /** Asks whether all is still there; whoever lacks something is told to write it again. */
    Future<Void> verified() {
        Map<UUID, Long> said = new HashMap<>();
        held.forEach((room, at) -> said.put(room, at.seq()));
        Promise<Void> heard = Promise.promise();
        store.holding(said)
                .onFailure(heard::fail)
                .onSuccess(holding -> home.runOnContext(now -> {
                    holding.lacking().forEach(this::lose);
                    if (!server.equals(holding.server())) {
                        boolean first = server.isEmpty();
                        server = holding.server();
                        if (!first) {
                            LOG.info("Another run of PostgreSQL answers than before.");
                            another.run();
                        }
                    }
                    heard.complete();
                }));
        return heard.future();
    }

    private void lose(UUID room) {
        Held at = held.get(room);
        if (at == null || !lost.add(room)) {
            return;
        }
        LOG.log(
                Level.SEVERE,
                "PostgreSQL has lost updates of room {0} that it had committed, up to number {1}. They are written again.",
                new Object[] {room, String.valueOf(at.seq())});
        if (lost.size() == 1) {
            lossFound.run();
        }
        at.author().lost();
    }
}
