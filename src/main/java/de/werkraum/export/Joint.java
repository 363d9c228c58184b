package de.werkraum.export;

import de.werkraum.export.EventInput.Session;
import de.werkraum.plan.Source;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import de.werkraum.plan.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one truth of a step that stands in the plenary and in the sessions it was collected from: the newest report of any of them counts in all. Of
 * a step that was merged of several, each session reports on its part.
 */
public final class Joint {
    private static final String SESSION = "session";

    private final Map<Source.Key, Part> parts = new HashMap<>();
    private final Map<Source.Key, Step> anew = new HashMap<>();

    /** A step of a session that one of the plenary was collected from. */
    private record Part(Session session, Step step) {
        @Nullable
        Told told() {
            return Told.of(step);
        }

        /** What it said, for everybody: reasons are for those in the room. */
        Map<String, Object> tree(Told told) {
            var tree = new LinkedHashMap<>(told.tree());
            tree.remove("reason");
            tree.put("room", session.room().room());
            tree.put(SESSION, session.title());
            return tree;
        }
    }

    /** What was told of a part of a merged step, and the session that it is from. */
    record Report(String session, Told told) {}

    /** Of each part of a merged step of which something was told. */
    static List<Report> reports(Step step) {
        List<Report> reports = new ArrayList<>();
        for (Object one : step.each()) {
            Told told = Told.of(one);
            if (told != null && one instanceof Map<?, ?> map && map.get(SESSION) instanceof String session) {
                reports.add(new Report(session, told));
            }
        }
        return reports;
    }

    private Joint(List<Session> sessions) {
        sessions.forEach(session ->
                session.room().plan().steps().forEach(step -> parts.put(session.key(step), new Part(session, step))));
        sessions.stream()
                .filter(Session::plenary)
                .forEach(session -> session.room().plan().steps().forEach(step -> join(session, step)));
    }

    /** The same sessions. Only what is found here is said of the parts of a step, not what a plan holds under that key: it is for everybody. */
    public static List<Session> of(List<Session> sessions) {
        List<Session> alone =
                sessions.stream().map(session -> each(session, Step::alone)).toList();
        Joint joint = new Joint(alone);
        return alone.stream().map(joint::after).toList();
    }

    private Session after(Session session) {
        return each(session, step -> anew.getOrDefault(session.key(step), step));
    }

    private static Session each(Session session, UnaryOperator<Step> change) {
        List<Step> steps = session.room().plan().steps().stream().map(change).toList();
        return session.with(session.room().with(session.room().plan().with(steps)));
    }

    private void join(Session plenary, Step step) {
        if (step.status() == Status.DROPPED) {
            return;
        }
        List<Part> all = step.sources().stream()
                .flatMap(source -> Stream.ofNullable(parts.get(source.key())))
                .filter(part -> part.step().status() != Status.DROPPED)
                .toList();
        Told own = Told.of(step);
        Told newest = newest(all);
        if (own != null && (newest == null || newest.at().isBefore(own.at()))) {
            all.forEach(part ->
                    anew.put(part.session().key(part.step()), part.step().after(own)));
        } else if (newest != null) {
            anew.put(plenary.key(step), all.size() == 1 ? told(step, newest) : merged(step, all, newest));
        }
    }

    private static @Nullable Told newest(List<Part> all) {
        return all.stream()
                .map(Part::told)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Told::at))
                .orElse(null);
    }

    /** What the plenary has not agreed upon is not agreed upon by a report of a part. */
    private static Step told(Step step, Told told) {
        return step.after(step.agreed() ? told : new Told(told.at(), null, told.due(), told.reason()));
    }

    /** It is done when all are, and no sooner than the last of them says. */
    private static Step merged(Step step, List<Part> all, Told newest) {
        List<Map<String, Object>> each = new ArrayList<>();
        LocalDate last = step.due();
        for (Part part : all) {
            Told told = part.told();
            if (told != null) {
                each.add(part.tree(told));
                LocalDate due = told.due();
                last = last == null || (due != null && due.isAfter(last)) ? due : last;
            }
        }
        return told(step, new Told(newest.at(), together(all), last, newest.reason()))
                .afterEach(each);
    }

    /** Null, which leaves the status, where no report named one: dates alone say nothing of how far a step is. */
    private static @Nullable Status together(List<Part> all) {
        boolean named = all.stream().anyMatch(part -> {
            Told told = part.told();
            return told != null && told.status() != null;
        });
        return named ? standing(all.stream().map(part -> part.step().status()).toList()) : null;
    }

    /** How far a step is that consists of such parts: none is done before all are, and one that is blocked blocks it. */
    static @Nullable Status standing(List<@Nullable Status> parts) {
        if (parts.stream().allMatch(status -> status == Status.DONE)) {
            return Status.DONE;
        } else if (parts.contains(Status.BLOCKED)) {
            return Status.BLOCKED;
        } else if (parts.contains(Status.DOING) || parts.contains(Status.DONE)) {
            return Status.DOING;
        }
        return parts.contains(Status.AGREED) ? Status.AGREED : null;
    }
}
