package de.werkraum.export;

import de.werkraum.export.Report.Head;
import de.werkraum.export.Report.Kind;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One poll of a report: what was asked, how, and with which exact result. */
final class PollParts {
    private final PollOutcome poll;
    private final ExportInput input;
    private final String language;
    private final int level;
    private final String prefix;

    PollParts(PollOutcome poll, ExportInput input) {
        this(poll, input, ReportBuilder.LEVEL + 1, "");
    }

    /** For a document with several plans; see {@link StepParts}. */
    PollParts(PollOutcome poll, ExportInput input, int level, String prefix) {
        this.poll = poll;
        this.input = input;
        this.level = level;
        this.prefix = prefix;
        this.language = input.language();
    }

    Report.Section section() {
        var parts = new ArrayList<Part>();
        parts.add(new Report.Facts(new PollFacts(poll, input.zone(), language).all()));
        if (poll.cancelled()) {
            parts.add(new Report.Sentence(Kind.CANCELLED, Words.cancelled(poll, language)));
        }
        if (poll.tally() == null) {
            parts.add(new Report.Sentence(Kind.MUTED, withoutResult()));
        } else {
            result(parts);
        }
        if (!poll.ballots().isEmpty()) {
            parts.add(ballots());
        }
        String question = Clean.line(poll.question());
        return new Report.Section(
                prefix + "poll-" + (input.polls().indexOf(poll) + 1),
                question.isEmpty() ? Words.UNTITLED.in(language) : question,
                level,
                poll.cancelled(),
                parts);
    }

    private void result(List<Part> parts) {
        if (!poll.cancelled()) {
            poll.sentence(language)
                    .ifPresent(sentence -> parts.add(new Report.Sentence(
                            Kind.RESULT,
                            (poll.binding() ? Words.DECISION.in(language) + ": " : "") + Clean.line(sentence))));
            new PollChart(poll, language).chart().ifPresent(parts::add);
        }
        parts.add(table(null, poll::numbers));
        Map<String, Object> byAuthority = Trees.map(Trees.map(poll.tally()).get("byAuthority"));
        Map<String, Object> options = Trees.map(byAuthority.get("options"));
        if (!options.isEmpty()) {
            String count = Exact.show("", byAuthority.get("authorities"), language);
            parts.add(table(
                    Words.BY_AUTHORITY.in(language) + " (" + count + ")",
                    option -> Trees.map(options.get(option.id()))));
        }
    }

    private String withoutResult() {
        if (poll.cancelled()) {
            return poll.options().stream()
                    .map(option -> Clean.line(option.label()))
                    .collect(Collectors.joining("\n"));
        }
        return Words.noResult(poll).in(language);
    }

    private Report.Grid table(@Nullable String caption, Function<PollOutcome.Option, Map<String, Object>> numbers) {
        List<Column> columns =
                Column.of(poll.method(), poll.options().stream().map(numbers).toList());
        var heads = new ArrayList<Head>();
        heads.add(new Head(Words.OPTION.in(language), false));
        columns.forEach(column -> heads.add(new Head(column.head().in(language), true)));
        var rows = new ArrayList<List<Value>>();
        for (PollOutcome.Option option : poll.options()) {
            var row = new ArrayList<Value>();
            row.add(new Report.Words(Clean.line(option.label())));
            columns.forEach(
                    column -> row.add(value(column.key(), numbers.apply(option).get(column.key()))));
            rows.add(row);
        }
        return new Report.Grid(caption, heads, rows, poll.cancelled());
    }

    private Value value(String key, @Nullable Object value) {
        String shown = Clean.line(Exact.show(key, value, language));
        return value instanceof Integer || value instanceof Long
                ? new Report.Amount(new BigDecimal(value.toString()), shown)
                : new Report.Words(shown);
    }

    private Report.Grid ballots() {
        return new Report.Grid(
                Words.BALLOTS.in(language),
                List.of(new Head(Words.NAME.in(language), false), new Head(Words.CHOICE.in(language), false)),
                Vote.of(poll, language).stream()
                        .map(vote -> List.<Value>of(
                                new Report.Words(Clean.line(vote.name())), new Report.Words(Clean.line(vote.choice()))))
                        .toList(),
                poll.cancelled());
    }
}
