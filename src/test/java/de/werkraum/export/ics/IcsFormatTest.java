package de.werkraum.export.ics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.Report;
import de.werkraum.export.Reports;
import de.werkraum.export.Samples;
import de.werkraum.export.Style;
import de.werkraum.plan.Plan;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IcsFormatTest {
    private static final String NASTY = "Ünterläge; mit, Komma \\ und\nUID:gefälscht\r\nEND:VTODO 🙂 ";

    @Test
    void linesAreShortAndUnfoldToWhatWasWritten() {
        String ics = render(plan(step("a", NASTY.repeat(9), "2026-12-01", "2027-01-29", null, Status.DOING)));
        for (String line : ics.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        List<String> lines = unfolded(ics);
        assertEquals(1, lines.stream().filter(line -> line.startsWith("UID:")).count());
        assertEquals(1, lines.stream().filter(line -> line.equals("END:VTODO")).count());
        String summary = lines.stream()
                .filter(line -> line.startsWith("SUMMARY:"))
                .findFirst()
                .orElseThrow();
        assertTrue(summary.contains("Ünterläge\\; mit\\, Komma \\\\ und"), summary);
        assertTrue(summary.contains("🙂"), summary);
    }

    @Test
    void everyStepWithADateIsOneTaskWithAUidOfItsOwn() {
        Report report = plan(
                step("a", "Eins", "2026-12-01", "2027-01-29", "2027-03-01", Status.DONE),
                step("b", "Zwei", null, "2027-01-29", null, Status.BLOCKED),
                step("c", "Drei", "2027-05-01", "2027-01-29", null, Status.DROPPED),
                step("d", "Ohne", null, null, null, null));
        List<String> lines = unfolded(render(report));
        Set<String> uids =
                lines.stream().filter(line -> line.startsWith("UID:")).collect(Collectors.toSet());
        assertEquals(4, uids.size());
        assertEquals(
                uids,
                unfolded(render(report)).stream()
                        .filter(l -> l.startsWith("UID:"))
                        .collect(Collectors.toSet()));
        assertTrue(lines.containsAll(List.of(
                "DTSTART;VALUE=DATE:20261201",
                "DUE;VALUE=DATE:20270129",
                "STATUS:COMPLETED",
                "PERCENT-COMPLETE:100",
                "STATUS:IN-PROCESS",
                "STATUS:CANCELLED",
                "SUMMARY:Wiedervorlage: Eins")));
        assertTrue(lines.stream().noneMatch(line -> line.contains("20270501")), "a start after the end is left out");
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("COMPLETED")), "nobody knows when it was done");
        assertEquals(4, IcsFormat.tasks(report).size());
        IcsFormat.tasks(report).forEach(task -> assertTrue(task.text().contains("UID:" + task.uid())));
    }

    @Test
    @Tag("X-11")
    @DisplayName("X-11: each date is a day beside the task where that is wished, under a UID of its own that stays")
    void datesAreDaysWhereWished() {
        List<String> tasks = unfolded(render(Reports.usual("de")));
        assertFalse(tasks.contains("BEGIN:VEVENT"));
        List<String> both = unfolded(render(Reports.withDays("de")));
        assertTrue(both.containsAll(tasks), "the tasks stay as they are");
        assertEquals(1, both.stream().filter("BEGIN:VEVENT"::equals).count());
        assertTrue(
                both.containsAll(
                        List.of("UID:s2-day@r1.werkraum", "DTSTART;VALUE=DATE:20270129", "TRANSP:TRANSPARENT")),
                both.toString());
        assertEquals(2, both.stream().filter("SEQUENCE:17"::equals).count());
        assertEquals(both, unfolded(render(Reports.withDays("de"))));
    }

    private static Report plan(Step... steps) {
        return Reports.of(new Plan("Plan; mit, allem", "", Samples.rich(""), Map.of(), List.of(steps)));
    }

    private static Step step(
            String id,
            String title,
            @Nullable String start,
            @Nullable String due,
            @Nullable String followUp,
            @Nullable Status status) {
        return new Step(
                id,
                id,
                title,
                Samples.rich("- **eins**\n- zwei"),
                null,
                "Amt",
                null,
                day(start),
                day(due),
                day(followUp),
                status,
                null,
                null,
                null,
                List.of(),
                Map.of());
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static String render(Report report) {
        return new String(new IcsFormat().render(report, Style.PLAIN), StandardCharsets.UTF_8);
    }

    private static List<String> unfolded(String ics) {
        return List.of(ics.replace("\r\n ", "").split("\r\n"));
    }
}
