package de.werkraum.store;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A congress or workshop day that groups rooms.
 *
 * @param plenary the room where all meet, once it was opened
 */
public record StoredEvent(
        UUID id, String title, @Nullable LocalDate date, @Nullable String venue, @Nullable UUID plenary) {

    /** One that is about to be made. */
    public static StoredEvent fresh(UUID id, String title, @Nullable LocalDate date, @Nullable String venue) {
        return new StoredEvent(id, title, date, venue, null);
    }
}
