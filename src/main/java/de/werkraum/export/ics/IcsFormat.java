package de.werkraum.export.ics;

import de.werkraum.export.Format;
import de.werkraum.export.Report;
import de.werkraum.export.Report.Dated;
import de.werkraum.export.Style;
import de.werkraum.plan.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each step with a date as a task, and each follow-up as one more (RFC 5545); where it is wished each date as a day, too. A task's UID stays the same
 * from export to export and its SEQUENCE grows with the plan, so a calendar takes the newer one for the older.
 */
public final class IcsFormat implements Format {
    static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** One task, by its UID. */
    public record Task(String uid, String title, String text) {}

    @Override
    public String name() {
        return "ics";
    }

    @Override
    public String mediaType() {
        return "text/calendar; charset=utf-8";
    }

    @Override
    public byte[] render(Report report, Style style) {
        var lines = opening("Plan");
        lines.add("X-WR-CALNAME:" + Lines.text(report.title()));
        report.dates().forEach(step -> tasks(step, report).forEach(lines::addAll));
        if (report.days()) {
            report.dates().forEach(step -> IcsFeed.days(step, report).forEach(lines::addAll));
        }
        lines.add("END:VCALENDAR");
        return Lines.folded(lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Each task as a calendar of its own, as CalDAV servers take them. */
    public static List<Task> tasks(Report report) {
        var objects = new ArrayList<Task>();
        for (Dated step : report.dates()) {
            for (List<String> task : tasks(step, report)) {
                var lines = opening("Plan");
                lines.addAll(task);
                lines.add("END:VCALENDAR");
                String uid = task.get(1).substring("UID:".length());
                objects.add(new Task(uid, step.title(), Lines.folded(lines)));
            }
        }
        return objects;
    }

    static List<String> opening(String product) {
        return new ArrayList<>(List.of(
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Werkraum//" + product + "//DE", "CALSCALE:GREGORIAN"));
    }

    static List<List<String>> tasks(Dated step, Report report) {
        var tasks = new ArrayList<List<String>>();
        if (step.start() != null || step.due() != null) {
            tasks.add(task(step, report));
        }
        if (step.followUp() != null) {
            var lines = begin(uid(step, "-followup"), step, report);
            lines.add("SUMMARY:" + Lines.text(followUp(step, report)));
            lines.add("DUE;VALUE=DATE:" + DAY.format(step.followUp()));
            lines.add("STATUS:NEEDS-ACTION");
            lines.add("END:VTODO");
            tasks.add(lines);
        }
        return tasks;
    }

    static String followUp(Dated step, Report report) {
        return (report.language().equals("en") ? "Follow-up: " : "Wiedervorlage: ") + step.title();
    }

    private static List<String> task(Dated step, Report report) {
        var lines = begin(uid(step, ""), step, report);
        lines.add("SUMMARY:" + Lines.text(step.title()));
        describe(lines, step, report);
        dates(lines, step.start(), step.due());
        status(lines, step.status());
        if (!step.statusWord().isEmpty()) {
            lines.add("CATEGORIES:" + Lines.text(step.statusWord()));
        }
        lines.add("END:VTODO");
        return lines;
    }

    static void describe(List<String> lines, Dated step, Report report) {
        String responsible = step.responsible().isEmpty() ? "" : responsible(report) + step.responsible();
        String description = (responsible + "\n" + step.description()).strip();
        if (!description.isEmpty()) {
            lines.add("DESCRIPTION:" + Lines.text(description));
        }
    }

    private static String responsible(Report report) {
        return report.language().equals("en") ? "Responsible: " : "Zuständig: ";
    }

    private static List<String> begin(String uid, Dated step, Report report) {
        return begin("VTODO", uid, report.at(), step.source().sequence());
    }

    static List<String> begin(String what, String uid, Instant at, long sequence) {
        return new ArrayList<>(
                List.of("BEGIN:" + what, "UID:" + uid, "DTSTAMP:" + TIME.format(at), "SEQUENCE:" + sequence));
    }

    /** How the UIDs of a room's tasks end. */
    public static String ending(Report report) {
        return ending(report.room());
    }

    private static String ending(String room) {
        return "@" + Lines.name(room) + ".werkraum";
    }

    static String uid(Dated step, String kind) {
        return Lines.name(step.step()) + kind + ending(step.source().room());
    }

    /** A start after the end is left out: calendars refuse the task for it. */
    private static void dates(List<String> lines, @Nullable LocalDate start, @Nullable LocalDate due) {
        if (start != null && (due == null || !start.isAfter(due))) {
            lines.add("DTSTART;VALUE=DATE:" + DAY.format(start));
        }
        if (due != null) {
            lines.add("DUE;VALUE=DATE:" + DAY.format(due));
        }
    }

    /** When a step was done is not known: what time an export was made says nothing about it. */
    private static void status(List<String> lines, @Nullable Status status) {
        if (status == Status.DONE) {
            lines.add("STATUS:COMPLETED");
            lines.add("PERCENT-COMPLETE:100");
        } else if (status == Status.DROPPED) {
            lines.add("STATUS:CANCELLED");
        } else {
            boolean begun = status == Status.DOING || status == Status.BLOCKED;
            lines.add(begun ? "STATUS:IN-PROCESS" : "STATUS:NEEDS-ACTION");
        }
    }
}
