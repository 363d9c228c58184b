package de.werkraum.room;

import de.werkraum.metrics.Metrics;
import de.werkraum.sync.AwarenessState;
import de.werkraum.sync.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends a room's messages. A write to a socket costs about 5 µs whatever its size, so what is said within one window leaves together:
 *
 * <pre>
 *   edits of all authors ──► one buffer of frames, encoded once, shared by all sockets ─┐
 *   newest presence of each client ──► one frame, as often as its price allows ─────────┼──► one hop a loop, one write a socket
 *   letters to single connections (step 2, saved, ok, polls) ───────────────────────────┘
 * </pre>
 *
 * A quiet room has no window: the first message after a pause leaves at the end of its turn. Under load a window is 5 ms. An author does not
 * get its own edits back: its write leaves out those parts of the shared buffer. On the room's event loop only; nothing else knows that frames
 * are joined.
 */
final class Fanout {
    private static final long WINDOW_NANOS = 5_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    /** What presence may cost a room: carets of 700 people to 700 people would otherwise be 759 MB/s. */
    private static final long PRESENCE_BYTES_PER_SECOND = 10_000_000;
    /** A buffer this long leaves at once: it bounds what a flood may gather. */
    private static final int GATHERED_BYTES = 1 << 20;

    private final Vertx vertx;
    private final Context room;
    private final Set<Session> sessions;
    private final Map<Long, AwarenessState> presence = new LinkedHashMap<>();
    private final Set<Session> lettered = new LinkedHashSet<>();
    private final Map<Session, List<Span>> written = new HashMap<>();
    private final Metrics metrics;
    private @Nullable ByteBuf edits;
    private int messages;
    private long oldest;
    private boolean scheduled;
    private boolean presenceScheduled;
    private long flushedAt;
    private long presenceDueAt;

    /** A part of the shared buffer that one author wrote. */
    private record Span(int start, int end) {}

    /** What one connection gets of a window. */
    private record Parcel(Outlet outlet, List<Outgoing> letters, List<ByteBuf> edits) {}

    /** @param sessions all connections of the room, as they come and go */
    Fanout(Vertx vertx, Context room, Set<Session> sessions, Metrics metrics) {
        this.vertx = vertx;
        this.room = room;
        this.sessions = sessions;
        this.metrics = metrics;
        flushedAt = System.nanoTime() - NANOS_PER_SECOND;
        presenceDueAt = flushedAt;
    }

    /** A sync message for everybody who syncs but its author. */
    void edit(byte[] message, @Nullable Session author) {
        ByteBuf buffer = edits == null ? PooledByteBufAllocator.DEFAULT.directBuffer(message.length + 64) : edits;
        if (messages++ == 0) {
            oldest = author == null ? System.nanoTime() : author.heardAt();
        }
        int start = buffer.writerIndex();
        Frames.write(buffer, message);
        edits = buffer;
        if (author != null) {
            written.computeIfAbsent(author, first -> new ArrayList<>()).add(new Span(start, buffer.writerIndex()));
        }
        if (buffer.writerIndex() > GATHERED_BYTES) {
            flush();
        } else {
            schedule();
        }
    }

    /** Presence for everybody who syncs; a newer state of a client takes the place of one still waiting. */
    void presence(List<AwarenessState> states) {
        states.forEach(state -> {
            if (presence.put(state.client(), state) != null) {
                metrics.presenceReplaced();
            }
        });
        if (!states.isEmpty()) {
            schedulePresence();
        }
    }

    /** A message for one connection. */
    void letter(Session session, Outgoing message) {
        session.letters().add(message);
        lettered.add(session);
        schedule();
    }

