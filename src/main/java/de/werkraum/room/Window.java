package de.werkraum.room;

import de.werkraum.metrics.Metrics;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What leaves a room together: gathered first, then sealed and written, one write a socket. Edits of all authors lie in one buffer, frame after
 * frame, encoded once and shared by all sockets; an author's write leaves out its own parts. On the room's event loop only; sockets of other
 * loops get theirs by one hop a loop and turn.
 */
final class Window {
    private static final Logger LOG = Logger.getLogger(Window.class.getName());
    /** A turn of 256 writes takes one to two milliseconds: then others on the loop have theirs. */
    private static final int WRITES_A_TURN = 256;

    private static final int FIRST_BYTES = 256;
    private static final Session[] NOBODY = new Session[0];

    private final Metrics metrics;
    private final Map<Session, List<Span>> written = new HashMap<>();
    private @Nullable ByteBuf edits;
    private List<ByteBuf> whole = List.of();
    private @Nullable ByteBuf presence;
    private Session[] readers = NOBODY;
    private int next;
    private int messages;
    private long oldest;

    /** A part of the shared buffer that one author wrote. */
    private record Span(int start, int end) {}

    /** What one connection of another loop gets. */
    private record Parcel(Outlet outlet, List<Outgoing> letters, List<ByteBuf> edits) {}

    Window(Metrics metrics) {
        this.metrics = metrics;
    }

    /** A sync message for everybody who syncs but its author. */
    void add(byte[] message, @Nullable Session author) {
        if (messages++ == 0) {
            oldest = author == null ? System.nanoTime() : author.heardAt();
        }
        ByteBuf buffer = edits;
        if (buffer == null) {
            buffer = PooledByteBufAllocator.DEFAULT.directBuffer(FIRST_BYTES + message.length);
            edits = buffer;
        }
        int start = buffer.writerIndex();
        Frames.write(buffer, message);
        if (author != null) {
            written.computeIfAbsent(author, first -> new ArrayList<>(2)).add(new Span(start, buffer.writerIndex()));
        }
    }

    /** Bytes of edits. */
    int bytes() {
        return edits == null ? 0 : edits.writerIndex();
    }

    /**
     * Nothing is added any more; now it may be written.
     *
     * @param states a frame of presence, or null; belongs to the window from now on
     * @param sessions whom there is something for; letters are taken when their turn comes
     */
    void seal(@Nullable ByteBuf states, Collection<Session> sessions) {
        presence = states;
        whole = edits == null ? List.of() : List.of(edits);
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
            List<Span> spans = written.isEmpty() ? List.of() : written.getOrDefault(session, List.of());
            receivers += session.syncs() ? 1 : 0;
            own += spans.size();
            write(session, spans, millis, elsewhere);
        }
        if (edits != null || presence != null) {
            metrics.delivered(messages * receivers - own, presence == null ? 0 : receivers);
        }
        elsewhere.forEach(this::hand);
        boolean over = next == readers.length;
        if (over) {
            if (edits != null) {
                metrics.lag(System.nanoTime() - oldest);
            }
            release();
        }
        return over;
    }

    private void write(Session session, List<Span> own, long millis, Map<Context, List<Parcel>> elsewhere) {
        List<ByteBuf> parts = !session.syncs() ? List.of() : own.isEmpty() ? whole : without(own);
        ByteBuf states = session.syncs() ? presence : null;
        List<Outgoing> letters = session.takeLetters();
        if (parts.isEmpty() && letters.isEmpty() && states == null) {
            return;
        }
        session.sentAt(millis);
        Outlet outlet = session.outlet();
        if (outlet.here()) {
            deliver(outlet, letters, parts, states);
        } else {
            elsewhere.computeIfAbsent(outlet.loop(), loop -> new ArrayList<>()).add(new Parcel(outlet, letters, parts));
        }
    }

    /** One connection that fails must not keep the others from theirs. */
    private void deliver(Outlet outlet, List<Outgoing> letters, List<ByteBuf> parts, @Nullable ByteBuf states) {
        metrics.lettersDelivered(letters.size());
        try {
            outlet.deliver(letters, parts, states);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "A write to a connection failed", e);
            outlet.close(Goodbye.INTERNAL.code(), Goodbye.INTERNAL.reason());
        }
    }

    /** The shared buffer but for an author's own parts. */
    private List<ByteBuf> without(List<Span> own) {
        ByteBuf all = whole.get(0);
        List<ByteBuf> parts = new ArrayList<>(own.size() + 1);
        int from = 0;
        for (Span span : own) {
            if (span.start() > from) {
                parts.add(all.slice(from, span.start() - from));
            }
            from = span.end();
        }
        if (all.writerIndex() > from) {
            parts.add(all.slice(from, all.writerIndex() - from));
        }
        return parts;
    }

    private void hand(Context loop, List<Parcel> parcels) {
        ByteBuf shared = edits;
        ByteBuf states = presence;
        retain(shared);
        retain(states);
        loop.runOnContext(there -> {
            try {
                parcels.forEach(parcel -> deliver(parcel.outlet(), parcel.letters(), parcel.edits(), states));
            } finally {
                release(shared);
                release(states);
            }
        });
    }

    /** Lets go of the buffers; sockets that still write have taken hold of theirs. */
    private void release() {
        release(edits);
        release(presence);
        readers = NOBODY;
    }

    private static void retain(@Nullable ByteBuf buffer) {
        if (buffer != null) {
            buffer.retain();
        }
    }

    private static void release(@Nullable ByteBuf buffer) {
        if (buffer != null) {
            buffer.release();
        }
    }
}
