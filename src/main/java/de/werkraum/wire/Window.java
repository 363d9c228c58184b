package de.werkraum.wire;

import de.werkraum.metrics.Metrics;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What leaves a room together: messages are gathered first, then the window is sealed and written, one write a socket. What is for all is framed
 * once for each dialect, in a {@link Bundle}; an author's write leaves out its own edits. On the room's event loop only; sockets of other loops get
 * theirs by one hop a loop and turn.
 */
final class Window {
    private static final Logger LOG = Logger.getLogger(Window.class.getName());
    /** A turn of 256 writes takes one to two milliseconds: then others on the loop have theirs. */
    private static final int WRITES_A_TURN = 256;

    private static final Session[] NOBODY = new Session[0];

    private final Metrics metrics;
    private final List<Outgoing.Update> edits = new ArrayList<>();
    /** The numbers of an author's edits. */
    private final Map<Session, List<Integer>> written = new HashMap<>();

    private final Map<Dialect, Bundle> bundles = new HashMap<>(4);
    private @Nullable Bundle last;
    private int bytes;
    private @Nullable Outgoing presence;
    /** Whether there is more than letters. */
    private boolean toAll;

    private Session[] readers = NOBODY;
    private int next;
    private long oldest;

    /** What one connection of another loop gets. */
    private record Parcel(Outlet outlet, List<Outgoing> letters, List<ByteBuf> edits, @Nullable ByteBuf states) {}

    Window(Metrics metrics) {
        this.metrics = metrics;
    }

    /** An edit for everybody who syncs but its author. */
    void add(Outgoing.Update edit, @Nullable Session author) {
        if (edits.isEmpty()) {
            oldest = author == null ? System.nanoTime() : author.heardAt();
        }
        if (author != null) {
            written.computeIfAbsent(author, first -> new ArrayList<>(2)).add(edits.size());
        }
        edits.add(edit);
        bytes += Outgoing.HEAD_BYTES + edit.length();
    }

    /** Bytes of edits, at the most. */
    int bytes() {
        return bytes;
    }

    /**
     * Goes to other servers, before it is written here.
     *
     * @param lettered whom there is something for alone; those of other servers are taken out
     */
    void depart(@Nullable Outgoing states, Set<Edge> edges, Collection<Session> lettered) {
        Map<Edge, Map<Integer, List<Outgoing>>> letters = new HashMap<>();
        lettered.removeIf(session -> {
            Edge edge = session.outlet().edge();
            if (edge != null) {
                List<Outgoing> taken = session.takeLetters();
                if (!taken.isEmpty()) {
                    letters.computeIfAbsent(edge, first -> new LinkedHashMap<>())
                            .put(session.outlet().connection(), taken);
                }
            }
            return edge != null;
        });
        Map<Edge, Map<Integer, List<Integer>>> own = new HashMap<>();
        written.forEach((author, numbers) -> {
            Edge edge = author.outlet().edge();
            if (edge != null) {
                own.computeIfAbsent(edge, first -> new LinkedHashMap<>())
                        .put(author.outlet().connection(), numbers);
            }
        });
        for (Edge edge : edges) {
            Map<Integer, List<Outgoing>> theirs = letters.getOrDefault(edge, Map.of());
            if (states != null || !edits.isEmpty() || !theirs.isEmpty()) {
                edge.depart(new Edge.Departure(edits, own.getOrDefault(edge, Map.of()), states, theirs));
            }
        }
    }

    /**
     * Nothing is added any more; now it may be written.
     *
     * @param states presence, or null
     * @param sessions whom there is something for; letters are taken when their turn comes
     */
    void seal(@Nullable Outgoing states, Collection<Session> sessions) {
        presence = states;
        toAll = states != null || !edits.isEmpty();
        readers = sessions.toArray(NOBODY);
    }

    /** Writes to some; whether all have theirs now, and the window is over. */
    boolean write() {
        long millis = System.currentTimeMillis();
        int end = Math.min(readers.length, next + WRITES_A_TURN);
        Map<Context, List<Parcel>> elsewhere = new LinkedHashMap<>(4);
        long receivers = 0;
        long own = 0;
        for (; next < end; next++) {
            Session session = readers[next];
            List<Integer> theirs = written.isEmpty() ? List.of() : written.getOrDefault(session, List.of());
            receivers += session.syncs() ? 1 : 0;
            own += theirs.size();
            write(session, theirs, millis, elsewhere);
        }
        if (toAll) {
            metrics.delivered(edits.size() * receivers - own, presence == null ? 0 : receivers);
        }
        elsewhere.forEach(this::hand);
        boolean over = next == readers.length;
        if (over) {
            if (!edits.isEmpty()) {
                metrics.lag(System.nanoTime() - oldest);
            }
            release();
        }
        return over;
    }

    private void write(Session session, List<Integer> own, long millis, Map<Context, List<Parcel>> elsewhere) {
        Outlet outlet = session.outlet();
        Bundle bundle = session.syncs() && toAll ? bundle(outlet.dialect()) : null;
        List<ByteBuf> parts = bundle == null ? List.of() : own.isEmpty() ? bundle.edits() : bundle.without(own);
        ByteBuf states = bundle == null ? null : bundle.presence();
        List<Outgoing> letters = session.takeLetters();
        if (parts.isEmpty() && letters.isEmpty() && states == null) {
            return;
        }
        session.sentAt(millis);
        if (outlet.here()) {
            deliver(outlet, letters, parts, states);
        } else {
            elsewhere
                    .computeIfAbsent(outlet.loop(), loop -> new ArrayList<>())
                    .add(new Parcel(outlet, letters, parts, states));
        }
    }

    /** Mostly that of the reader before. */
    private Bundle bundle(Dialect dialect) {
        Bundle known = last;
        if (known == null || !known.isFor(dialect)) {
            known = bundles.computeIfAbsent(dialect, first -> new Bundle(first, edits, bytes, presence));
            last = known;
        }
        return known;
    }

    /** One connection that fails must not keep the others from theirs. */
    private void deliver(Outlet outlet, List<Outgoing> letters, List<ByteBuf> parts, @Nullable ByteBuf states) {
        if (!letters.isEmpty()) {
            metrics.lettersDelivered(letters.size());
        }
        try {
            outlet.deliver(letters, parts, states);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "A write to a connection failed", e);
            outlet.close(Goodbye.INTERNAL.code(), Goodbye.INTERNAL.reason());
        }
    }

    private void hand(Context loop, List<Parcel> parcels) {
        List<Bundle> shared = List.copyOf(bundles.values());
        shared.forEach(Bundle::retain);
        loop.runOnContext(there -> {
            try {
                parcels.forEach(parcel -> deliver(parcel.outlet(), parcel.letters(), parcel.edits(), parcel.states()));
            } finally {
                shared.forEach(Bundle::release);
            }
        });
    }

    /** Lets go of the buffers; sockets that still write have taken hold of theirs. */
    private void release() {
        bundles.values().forEach(Bundle::release);
        readers = NOBODY;
    }
}
