package de.werkraum.export;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session of an event as a programme announces it.
 *
 * @param moderators who leads it, each a name, perhaps with an address in angle brackets
 * @param link for who leads it; empty where there is none
 */
public record Announced(
        String id,
        String title,
        @Nullable String place,
        @Nullable Instant start,
        @Nullable Instant end,
        List<String> moderators,
        String link) {

    public Announced {
        moderators = List.copyOf(moderators);
    }
}
