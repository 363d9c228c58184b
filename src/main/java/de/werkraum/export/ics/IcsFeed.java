package de.werkraum.export.ics;

import de.werkraum.export.Report;
import de.werkraum.export.Report.Dated;
import de.werkraum.plan.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one or more plans as a calendar that programs ask for again and again. Most of them show no tasks of such a calendar, so that each
 * date is a day unless tasks are wished for.
 *
 * @param name of the calendar
 * @param occasion the day that all is about; null where there is none
 */
public record IcsFeed(String name, List<Report> plans, @Nullable Occasion occasion, boolean tasks) {
    /** How often programs may ask; some heed it. */
    private static final String OFTEN = "PT1H";

    /** A day with a name. */
    public record Occasion(String id, String title, LocalDate day, String place) {}

    /** The calendar. */
    public String text(Instant at) {
        var lines = IcsFormat.opening("Plan");
        lines.add("METHOD:PUBLISH");
        lines.add("X-WR-CALNAME:" + Lines.text(name));
        lines.add("REFRESH-INTERVAL;VALUE=DURATION:" + OFTEN);
        lines.add("X-PUBLISHED-TTL:" + OFTEN);
        if (occasion != null) {
            lines.addAll(day(occasion, at));
        }
        for (Report plan : plans) {
            plan.dates()
                    .forEach(step -> (tasks ? IcsFormat.tasks(step, plan) : days(step, plan)).forEach(lines::addAll));
        }
        lines.add("END:VCALENDAR");
        return Lines.folded(lines);
    }

    private static List<String> day(Occasion occasion, Instant at) {
        var lines = IcsFormat.begin("VEVENT", Lines.name(occasion.id()) + "@event.werkraum", at, 0);
        lines.add("SUMMARY:" + Lines.text(occasion.title()));
        lines.add("DTSTART;VALUE=DATE:" + IcsFormat.DAY.format(occasion.day()));
        if (!occasion.place().isEmpty()) {
            lines.add("LOCATION:" + Lines.text(occasion.place()));
        }
        lines.add("END:VEVENT");
        return lines;
    }

    /** The day a step is due, or begins, and that of its follow-up. What is over needs none. */
    static List<List<String>> days(Dated step, Report plan) {
        var days = new ArrayList<List<String>>();
        LocalDate day = step.due() == null ? step.start() : step.due();
        boolean over = step.status() == Status.DONE || step.status() == Status.DROPPED;
        if (day != null) {
            String title = (step.status() == Status.DONE ? "✓ " : "") + step.title();
            days.add(day(step, plan, "-day", title, day, step.status() == Status.DROPPED));
        }
        if (step.followUp() != null && !over) {
            days.add(day(step, plan, "-followup-day", IcsFormat.followUp(step, plan), step.followUp(), false));
        }
        return days;
    }

    private static List<String> day(
            Dated step, Report plan, String kind, String title, LocalDate day, boolean cancelled) {
        var lines = IcsFormat.begin(
                "VEVENT", IcsFormat.uid(step, kind), plan.at(), step.source().sequence());
        lines.add("SUMMARY:" + Lines.text(title));
        IcsFormat.describe(lines, step, plan);
        lines.add("DTSTART;VALUE=DATE:" + IcsFormat.DAY.format(day));
        lines.add("TRANSP:TRANSPARENT");
        if (cancelled) {
            lines.add("STATUS:CANCELLED");
        }
        lines.add("END:VEVENT");
        return lines;
    }
}
