package de.werkraum.programme;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When something is, as schedules say it: a moment or a day and a time, and how long it takes. */
record Slot(@Nullable Instant start, @Nullable Instant end) {
    /** Days, where it takes some, hours and minutes. */
    private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,2}):(\\d{2})");

    /**
     * Puts it together.
     *
     * @param moment with its offset, if it is said
     * @param day as {@code 2026-07-04}
     */
    static Slot of(String moment, String day, String time, String length) {
        Instant start = moment.isBlank() ? null : instant(moment.strip());
        if (start == null && !time.isBlank()) {
            start = Times.of(day + " " + time.strip(), null, 0);
        }
        Duration takes = length(length.strip());
        return new Slot(start, start == null || takes.isZero() ? null : start.plus(takes));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** How long something takes; no time where the text is no length. */
    static Duration length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            return Duration.ZERO;
        }
        String days = matcher.group(1);
        return Duration.ofDays(days == null ? 0 : Long.parseLong(days))
                .plusHours(Long.parseLong(matcher.group(2)))
                .plusMinutes(Long.parseLong(matcher.group(3)));
    }
}
