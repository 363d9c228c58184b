package de.werkraum.export.ics;

import de.werkraum.export.Announced;
import java.time.Instant;
import java.util.List;

/** Sessions as appointments of a calendar (RFC 5545); a UID stays the same and SEQUENCE grows with the programme. */
public final class Appointments {
    private Appointments() {}

    /**
     * The calendar of a programme.
     *
     * @param event its id, part of each UID
     * @param version of the programme
     */
    public static String of(String event, String title, List<Announced> sessions, Instant now, int version) {
        List<String> lines = IcsFormat.opening("Programm");
        lines.add("X-WR-CALNAME:" + Lines.text(title));
        for (Announced session : sessions) {
            Instant start = session.start();
            if (start != null) {
                String uid = session.id() + "@" + event + ".werkraum";
                lines.addAll(IcsFormat.begin("VEVENT", uid, now, version));
                lines.add("SUMMARY:" + Lines.text(session.title()));
                lines.add("DTSTART:" + IcsFormat.TIME.format(start));
                Instant end = session.end();
                if (end != null) {
                    lines.add("DTEND:" + IcsFormat.TIME.format(end));
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