    /** What was sent before arrives before the goodbye. */
    void close(Session session, Goodbye goodbye) {
        flush();
        Outlet outlet = session.outlet();
        outlet.loop().runOnContext(there -> outlet.close(goodbye.code(), goodbye.reason()));
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            at(flushedAt + WINDOW_NANOS, this::flush);
        }
    }

    /** Presence alone waits until it may be paid for; with other messages it travels earlier if it may. */
    private void schedulePresence() {
        if (!scheduled && !presenceScheduled) {
            presenceScheduled = true;
            at(Math.max(flushedAt + WINDOW_NANOS, presenceDueAt), () -> {
                presenceScheduled = false;
                flush();
            });
        }
    }

    private void at(long due, Runnable action) {
        long wait = due - System.nanoTime();
        if (wait <= 0) {
            room.runOnContext(later -> action.run());
        } else {
            vertx.setTimer(1 + wait / NANOS_PER_MILLI, timer -> room.runOnContext(later -> action.run()));
        }
    }

    private void flush() {
        scheduled = false;
        long now = System.nanoTime();
        flushedAt = now;
        ByteBuf presenceFrame = now - presenceDueAt >= 0 ? presenceFrame(now) : null;
        ByteBuf shared = edits;
        edits = null;
        long since = oldest;
        parcels(shared, presenceFrame).forEach((loop, parcels) -> hand(loop, parcels, shared, presenceFrame, since));
        messages = 0;
        release(shared);
        release(presenceFrame);
        written.clear();
        lettered.clear();
        if (!presence.isEmpty()) {
            schedulePresence();
        }
    }

    /** The waiting presence as one frame; the next may follow when this one has been paid for. */
    private @Nullable ByteBuf presenceFrame(long now) {
        if (presence.isEmpty()) {
            return null;
        }
        byte[] message = Message.awareness(List.copyOf(presence.values()));
        presence.clear();
        long price = (long) message.length * sessions.size();
        presenceDueAt = now + price * NANOS_PER_SECOND / PRESENCE_BYTES_PER_SECOND;
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.directBuffer(message.length + Frames.LONGEST_HEADER);
        Frames.write(frame, message);
        return frame;
    }

    private Map<Context, List<Parcel>> parcels(@Nullable ByteBuf shared, @Nullable ByteBuf presenceFrame) {
        Map<Context, List<Parcel>> loops = new LinkedHashMap<>();
        long millis = System.currentTimeMillis();
        if (shared != null || presenceFrame != null) {
            List<ByteBuf> whole = shared == null ? List.of() : List.of(shared);
            long receivers = 0;
            long own = 0;
            for (Session session : sessions) {
                if (session.syncs()) {
                    List<Span> spans = written.getOrDefault(session, List.of());
                    List<ByteBuf> parts = spans.isEmpty() || shared == null ? whole : without(shared, spans);
                    receivers++;
                    own += spans.size();
                    lettered.remove(session);
                    add(loops, session, parts, millis);
                }
            }
            metrics.delivered(messages * receivers - own, presenceFrame == null ? 0 : receivers);
        }
        lettered.forEach(session -> add(loops, session, List.of(), millis));
        return loops;
    }

    private static void add(Map<Context, List<Parcel>> loops, Session session, List<ByteBuf> parts, long millis) {
        session.sentAt(millis);
        loops.computeIfAbsent(session.outlet().loop(), loop -> new ArrayList<>())
                .add(new Parcel(session.outlet(), session.takeLetters(), parts));
    }

    private static List<ByteBuf> without(ByteBuf shared, List<Span> own) {
        List<ByteBuf> parts = new ArrayList<>();
        int from = 0;
        for (Span span : own) {
            if (span.start() > from) {
                parts.add(shared.slice(from, span.start() - from));
            }
            from = span.end();
        }
        if (shared.writerIndex() > from) {
            parts.add(shared.slice(from, shared.writerIndex() - from));
        }
        return parts;
    }

    private void hand(
            Context loop, List<Parcel> parcels, @Nullable ByteBuf shared, @Nullable ByteBuf presenceFrame, long since) {
        retain(shared);
        retain(presenceFrame);
        loop.runOnContext(there -> {
            try {
                parcels.forEach(parcel -> {
                    metrics.lettersDelivered(parcel.letters().size());
                    parcel.outlet().deliver(parcel.letters(), parcel.edits(), presenceFrame);
                });
                if (shared != null) {
                    metrics.lag(System.nanoTime() - since);
                }
            } finally {
                release(shared);
                release(presenceFrame);
            }
        });
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
