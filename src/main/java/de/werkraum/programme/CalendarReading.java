package de.werkraum.programme;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.DurationProperty;
import biweekly.property.TextProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import de.werkraum.imports.Unreadable;
import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Minutes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a calendar (RFC 5545). */
final class CalendarReading {
    private final List<Doubt> doubts;

    CalendarReading(List<Doubt> doubts) {
        this.doubts = doubts;
    }

    List<Raw> read(String text) {
        var sessions = new ArrayList<Raw>();
        for (ICalendar calendar : Biweekly.parse(text).all()) {
            for (VEvent event : calendar.getEvents()) {
                if (event.getStatus() != null && event.getStatus().isCancelled()) {
                    doubt(event, "abgesagt, bleibt weg", "cancelled, is left out");
                } else {
                    sessions.add(session(event, calendar.getTimezoneInfo()));
                }
            }
        }
        if (sessions.isEmpty() && doubts.isEmpty()) {
            throw Unreadable.empty("In dem Kalender steht kein Termin.", "There is no appointment in the calendar.");
        }
        return sessions;
    }

    private Raw session(VEvent event, TimezoneInfo zones) {
        if (event.getRecurrenceRule() != null) {
            doubt(event, "wiederholt sich; nur der erste Termin wird genommen", "repeats; only the first one is taken");
        }
        Instant start = instant(event, event.getDateStart(), zones);
        Instant end = instant(event, event.getDateEnd(), zones);
        DurationProperty takes = event.getDuration();
        if (end == null && start != null && takes != null && takes.getValue() != null) {
            end = start.plus(Duration.ofMillis(takes.getValue().toMillis()));
        }
        String one = event.getRecurrenceId() == null
                ? ""
                : "/" + event.getRecurrenceId().getValue();
        return Raw.scheduled(
                text(event.getUid()) + one, text(event.getSummary()), text(event.getLocation()), start, end, List.of());
    }

    private @Nullable Instant instant(VEvent event, @Nullable DateOrDateTimeProperty property, TimezoneInfo zones) {
        ICalDate date = property == null ? null : property.getValue();
        if (date == null) {
            return null;
        } else if (!date.hasTime()) {
            doubt(event, "ganztägig, ohne Uhrzeit", "all day, without a time");
            return null;
        }
        DateTimeComponents written = date.getRawComponents();
        if (written == null || written.isUtc() || zones.getTimezone(property) != null) {
            return date.toInstant();
        }
        // The library takes times without a zone for those of the machine.
        return LocalDateTime.of(
                        written.getYear(),
                        written.getMonth(),
                        written.getDate(),
                        written.getHour(),
                        written.getMinute())
                .atZone(Minutes.ZONE)
                .toInstant();
    }

    private void doubt(VEvent event, String de, String en) {
        String title = text(event.getSummary());
        Doubt doubt = new Doubt(0, title, "", new Bilingual(de, en));
        if (!doubts.contains(doubt)) {
            doubts.add(doubt);
        }
    }

    private static String text(@Nullable TextProperty property) {
        return property == null || property.getValue() == null ? "" : property.getValue();
    }
}
