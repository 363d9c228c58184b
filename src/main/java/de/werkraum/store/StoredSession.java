package de.werkraum.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as stored.
 *
 * @param brought what a file last said of it; what differs from that was typed here
 * @param room where its plan is written, once it was opened
 */
public record StoredSession(UUID id, Session session, @Nullable Session brought, @Nullable UUID room) {
    /** The same with other words. */
    public StoredSession saying(Session other) {
        return new StoredSession(id, other, brought, room);
    }
}
