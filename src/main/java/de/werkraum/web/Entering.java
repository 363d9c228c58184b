package de.werkraum.web;

import de.werkraum.problem.Problem;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Session;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What a connection says before its room has taken it in waits here; afterwards it goes straight to its session. On the connection's event loop. */
final class Entering {
    private final Queue<byte[]> early = new ArrayDeque<>();
    private @Nullable Session session;
    private boolean closed;

    void receive(byte[] message) {
        if (session == null) {
            early.add(message);
        } else {
            session.receive(message);
        }
    }

    void entered(Session entered) {
        session = entered;
        early.forEach(entered::receive);
        early.clear();
        if (closed) {
            entered.leave();
        }
    }

    /** Whether it has been closed, or was not let in. */
    boolean closed() {
        return closed;
    }

    /** Its session; null before the room has taken it in. */
    @Nullable
    Session session() {
        return session;
    }

    /** It ends. What was said before is still dealt with. */
    void close() {
        if (!closed) {
            closed = true;
            if (session != null) {
                session.leave();
            }
        }
    }

    /** It was not let in; answers what it has said for nobody. */
    List<byte[]> refused() {
        closed = true;
        List<byte[]> said = List.copyOf(early);
        early.clear();
        return said;
    }

    /** The goodbye of a room that can't take a connection in. */
    static Goodbye refusal(Throwable failure) {
        int status = failure instanceof Problem problem ? problem.status() : 500;
        return switch (status) {
            case 404 -> Goodbye.ROOM_DELETED;
            case 429 -> Goodbye.FLOODING;
            case 503 -> Goodbye.FULL;
            default -> Goodbye.INTERNAL;
        };
    }
}
