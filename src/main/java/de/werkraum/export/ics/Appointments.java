package de.werkraum.export.ics;

import de.werkraum.export.Announced;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Sessions as appointments of a calendar (RFC 5545); a UID stays the same and SEQUENCE grows with the programme. */
public final class Appointments {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Appointments() {}

    /**
     * The calendar of a programme.
     *
     * @param event its id, part of each UID
     * @param version of the programme
     */
    public static String of(String event, String title, List<Announced> sessions, Instant now, int version) {
        List<String> lines = new ArrayList<>(
                List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Werkraum//Programm//DE", "CALSCALE:GREGORIAN"));
        lines.add("X-WR-CALNAME:" + Lines.text(title));
        for (Announced session : sessions) {
            Instant start = session.start();
            if (start != null) {
                lines.addAll(List.of(
                        "BEGIN:VEVENT",
                        "UID:" + session.id() + "@" + event + ".werkraum",
                        "DTSTAMP:" + TIME.format(now),
                        "SEQUENCE:" + version,
                        "SUMMARY:" + Lines.text(session.title()),
                        "DTSTART:" + TIME.format(start)));
                Instant end = session.end();
                if (end != null) {
                    lines.add("DTEND:" + TIME.format(end));
                }
                String place = session.place();
                if (place != null) {
                    lines.add("LOCATION:" + Lines.text(place));
                }
                lines.add("END:VEVENT");
            }
        }
        lines.add("END:VCALENDAR");
        return Lines.folded(lines);
    }
}
