package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.problem.Problem;
import de.werkraum.wire.Dialect;
import de.werkraum.wire.Goodbye;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a visit says, piece by piece, numbered from 0: each piece is taken once, however often it comes. A sender is answered as fast as its room
 * deals with its messages. On the visit's event loop, but for {@link #handled}.
 */
final class Upstream {
    private final Dialect dialect;
    private final Limits.Messages limits;
    private final Ledger.Share share;
    private final Consumer<Goodbye> dismiss;
    private final Consumer<byte[]> room;
    private final Unhandled unhandled;
    private final Queue<Runnable> held = new ArrayDeque<>();
    private long next;
    private boolean closed;
    private @Nullable ByteArrayOutputStream parts;

    /**
     * What came with one request.
     *
     * @param from the number of the first piece
     * @param more whether the last piece is continued by the next one
     */
    record Pieces(long from, List<byte[]> pieces, boolean more) {}

    /**
     * @param dismiss sends the visit away
     * @param room gets every whole message
     */
    Upstream(
            Dialect dialect,
            Limits.Messages limits,
            Ledger.Share share,
            Consumer<Goodbye> dismiss,
            Consumer<byte[]> room) {
        this.dialect = dialect;
        this.limits = limits;
        unhandled = new Unhandled(limits);
        this.share = share;
        this.dismiss = dismiss;
        this.room = room;
    }

    /** Takes what is new of it when the room has few messages waiting; answers the number that is to come next. */
    Future<Long> take(Pieces request) {
        Promise<Long> taken = Promise.promise();
        if (unhandled.few()) {
            take(request, taken);
        } else {
            held.add(() -> take(request, taken));
        }
        return taken.future();
    }

    private void take(Pieces request, Promise<Long> taken) {
        long known = next - request.from();
        if (closed) {
            taken.fail(Visits.over());
            return;
        } else if (known < 0) {
            taken.fail(
                    Problem.conflict("gap", "Something before it is missing.").with("next", next));
            return;
        }
        List<byte[]> pieces = request.pieces();
        for (int i = (int) Math.min(known, pieces.size()); i < pieces.size() && !closed; i++) {
            next++;
            piece(pieces.get(i), request.more() && i == pieces.size() - 1);
        }
        taken.complete(next);
    }

    private void piece(byte[] piece, boolean more) {
        if (parts == null && !more) {
            message(piece);
            return;
        }
        ByteArrayOutputStream all = parts == null ? new ByteArrayOutputStream() : parts;
        all.writeBytes(piece);
        if (all.size() > limits.offlineBytes()) {
            dismiss.accept(Goodbye.TOO_LONG);
            return;
        }
        parts = more ? all : null;
        share.hold(more ? all.size() : 0);
        if (!more) {
            message(all.toByteArray());
        }
    }

    private void message(byte[] message) {
        if (message.length > limits.messageBytes() && !dialect.isStep2(message)) {
            dismiss.accept(Goodbye.TOO_LONG);
            return;
        }
        unhandled.add(message.length);
        room.accept(message);
    }

    /** The room has dealt with a message of that many bytes; whether that lets somebody go on. May be called from any thread. */
    boolean handled(int bytes) {
        unhandled.handled(bytes);
        return unhandled.few();
    }

    /** Those who waited go on, in the order they came. */
    void resume() {
        while (!held.isEmpty() && (closed || unhandled.few())) {
            held.remove().run();
        }
    }

    /** Nothing more is taken. */
    void close() {
        closed = true;
        parts = null;
        share.close();
        resume();
    }
}
