package de.werkraum.room;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out, encoded once for all who get it.
 *
 * @param frame the message of the WebSocket protocol
 * @param type the event's type, or null if this is no event
 * @param json the event as text, or null if this is no event
 */
public record Outgoing(Buffer frame, @Nullable String type, @Nullable String json) {
    /** A message of the collaboration protocol. */
    static Outgoing of(byte[] message) {
        return new Outgoing(Buffer.buffer(message), null, null);
    }
}
