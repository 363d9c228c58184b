package de.werkraum.programme;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session as a file has it: times understood, everything else as written.
 *
 * @param row where it stands, 0 where there are no rows
 */
record Raw(
        int row,
        String key,
        String title,
        String place,
        @Nullable Instant start,
        @Nullable Instant end,
        List<String> moderators,
        String seats,
        String template,
        String preset) {

    /** One of a schedule, which knows no seats, templates and presets. */
    static Raw scheduled(
            String key,
            String title,
            String place,
            @Nullable Instant start,
            @Nullable Instant end,
            List<String> moderators) {
        return new Raw(0, key, title, place, start, end, moderators, "", "", "");
    }
}
