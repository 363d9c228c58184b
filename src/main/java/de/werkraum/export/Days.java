package de.werkraum.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Dates and times as people write them. */
final class Days {
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private Days() {}

    static String shown(LocalDate day, String language) {
        return language.equals("en") ? day.toString() : GERMAN.format(day);
    }

    /** A moment, to the minute. */
    static String moment(Instant instant, ZoneId zone, String language) {
        String day = shown(instant.atZone(zone).toLocalDate(), language);
        return day + ", " + clock(instant, zone) + (language.equals("en") ? "" : " Uhr");
    }

    static String clock(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }
}
