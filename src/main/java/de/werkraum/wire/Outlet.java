package de.werkraum.wire;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a session's messages leave the server: a WebSocket or an event stream. */
public interface Outlet {
    /** How the client speaks. */
    Dialect dialect();

    /** The server whose connection this is, where that is another one: it writes there. Null for one of this server. */
    default @Nullable Edge edge() {
        return null;
    }

    /** Which of that server's connections this is. */
    default int connection() {
        return 0;
    }

    /** The event loop of the connection; {@link #deliver} and {@link #close} are called there only. */
    Context loop();

    /** Whether the caller is on that event loop. */
    boolean here();

    /**
     * Writes what a room has for this connection, in one go. What this kind of outlet has no use for, it drops.
     *
     * @param letters messages for this connection alone, which it frames
     * @param edits frames of its dialect, shared with other connections; to be retained by whoever keeps them
     * @param presence a shared frame that may be dropped if the connection is behind
     */
    void deliver(List<Outgoing> letters, List<ByteBuf> edits, @Nullable ByteBuf presence);

    /** Says goodbye with a WebSocket close code. */
    void close(int code, String reason);

    /** The room has dealt with one message of this connection, of that many bytes. May be called from any thread. */
    void handled(int bytes);
}
