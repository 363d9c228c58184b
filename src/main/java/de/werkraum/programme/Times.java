package de.werkraum.programme;

import de.werkraum.imports.Brought;
import de.werkraum.plan.Minutes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of a day as people write them, in German time. */
final class Times {
    private static final String CLOCK = "(\\d{1,2})(?:[:.](\\d{2}))?(?::\\d{2})?\\s*(?:uhr|h)?";
    private static final Pattern ALONE = Pattern.compile(CLOCK, Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_DAY = Pattern.compile(
            "(.{5,40}?)(?:[,\\s]+(?:um |at )?|T)(\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?\\s*(?:uhr|h)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE =
            Pattern.compile("(.{1,60}?)\\s*(?:–|—|-|\\bbis\\b|\\bto\\b)\\s*(" + CLOCK + ")", Pattern.CASE_INSENSITIVE);

    /** Longer texts are no times, in characters. */
    private static final int LONGEST = 60;

    private Times() {}

    /**
     * A moment; null where it is none.
     *
     * @param day of times that say none
     * @param year of days that say none
     */
    static @Nullable Instant of(String written, @Nullable LocalDate day, int year) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        try {
            Matcher alone = ALONE.matcher(text);
            if (alone.matches()) {
                return day == null ? null : at(day, alone.group(1), alone.group(2));
            }
            Matcher with = WITH_DAY.matcher(text);
            if (with.matches()) {
                LocalDate its = Brought.day(with.group(1), year);
                return its == null ? null : at(its, with.group(2), with.group(3));
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Both ends of what is written in one cell, as {@code 9:30–11:00}; null where it is no range. */
    static @Nullable Slot range(String written, @Nullable LocalDate day, int year) {
        Matcher matcher = RANGE.matcher(written.strip());
        if (written.length() > LONGEST || !matcher.matches()) {
            return null;
        }
        Instant start = of(matcher.group(1), day, year);
        if (start == null) {
            return null;
        }
        Instant end = of(
                matcher.group(2), ZonedDateTime.ofInstant(start, Minutes.ZONE).toLocalDate(), year);
        return end == null ? null : new Slot(start, end);
    }

    private static Instant at(LocalDate day, String hour, @Nullable String minute) {
        LocalTime time = LocalTime.of(Integer.parseInt(hour), minute == null ? 0 : Integer.parseInt(minute));
        return day.atTime(time).atZone(Minutes.ZONE).toInstant();
    }
}
