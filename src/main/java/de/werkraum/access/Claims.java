package de.werkraum.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says. A copy of the stored member at the time of issue: the store decides.
 *
 * @param room null for the organiser's token and for passes
 * @param event of a pass, which opens no room by itself; else null
 */
public record Claims(UUID member, Role role, String name, @Nullable UUID room, @Nullable UUID event, Instant expires) {
    /** Whether this token opens that room. */
    public boolean opens(UUID wanted) {
        return role == Role.ORGANISER ? room == null : wanted.equals(room);
    }
}
