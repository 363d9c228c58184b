package de.werkraum.plan;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a step was taken over from.
 *
 * @param event id of the event that the room belonged to, if it did
 * @param room id of the room
 * @param step id of the step there
 * @param at when it was taken over
 */
public record Origin(@Nullable String event, String room, String step, Instant at) {
    /** What is stored under a step's key {@code origin}; null for anything that is none. */
    static @Nullable Origin of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        String room = Forms.text(map.get("room"));
        String step = Forms.text(map.get("step"));
        Instant at = Forms.instant(map.get("at"));
        boolean eventFits = map.get("event") == null || map.get("event") instanceof String;
        return room == null || step == null || at == null || !eventFits
                ? null
                : new Origin(Forms.text(map.get("event")), room, step, at);
    }
}
