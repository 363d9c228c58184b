package de.werkraum.export;

import de.werkraum.export.EventInput.Session;
import de.werkraum.export.EventInput.Task;
import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Head;
import de.werkraum.export.Report.Kind;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Sentence;
import de.werkraum.export.Report.Value;
import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Source;
import de.werkraum.plan.Step;
import de.werkraum.plan.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all sessions of an event came to, side by side. */
final class EventParts {
    private final EventInput input;
    private final String language;

    EventParts(EventInput input) {
        this.input = input;
        language = input.language();
    }

    List<Part> programme() {
        List<List<Value>> rows = input.sessions().stream()
                .map(session -> List.<Value>of(
                        StepParts.words(time(session)),
                        StepParts.words(session.title()),
                        StepParts.words(Clean.line(session.place())),
                        StepParts.number(session.room().plan().steps().size()),
                        StepParts.number((int) session.room().polls().stream()
                                .filter(PollOutcome::binding)
                                .count())))
                .toList();
        return grid(
                rows,
                List.of(
                        head(Words.WHEN),
                        head(EventWords.SESSION),
                        head(EventWords.PLACE),
                        new Head(Words.STEPS.in(language), true),
                        new Head(ProtocolWords.DECISIONS.in(language), true)));
    }

    /** When and where a session was, and what its plan was made from. */
    List<Fact> about(Session session) {
        var facts = new ArrayList<Fact>();
        String time = time(session);
        if (!time.isEmpty()) {
            facts.add(new Fact(Words.WHEN.in(language), new Report.Words(time)));
        }
        String place = Clean.line(session.place());
        if (!place.isEmpty()) {
            facts.add(new Fact(EventWords.PLACE.in(language), new Report.Words(place)));
        }
        Bilingual template = session.room().template();
        if (template != null) {
            facts.add(new Fact(Words.TEMPLATE.in(language), new Report.Words(template.in(language))));
        }
        return facts;
    }

    private String time(Session session) {
        Instant start = session.start();
        if (start == null) {
            return "";
        }
        LocalDate day = start.atZone(input.zone()).toLocalDate();
        String end = session.end() == null ? "" : "–" + Days.clock(session.end(), input.zone());
        String clock = Days.clock(start, input.zone()) + end;
        return day.equals(input.date()) ? clock : Days.shown(day, language) + ", " + clock;
    }

    /** All decisions in the order of their time, each with the exact numbers of its sentence. */
    List<Part> decisions() {
        record Decided(Instant at, Session session, PollOutcome poll) {}
        List<List<Value>> rows = input.contents().polls()
                ? input.sessions().stream()
                        .flatMap(session -> session.room().polls().stream()
                                .filter(PollOutcome::binding)
                                .map(poll -> new Decided(
                                        Objects.requireNonNullElse(poll.closedAt(), Instant.MAX), session, poll)))
                        .sorted(Comparator.comparing(Decided::at))
                        .map(one -> List.of(
                                StepParts.words(one.poll().question()),
                                StepParts.words(
                                        Clean.line(one.poll().sentence(language).orElse(""))),
                                StepParts.words(one.session().title())))
                        .toList()
                : List.of();
        return grid(rows, List.of(head(Words.DECISION), head(Words.RESULT_OF_POLL), head(EventWords.SESSION)));
    }

    /** What is under way, by who is in charge; what is nobody's at last. */
    List<Part> tasks() {
        List<List<Value>> rows = input.agreed().stream()
                .filter(Task::underWay)
                .sorted(Comparator.comparing((Task task) -> owner(task).isEmpty())
                        .thenComparing(EventParts::owner, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(
                                task -> Objects.requireNonNullElse(task.step().due(), LocalDate.MAX)))
                .map(task -> List.of(
                        StepParts.words(owner(task)),
                        title(task.step()),
                        StepParts.day(task.step().due()),
                        StepParts.words(stand(task.step())),
                        StepParts.words(task.session().title())))
                .toList();
        return grid(
                rows,
                List.of(
                        head(Words.RESPONSIBLE),
                        head(Words.STEP),
                        head(Words.DUE),
                        head(Words.STATUS),
                        head(EventWords.SESSION)));
    }

    /** How far a step is, and where it was merged of several how far each is. */
    private String stand(Step step) {
        String whole = Objects.requireNonNull(step.status()).label().in(language);
        String each = Joint.reports(step).stream()
                .map(report -> report.session() + ": " + said(report.told()))
                .collect(Collectors.joining("; "));
        return each.isEmpty() ? whole : whole + " (" + Clean.line(each) + ")";
    }

    private String said(Told told) {
        return Stream.of(
                        told.status() == null ? "" : told.status().label().in(language),
                        told.due() == null ? "" : Days.shown(told.due(), language))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String owner(Task task) {
        return Clean.line(task.step().responsible());
    }

    private Value title(Step step) {
        return StepParts.words(ReportBuilder.title(step, language));
    }

    /** Steps agreed upon of which nobody has said who, until when, or when they are done. */
    List<Part> missing() {
        List<Task> underWay = input.agreed().stream().filter(Task::underWay).toList();
        List<List<Value>> rows = underWay.stream()
                .filter(task -> !Missing.of(task.step()).isEmpty())
                .map(task -> List.of(
                        title(task.step()),
                        StepParts.words(Missing.of(task.step()).stream()
                                .map(what -> what.words().in(language))
                                .collect(Collectors.joining(", "))),
                        StepParts.words(task.session().title())))
                .toList();
        if (rows.isEmpty() && !underWay.isEmpty()) {
            return List.of(new Sentence(Kind.NOTE, EventWords.NOTHING_MISSING.in(language)));
        }
        return grid(rows, List.of(head(Words.STEP), head(EventWords.MISSING), head(EventWords.SESSION)));
    }

    /** Of steps that were collected from other sessions, which these were. */
    List<Part> origins() {
        var rows = new ArrayList<List<Value>>();
        for (Session session : input.sessions()) {
            for (Step step : session.room().plan().steps()) {
                for (Source from : step.sources()) {
                    String there = Clean.line(from.words().title());
                    rows.add(List.of(
                            title(step),
                            StepParts.words(Clean.line(from.roomTitle())),
                            StepParts.words(there.equals(Clean.line(step.title())) ? "" : there),
                            StepParts.words(Clean.line(from.decision()))));
                }
            }
        }
        return grid(
                rows, List.of(head(Words.STEP), head(EventWords.FROM), head(EventWords.THERE), head(Words.DECISION)));
    }

    private Head head(Bilingual label) {
        return new Head(label.in(language), false);
    }

    private static List<Part> grid(List<List<Value>> rows, List<Head> head) {
        return rows.isEmpty() ? List.of() : List.of(new Report.Grid(null, head, rows, false));
    }
}
