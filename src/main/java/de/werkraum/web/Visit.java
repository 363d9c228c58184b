package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.metrics.Metrics;
import de.werkraum.wire.Dialect;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Lines;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Outlet;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection without a WebSocket, as a room's outlet: it hears by one {@link Downstream} after another and speaks by requests of their own
 * ({@link Upstream}). It outlives each of them for a while, and nothing is lost or told twice in between. On the event loop of the request that began it.
 */
final class Visit implements Outlet {
    /** What a client's own goodbye says (RFC 6455, section 7.4.1). */
    private static final int LEFT = 1000;

    private final UUID id;
    private final UUID member;
    private final UUID room;
    private final Context loop;
    private final Thread thread = Thread.currentThread();
    private final Limits limits;
    private final Metrics metrics;
    private final Entering entering;
    private final IntConsumer closing;
    private final Upstream up;
    private final Backlog backlog;
    private Patience patience;
    private @Nullable Downstream down;
    /** When it was last heard of by somebody who listens, or wrote to somebody. */
    private long seenAt = System.nanoTime();

    private long wroteAt = seenAt;
    private boolean closed;
    private boolean over;

    /**
     * @param ledger where what it makes the server hold is counted, to the account of its member
     * @param entering gets its messages
     * @param closing hears the code of the goodbye
     */
    Visit(
            UUID id,
            Member member,
            Context loop,
            Limits limits,
            Metrics metrics,
            Ledger ledger,
            Entering entering,
            IntConsumer closing) {
        this.id = id;
        this.member = member.id();
        room = member.room();
        this.closing = closing;
        this.loop = loop;
        this.limits = limits;
        this.metrics = metrics;
        this.entering = entering;
        backlog = new Backlog(limits.visits().keptBytes());
        patience = new Patience(limits.connections(), seenAt);
        Ledger.Share share = ledger.open(this.member, why -> loop.runOnContext(there -> goodbye(why)));
        up = new Upstream(Lines.DIALECT, limits.messages(), share, this::goodbye, entering::receive);
    }

    UUID id() {
        return id;
    }

    /** Whether it is of that member in that room. */
    boolean belongs(UUID someone, UUID somewhere) {
        return member.equals(someone) && room.equals(somewhere);
    }

    @Override
    public Dialect dialect() {
        return Lines.DIALECT;
    }

    @Override
    public Context loop() {
        return loop;
    }

    @Override
    public boolean here() {
        return Thread.currentThread() == thread;
    }

    /** What came with one request; answers the number that is to come next. */
    Future<Long> speak(Upstream.Pieces pieces, long arrived) {
        if (closed) {
            return Future.failedFuture(Visits.over());
        }
        backlog.arrived(arrived);
        return up.take(pieces);
    }

    /** Hears by this answer from now on, from the line after that one; by the one before no more. False where these lines are not to be had. */
    boolean listen(Downstream next, long after) {
        if (over || !backlog.holds(after) || (closed && backlog.endsWith(after))) {
            return false;
        }
        Downstream before = down;
        down = next;
        if (before != null) {
            before.end();
        }
        backlog.again(after);
        long now = System.nanoTime();
        patience = new Patience(limits.connections(), now);
        patience.sent(backlog.waitingBytes(), backlog.waitingBytes());
        next.open(() -> loop.runOnContext(there -> pump()));
        wroteAt = now;
        pump();
        return true;
    }

    /** The answer by which it heard has ended. */
    void deaf(Downstream ended) {
        if (down == ended) {
            down = null;
            seenAt = System.nanoTime();
        }
    }

    @Override
    public void deliver(List<Outgoing> letters, List<ByteBuf> edits, @Nullable ByteBuf presence) {
        if (closed) {
            return;
        }
        long before = backlog.waitingBytes();
        letters.forEach(letter -> backlog.keep(lines(letter)));
        long answers = backlog.waitingBytes() - before;
        edits.forEach(part -> backlog.share(part.retainedDuplicate()));
        if (presence != null && before > 0) {
            metrics.presenceSpared();
        } else if (presence != null) {
            backlog.share(presence.retainedDuplicate());
        }
        patience.sent(backlog.waitingBytes() - before, answers);
        pump();
        boolean behind = down != null && down.full();
        long pending = behind || down == null ? backlog.waitingBytes() : 0;
        if (down == null ? patience.tooMuch(pending) : patience.isOver(pending, System.nanoTime())) {
            goodbye(Goodbye.SLOW_READER);
        }
    }

    /** Of memory that needs no release: they may wait for long. */
    private static ByteBuf lines(Outgoing letter) {
        if (letter instanceof Outgoing.Shared) {
            return Lines.DIALECT.framed(letter, Unpooled.buffer().alloc());
        }
        ByteBuf lines = Unpooled.buffer(Lines.DIALECT.room(letter));
        Lines.DIALECT.frame(letter, lines);
        return lines;
    }

    private void pump() {
        Downstream reader = down;
        if (reader == null) {
            return;
        }
        long waited = backlog.waitingBytes();
        boolean over = reader.pump(backlog);
        long wrote = waited - backlog.waitingBytes();
        if (wrote > 0) {
            metrics.wrote((int) wrote);
            wroteAt = System.nanoTime();
        }
        if (closed && !backlog.waits()) {
            reader.end();
            deaf(reader);
        } else if (over) {
            deaf(reader);
        }
    }

    /** Tells who listens that the server is there, after so long a silence. */
    void beat(int seconds) {
        if (down != null && System.nanoTime() - wroteAt >= TimeUnit.SECONDS.toNanos(seconds)) {
            beat(down);
        }
    }

    /** An answer that is waited for ends, even with nothing. */
    void beat(Downstream reader) {
        if (down == reader) {
            wroteAt = System.nanoTime();
            if (reader.beat()) {
                deaf(reader);
            }
        }
    }

    /** Whether nobody has listened for that long. */
    boolean abandoned(int seconds) {
        return down == null && System.nanoTime() - seenAt >= TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Closes for a reason of the server's own, not the room's. */
    void goodbye(Goodbye goodbye) {
        metrics.goodbye(goodbye.word());
        close(goodbye.code(), goodbye.reason());
    }

    /** Its goodbye waits for whoever listens next. */
    @Override
    public void close(int code, String reason) {
        if (!closed) {
            shut(code);
            backlog.keep(Unpooled.copiedBuffer("\"close\":" + code + "}\n", StandardCharsets.US_ASCII));
            pump();
        }
    }

    private void shut(int code) {
        closed = true;
        closing.accept(code);
        up.close();
        entering.close();
    }

    /** It is over, and nobody will ask for it any more. */
    void end() {
        over = true;
        if (!closed) {
            shut(LEFT);
        }
        if (down != null) {
            down.end();
            down = null;
        }
        backlog.clear();
    }

    @Override
    public void handled(int bytes) {
        if (up.handled(bytes)) {
            loop.runOnContext(there -> up.resume());
        }
    }
}
