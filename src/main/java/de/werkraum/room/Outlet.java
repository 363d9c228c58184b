package de.werkraum.room;

import io.vertx.core.Context;

/** Where a session's messages leave the server: a WebSocket or an event stream. Its methods are called on its own event loop only. */
public interface Outlet {
    /** The event loop of the connection. */
    Context loop();

    /** Writes one message. What this kind of outlet has no use for, it drops. */
    void send(Outgoing message);

    /** Says goodbye with a WebSocket close code. */
    void close(int code, String reason);

    /** The room has dealt with one message of this connection. */
    void handled();
}
