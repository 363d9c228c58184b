package de.werkraum.export;

import de.werkraum.export.ics.Appointments;
import de.werkraum.plan.Minutes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is handed out of a programme: a list of links for a mail merge, a calendar. */
public final class ProgrammePapers {
    private static final Pattern ADDRESSED = Pattern.compile("(.*?)\\s*<([^<>]*)>\\s*");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(Minutes.ZONE);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Minutes.ZONE);

    private ProgrammePapers() {}

    /** A row for each person who leads a session, one for each session that nobody leads yet; for a German Excel, as all our tables. */
    public static Rendered links(String title, List<Announced> sessions, Instant now, String language) {
        var table = new StringBuilder("\uFEFF");
        table.append(CsvCell.line(
                language.equals("en")
                        ? List.of("Name", "E-mail", "Session", "Place", "Day", "Start", "End", "Moderator's link")
                        : List.of("Name", "E-Mail", "Sitzung", "Ort", "Tag", "Beginn", "Ende", "Link der Moderation")));
        for (Announced session : sessions) {
            List<String> leading = session.moderators().isEmpty() ? List.of("") : session.moderators();
            leading.forEach(person -> table.append(row(session, person)));
        }
        return rendered(title, "csv", "text/csv; charset=utf-8", now, table.toString());
    }

    private static String row(Announced session, String person) {
        Matcher addressed = ADDRESSED.matcher(person);
        boolean both = addressed.matches();
        return CsvCell.line(List.of(
                CsvCell.of(both ? addressed.group(1) : person),
                CsvCell.of(both ? addressed.group(2) : ""),
                CsvCell.of(session.title()),
                CsvCell.of(session.place()),
                shown(DAY, session.start()),
                shown(CLOCK, session.start()),
                shown(CLOCK, session.end()),
                CsvCell.of(session.link())));
    }

    private static String shown(DateTimeFormatter format, @Nullable Instant instant) {
        return instant == null ? "" : format.format(instant);
    }

    /** An appointment for each session that has a time. */
    public static Rendered calendar(String event, String title, List<Announced> sessions, Instant now, int version) {
        return rendered(
                title,
                "ics",
                "text/calendar; charset=utf-8",
                now,
                Appointments.of(event, title, sessions, now, version));
    }

    private static Rendered rendered(String title, String ending, String type, Instant now, String text) {
        FileName name = FileName.of(title, LocalDate.ofInstant(now, Minutes.ZONE), ending);
        return new Rendered(text.getBytes(StandardCharsets.UTF_8), type, name);
    }
}
