package de.werkraum.programme;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
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

    /**
     * One of a schedule as frab began it.
     *
     * @param said what it says, by name; empty where it says nothing
     * @param day it stands below, as {@code 2026-07-04}
     * @param room it stands below
     */
    static Raw announced(UnaryOperator<String> said, String day, String room, List<String> persons) {
        String guid = said.apply("guid");
        String place = said.apply("room");
        Slot slot = Slot.of(said.apply("date"), day, said.apply("start"), said.apply("duration"));
        return scheduled(
                guid.isEmpty() ? said.apply("id") : guid,
                said.apply("title"),
                place.isBlank() ? room : place,
                slot.start(),
                slot.end(),
                persons);
    }
}
