package de.werkraum.export;

import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Head;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Value;
import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Comment;
import de.werkraum.plan.Step;
import de.werkraum.plan.Verdict;
import de.werkraum.rich.RichText;
import de.werkraum.rich.RichText.Marks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of a report. */
final class StepParts {
    /** Bullets that no spreadsheet takes for a minus. */
    static final String BULLET = "• ";

    /** One fact of a step. */
    private record Field(Bilingual label, boolean numeric, Function<Step, Value> value) {}

    private final ExportInput input;
    private final String language;
    private final List<Step> steps;
    /** Of each step; they are shown in several places. */
    private final List<RichText> details;

    private final List<String> texts;
    private final int level;
    private final String prefix;

    StepParts(ExportInput input) {
        this(input, ReportBuilder.LEVEL + 1, "");
    }

    /**
     * For a document with several plans.
     *
     * @param level of the steps' headings
     * @param prefix before the names that links go to
     */
    StepParts(ExportInput input, int level, String prefix) {
        this.input = input;
        this.level = level;
        this.prefix = prefix;
        this.language = input.language();
        this.steps = input.plan().steps();
        this.details =
                steps.stream().map(step -> Structured.of(step.details(), 0)).toList();
        this.texts = details.stream().map(RichText::text).toList();
    }

    /** Each step with everything that is known of it. */
    List<Part> sections() {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String heading = (i + 1) + ". " + ReportBuilder.title(step, language);
            parts.add(new Report.Sub(new Report.Section(anchor(i), heading, level, false, parts(i))));
        }
        return parts;
    }

    private String anchor(int index) {
        return prefix + "step-" + (index + 1);
    }

    private List<Part> parts(int index) {
        Step step = steps.get(index);
        var parts = new ArrayList<Part>();
        var facts = new ArrayList<Fact>();
        for (Field field : fields()) {
            Value value = field.value().apply(step);
            if (!(value instanceof Report.None)) {
                facts.add(new Fact(field.label().in(language), value));
            }
        }
        if (step.supporters() > 0) {
            facts.add(new Fact(Words.SUPPORTERS.in(language), number(step.supporters())));
        }
        if (!facts.isEmpty()) {
            parts.add(new Report.Facts(List.copyOf(facts)));
        }
        if (!details.get(index).isEmpty()) {
            parts.add(new Report.Rich(details.get(index).lowered(level)));
        }
        for (Decision decision : decisions(step)) {
            var kind = decision.binding() ? Report.Kind.DECISION : Report.Kind.NOTE;
            parts.add(new Report.Sentence(kind, decision.line(language)));
        }
        verdicts(step).forEach(verdict -> parts.add(new Report.Sentence(Report.Kind.NOTE, line(verdict))));
        List<Comment> open = openComments(step);
        if (!open.isEmpty()) {
            parts.add(new Report.Sentence(Report.Kind.MUTED, Words.COMMENTS.in(language)));
            parts.add(new Report.Rich(comments(open)));
        }
        return List.copyOf(parts);
    }

    private String line(Verdict verdict) {
        Bilingual byAuthority = verdict.byAuthority();
        String said = Words.PLENARY.in(language) + ": " + verdict.said().in(language);
        return Clean.line(
                byAuthority == null
                        ? said
                        : said + "; " + Words.BY_AUTHORITY.in(language) + ": " + byAuthority.in(language));
    }

    private List<Decision> decisions(Step step) {
        return input.contents().polls() ? Decision.of(step.id(), input) : List.of();
    }

    private List<Verdict> verdicts(Step step) {
        return input.contents().polls() ? step.verdicts() : List.of();
    }

    /** Those to be told of that nobody has ticked off. */
    private List<Comment> openComments(Step step) {
        return input.contents().comments()
                ? step.comments().stream()
                        .filter(comment -> !comment.done() && !comment.text().isBlank())
                        .toList()
                : List.of();
    }

    private static RichText comments(List<Comment> comments) {
        var bold = new Marks(true, false, false, false, false, null);
        return new RichText(List.of(new RichText.BulletList(comments.stream()
                .map(comment -> {
                    var inlines = new ArrayList<RichText.Inline>();
                    if (comment.name() != null && !comment.name().isBlank()) {
                        inlines.add(new RichText.Text(Clean.line(comment.name()) + ": ", bold));
                    }
                    inlines.add(new RichText.Text(Clean.text(comment.text()).strip(), Marks.NONE));
                    return new RichText.Item(List.of(new RichText.Paragraph(inlines)));
                })
                .toList())));
    }

    /** A short table for the beginning of a document. */
    Report.Grid brief() {
        var rows = new ArrayList<List<Value>>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Value title = new Report.Link(ReportBuilder.title(step, language), "#" + anchor(i));
            rows.add(List.of(number(i + 1), title, status(step), words(step.responsible()), day(step.due())));
        }
        return new Report.Grid(
                null,
                List.of(
                        new Head(Words.NUMBER.in(language), true),
                        new Head(Words.STEP.in(language), false),
                        new Head(Words.STATUS.in(language), false),
                        new Head(Words.RESPONSIBLE.in(language), false),
                        new Head(Words.DUE.in(language), false)),
                rows,
                false);
    }

    /** All that fits cells; without a title its cell is empty, so that an import takes no word of ours for one. */
    Report.Grid overview() {
        var heads = new ArrayList<Head>();
        heads.add(new Head(Words.NUMBER.in(language), true));
        heads.add(new Head(Words.STEP.in(language), false));
        List<Field> columns = columns();
        columns.forEach(column -> heads.add(new Head(column.label().in(language), column.numeric())));
        heads.add(new Head(Words.DETAILS.in(language), false));
        boolean commented = steps.stream().anyMatch(step -> !openComments(step).isEmpty());
        if (commented) {
            heads.add(new Head(Words.COMMENTS.in(language), false));
        }
        var rows = new ArrayList<List<Value>>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            var row = new ArrayList<Value>();
            row.add(number(i + 1));
            row.add(words(Clean.line(step.title())));
            columns.forEach(column -> row.add(column.value().apply(step)));
            row.add(words(details.get(i).text(BULLET)));
            if (commented) {
                row.add(words(comments(openComments(step)).text(BULLET)));
            }
            rows.add(List.copyOf(row));
        }
        return new Report.Grid(null, heads, rows, false);
    }

    /** What stands between the title and the details; what few plans have is a column only where a step has it. */
    private List<Field> columns() {
        var columns = new ArrayList<>(fields());
        if (steps.stream().anyMatch(step -> step.supporters() > 0)) {
            columns.add(new Field(
                    Words.SUPPORTERS,
                    true,
                    step -> step.supporters() > 0 ? number(step.supporters()) : new Report.None()));
        }
        columns.add(new Field(Words.POLL, false, step -> words(said(step))));
        return columns;
    }

    /** What polls said of a step here, and then what the plenary said. */
    private String said(Step step) {
        return Stream.concat(
                        decisions(step).stream().map(decision -> decision.line(language)),
                        verdicts(step).stream().map(this::line))
                .collect(Collectors.joining("\n"));
    }

    /** The details of a step as plain text. */
    static String details(Step step) {
        return Structured.of(step.details(), 0).text(BULLET);
    }

    /** The steps that have a date. */
    List<Report.Dated> dates() {
        return IntStream.range(0, steps.size())
                .filter(i -> dated(steps.get(i)))
                .mapToObj(i -> dated(steps.get(i), texts.get(i)))
                .toList();
    }

    private static boolean dated(Step step) {
        return step.start() != null || step.due() != null || step.followUp() != null;
    }

    private Report.Dated dated(Step step, String text) {
        return new Report.Dated(
                new Report.Source(input.room(), input.version()),
                step.id(),
                ReportBuilder.title(step, language),
                step.start(),
                step.due(),
                step.followUp(),
                step.status(),
                step.status() == null ? "" : step.status().label().in(language),
                Clean.line(step.responsible()),
                text);
    }

    private List<Field> fields() {
        return List.of(
                new Field(Words.STATUS, false, this::status),
                new Field(Words.RESPONSIBLE, false, step -> words(step.responsible())),
                new Field(Words.CONTRIBUTORS, false, step -> words(step.contributors())),
                new Field(Words.START, false, step -> day(step.start())),
                new Field(Words.DUE, false, step -> day(step.due())),
                new Field(Words.FOLLOW_UP, false, step -> day(step.followUp())),
                new Field(Words.EFFORT, true, step -> days(step.effort())),
                new Field(Words.RESULT, false, step -> words(step.result())),
                new Field(
                        Words.OBSTACLE,
                        false,
                        step -> words(
                                step.obstacle() == null
                                        ? null
                                        : step.obstacle().label().in(language))));
    }

    private Value status(Step step) {
        return words(step.status() == null ? null : step.status().label().in(language));
    }

    static Value words(@Nullable String text) {
        String clean = Clean.text(text).strip();
        return clean.isEmpty() ? new Report.None() : new Report.Words(clean);
    }

    static Value day(@Nullable LocalDate day) {
        return day == null ? new Report.None() : new Report.Day(day);
    }

    static Value number(int number) {
        return new Report.Amount(BigDecimal.valueOf(number), String.valueOf(number));
    }

    private Value days(@Nullable BigDecimal effort) {
        return effort == null
                ? new Report.None()
                : new Report.Amount(effort, Exact.local(effort.stripTrailingZeros(), language));
    }
}
