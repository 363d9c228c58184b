package de.werkraum.wire;

import de.werkraum.metrics.Metrics;
import de.werkraum.sync.AwarenessState;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends a room's messages. A write to a socket costs 5 to 10 µs whatever its size, so what is said within one {@link Window} leaves together:
 *
 * <pre>
 *   edits of all authors ──► one buffer of frames, made once, shared by all sockets ────┐
 *   newest presence of each client ──► one frame, as often as its price allows ─────────┼──► one write a socket
 *   letters to single connections (step 2, ok, polls), and what is saved ───────────────┘
 * </pre>
 *
 * On a quiet loop the first message after a pause leaves at the end of its turn. On a busy one it waits for others as long as the {@link Loop}
 * says; a large room waits in any case until its last writes are over. On the room's event loop only;
 * nothing else knows that frames are joined.
 */
final class Fanout {
    private static final double NANOS_PER_MILLI = 1_000_000;
    /** Two windows of this length are what a person takes for at once. */
    private static final long LONGEST_NANOS = 50_000_000;
    /** Of window for each connection: about what a write costs, and some more. */
    private static final long NANOS_PER_CONNECTION = 12_000;
    /** How long news that is no hurry waits for other messages to travel with. */
    private static final long PATIENCE_MILLIS = 100;
    /** What presence may cost, in nanoseconds of pause: 10 MB/s, and a twentieth of a core for its writes. */
    private static final long PRESENCE_NANOS_PER_BYTE = 100;

    private static final long PRESENCE_NANOS_PER_WRITE = 100_000;
    /** A window this long leaves at once: it bounds what a flood may gather. */
    private static final int GATHERED_BYTES = 1 << 20;

    private static final long NEVER = Long.MAX_VALUE;

    private final Vertx vertx;
    private final Loop loop;
    private final Context room;
    private final Set<Session> sessions;
    private final Set<Edge> edges;
    private final Metrics metrics;
    private final Map<Long, AwarenessState> presence = new LinkedHashMap<>();
    private final Set<Session> lettered = new LinkedHashSet<>();
    private Window gathering;
    private @Nullable Window leaving;
    /** Nanoseconds since the fan-out began. */
    private final long begin = System.nanoTime();

    private long dueAt = NEVER;
    private long flushedAt = -LONGEST_NANOS;
    private long presenceDueAt;
    private boolean patient;

    /**
     * @param sessions all connections of the room to this server, as they come and go
     * @param edges other servers with connections of the room
     */
    Fanout(Vertx vertx, Loop loop, Set<Session> sessions, Set<Edge> edges, Metrics metrics) {
        this.vertx = vertx;
        this.loop = loop;
        room = loop.context();
        this.sessions = sessions;
        this.edges = edges;
        this.metrics = metrics;
        gathering = new Window(metrics);
    }

    /** An edit for everybody who syncs but its author. */
    void edit(Outgoing.Update edit, @Nullable Session author) {
        gathering.add(edit, author);
        wake(gathering.bytes() > GATHERED_BYTES ? 0 : windowEnds());
    }

    /** Presence for everybody who syncs; a newer state of a client takes the place of one still waiting. */
    void presence(List<AwarenessState> states) {
        states.forEach(state -> {
            if (presence.put(state.client(), state) != null) {
                metrics.presenceReplaced();
            }
        });
        wakeForPresence();
    }

    /** A message for one connection. */
    void letter(Session session, Outgoing message) {
        session.letter(message);
        lettered.add(session);
        wake(windowEnds());
    }

    /**
     * A connection has news of its own, which it tells with whatever is sent to it next.
     *
     * @param hurry whether they are worth a write of their own now; if not, they get one in a while
     */
    void news(Session session, boolean hurry) {
        lettered.add(session);
        if (hurry) {
            wake(windowEnds());
        } else if (!patient) {
            patient = true;
            vertx.setTimer(PATIENCE_MILLIS, timer -> {
                patient = false;
                if (!lettered.isEmpty()) {
                    wake(windowEnds());
                }
            });
        }
    }

    /** Letters written before arrive before the goodbye. */
    void close(Session session, Goodbye goodbye) {
        lettered.remove(session);
        Outlet outlet = session.outlet();
        List<Outgoing> letters = session.takeLetters();
        Edge edge = outlet.edge();
        if (edge != null) {
            edge.dismiss(outlet.connection(), letters, goodbye);
            return;
        }
        outlet.loop().runOnContext(there -> {
            outlet.deliver(letters, List.of(), null);
            outlet.close(goodbye.code(), goodbye.reason());
        });
    }

    private long now() {
        return System.nanoTime() - begin;
    }

    private long windowEnds() {
        long gap = Math.min(LONGEST_NANOS, (sessions.size() + edges.size()) * NANOS_PER_CONNECTION);
        long now = System.nanoTime();
        return Math.max(flushedAt + gap, now - begin + loop.patience(now));
    }

    /** Presence alone waits until it may be paid for; with other messages it travels earlier if it may. */
    private void wakeForPresence() {
        if (!presence.isEmpty()) {
            wake(Math.max(windowEnds(), presenceDueAt));
        }
    }

    private void wake(long due) {
        if (due < dueAt) {
            dueAt = due;
            long millis = Math.round((due - now()) / NANOS_PER_MILLI);
            if (millis <= 0) {
                room.runOnContext(turn -> ring(due));
            } else {
                vertx.setTimer(millis, timer -> ring(due));
            }
        }
    }

    /** An earlier call may have come between. */
    private void ring(long due) {
        if (due == dueAt && leaving == null) {
            dueAt = NEVER;
            flush();
        }
    }

    private void flush() {
        long now = now();
        flushedAt = now;
        Outgoing states = now >= presenceDueAt ? newestPresence(now) : null;
        Window window = gathering;
        gathering = new Window(metrics);
        if (!edges.isEmpty()) {
            window.depart(states, edges, lettered);
        }
        window.seal(states, window.bytes() > 0 || states != null ? sessions : lettered);
        lettered.clear();
        leaving = window;
        write(window);
    }

    private void write(Window window) {
        long since = System.nanoTime();
        boolean over = window.write();
        loop.wrote(since, System.nanoTime());
        if (!over) {
            room.runOnContext(turn -> write(window));
            return;
        }
        leaving = null;
        wakeForPresence();
        if (dueAt != NEVER) {
            long due = dueAt;
            dueAt = NEVER;
            wake(due);
        }
    }

    /** The waiting presence as one message; the next may follow when this one has been paid for. */
    private @Nullable Outgoing newestPresence(long now) {
        if (presence.isEmpty()) {
            return null;
        }
        Outgoing message = Outgoing.Presence.of(List.copyOf(presence.values()));
        presence.clear();
        long price = PRESENCE_NANOS_PER_WRITE + message.length() * PRESENCE_NANOS_PER_BYTE;
        presenceDueAt = now + price * (sessions.size() + edges.size());
        return message;
    }
}
