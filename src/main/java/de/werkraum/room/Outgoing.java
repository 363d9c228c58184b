package de.werkraum.room;

import org.jspecify.annotations.Nullable;

/**
 * A message on its way out to single connections, encoded once for all who get it.
 *
 * @param message the message of the collaboration protocol
 * @param type the event's type, or null if this is no event
 * @param json the event as text, or null if this is no event
 */
public record Outgoing(byte[] message, @Nullable String type, @Nullable String json) {
    /** A message of the collaboration protocol. */
    static Outgoing of(byte[] message) {
        return new Outgoing(message, null, null);
    }
}
