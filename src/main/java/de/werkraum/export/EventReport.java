package de.werkraum.export;

import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Head;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Section;
import de.werkraum.export.Report.Value;
import de.werkraum.plan.Bilingual;
import de.werkraum.rich.RichText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of a whole event what all documents then show: what all sessions came to, and then each of them. */
final class EventReport {
    /** How the ids of sections end that hold a whole session. */
    private static final String SESSION = "session";

    private static final int LEVEL = ReportBuilder.LEVEL;

    private final EventInput input;
    private final String language;

    private EventReport(EventInput input) {
        this.input = input;
        language = input.language();
    }

    static Report of(EventInput input) {
        return new EventReport(input).report();
    }

    private Report report() {
        var parts = new EventParts(input);
        var sections = new ArrayList<Section>();
        add(sections, "programme", EventWords.PROGRAMME, LEVEL, parts.programme());
        add(sections, "numbers", EventWords.NUMBERS, LEVEL, new EventNumbers(input).parts());
        add(sections, "decisions", ProtocolWords.DECISIONS, LEVEL, parts.decisions());
        add(sections, "tasks", EventWords.TASKS, LEVEL, parts.tasks());
        add(sections, "missing", EventWords.MISSING, LEVEL, parts.missing());
        add(sections, "origins", EventWords.ORIGINS, LEVEL, parts.origins());
        for (int i = 0; i < input.sessions().size(); i++) {
            sections.add(session(input.sessions().get(i), prefix(i)));
        }
        return new Report(
                input.event(),
                input.heading(),
                language,
                rooms().mapToLong(ExportInput::version).sum(),
                input.at(),
                input.zone(),
                facts(),
                List.copyOf(sections),
                rooms().flatMap(room -> new StepParts(room).dates().stream()).toList(),
                input.contents().days(),
                table(null, room -> new StepParts(room).overview()),
                table(Words.POLLS, room -> new PollTable(room).grid()));
    }

    /** Whether a report is of an event. */
    static boolean is(Report report) {
        return report.sections().stream().anyMatch(EventReport::isSession);
    }

    /** Whether a section holds a whole session. */
    static boolean isSession(Section section) {
        return section.id().endsWith(SESSION);
    }

    private Stream<ExportInput> rooms() {
        return input.sessions().stream().map(EventInput.Session::room);
    }

    /** Before the names that links within a session go to. */
    private static String prefix(int session) {
        return "session-" + (session + 1) + "-";
    }

    private void add(List<Section> sections, String id, Bilingual heading, int level, List<? extends Part> parts) {
        if (!parts.isEmpty()) {
            sections.add(new Section(id, heading.in(language), level, false, List.copyOf(parts)));
        }
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        if (input.date() != null) {
            facts.add(new Fact(EventWords.DAY.in(language), new Report.Day(input.date())));
        }
        String venue = Clean.line(input.venue());
        if (!venue.isEmpty()) {
            facts.add(new Fact(EventWords.PLACE.in(language), new Report.Words(venue)));
        }
        String at = Days.moment(input.at(), input.zone(), language);
        facts.add(new Fact(Words.AS_OF.in(language), new Report.Words(at)));
        String by = Clean.line(input.by());
        if (!by.isEmpty() && input.contents().people() == Contents.People.NAMES) {
            facts.add(new Fact(Words.EXPORTED_BY.in(language), new Report.Words(by)));
        }
        return List.copyOf(facts);
    }

    /** A session with its goal, its plan in order, its polls and its minutes. */
    private Section session(EventInput.Session session, String prefix) {
        ExportInput room = session.room();
        Contents contents = input.contents();
        var parts = new ArrayList<Part>();
        List<Fact> facts = new EventParts(input).about(session);
        if (!facts.isEmpty()) {
            parts.add(new Report.Facts(facts));
        }
        String goal = Clean.text(room.plan().goal());
        if (!goal.isBlank()) {
            parts.add(new Report.Rich(RichText.plain(goal)));
        }
        var below = new ArrayList<Section>();
        var steps = new StepParts(room, LEVEL + 2, prefix);
        add(below, prefix + "steps", Words.STEPS, LEVEL + 1, steps.sections());
        if (contents.polls()) {
            List<Part> polls = room.polls().stream()
                    .<Part>map(poll -> new Report.Sub(new PollParts(poll, room, LEVEL + 2, prefix).section()))
                    .toList();
            add(below, prefix + "polls", Words.POLLS, LEVEL + 1, polls);
        }
        RichText minutes = Structured.of(room.plan().minutes(), LEVEL + 1);
        if (contents.minutes() && !minutes.isEmpty()) {
            add(below, prefix + "minutes", Words.MINUTES, LEVEL + 1, List.of(new Report.Rich(minutes)));
        }
        below.forEach(section -> parts.add(new Report.Sub(section)));
        String title = session.title().isEmpty() ? Words.UNTITLED.in(language) : session.title();
        return new Section(prefix + SESSION, title, LEVEL, false, List.copyOf(parts));
    }

    private interface Table {
        Report.Grid of(ExportInput room);
    }

    /** The rows of all sessions, each with its session at the end; a column that not all of them have is empty for the others. */
    private Report.Grid table(@Nullable Bilingual caption, Table table) {
        List<Report.Grid> grids = rooms().map(table::of).toList();
        var head = new LinkedHashSet<Head>();
        grids.forEach(grid -> head.addAll(grid.head()));
        var rows = new ArrayList<List<Value>>();
        for (int i = 0; i < grids.size(); i++) {
            Report.Grid grid = grids.get(i);
            Value session = StepParts.words(input.sessions().get(i).title());
            List<Integer> places = head.stream().map(grid.head()::indexOf).toList();
            for (List<Value> row : grid.rows()) {
                Stream<Value> cells = places.stream().map(place -> place < 0 ? new Report.None() : row.get(place));
                rows.add(Stream.concat(cells, Stream.of(session)).toList());
            }
        }
        var heads = new ArrayList<>(head);
        heads.add(new Head(EventWords.SESSION.in(language), false));
        return new Report.Grid(caption == null ? null : caption.in(language), heads, rows, false);
    }
}
