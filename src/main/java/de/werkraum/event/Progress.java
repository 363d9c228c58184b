package de.werkraum.event;

import de.werkraum.export.EventInput;
import de.werkraum.export.ExportInput;
import de.werkraum.plan.InCharge;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far an event's steps are: what is overdue first, then what is due next; what is done at last. */
public final class Progress {
    private static final Comparator<Entry> ORDER = Comparator.comparing((Entry entry) -> entry.status() == Status.DONE)
            .thenComparing(entry -> Objects.requireNonNullElse(entry.due(), LocalDate.MAX))
            .thenComparing(entry -> entry.status() != Status.BLOCKED);

    /**
     * A step that was agreed upon.
     *
     * @param organisations of those in charge who are known here
     * @param overdue days since it was due, while it is not done; 0 before
     * @param report what was last said by a status link; null where nothing was
     * @param reports of a step that was merged of several what was said of each; empty where nothing was
     */
    public record Entry(
            String room,
            String session,
            String step,
            String title,
            String responsible,
            Set<String> organisations,
            @Nullable LocalDate due,
            @Nullable Status status,
            long overdue,
            @Nullable Object report,
            List<?> reports) {
        /** As a tree of Map, List, String and Number. */
        public Map<String, Object> tree() {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("room", room);
            tree.put("session", session);
            tree.put("step", step);
            tree.put("title", title);
            tree.put("responsible", responsible);
            tree.put("organisations", List.copyOf(organisations));
            if (due != null) {
                tree.put("due", due.toString());
            }
            if (status != null) {
                tree.put("status", status.code());
            }
            tree.put("overdue", overdue);
            if (report != null) {
                tree.put("report", report);
            }
            if (!reports.isEmpty()) {
                tree.put("reports", reports);
            }
            return tree;
        }
    }

    private Progress() {}

    /** All that was agreed upon. */
    public static List<Entry> of(EventInput input) {
        LocalDate today = input.at().atZone(input.zone()).toLocalDate();
        Map<String, String> organisations = new HashMap<>();
        for (ExportInput.Person person : input.people()) {
            organisations.put(key(person.name()), person.organisation().strip());
            organisations.put(key(person.organisation()), person.organisation().strip());
        }
        var entries = new ArrayList<Entry>();
        for (EventInput.Task task : input.agreed()) {
            entries.add(entry(task, today, organisations));
        }
        entries.sort(ORDER);
        return List.copyOf(entries);
    }

    private static Entry entry(EventInput.Task task, LocalDate today, Map<String, String> organisations) {
        Step step = task.step();
        Set<String> of = new TreeSet<>();
        for (String one : InCharge.of(step.responsible())) {
            String organisation = organisations.getOrDefault(key(one), "");
            if (!organisation.isEmpty()) {
                of.add(organisation);
            }
        }
        boolean late = step.due() != null && task.underWay() && step.due().isBefore(today);
        return new Entry(
                task.session().room().room(),
                task.session().title(),
                step.id(),
                step.title().strip(),
                Objects.requireNonNullElse(step.responsible(), "").strip(),
                of,
                step.due(),
                step.status(),
                late ? ChronoUnit.DAYS.between(step.due(), today) : 0,
                step.unknown().get("report"),
                step.each());
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
