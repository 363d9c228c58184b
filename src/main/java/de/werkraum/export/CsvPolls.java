package de.werkraum.export;

import static de.werkraum.export.Words.CANCELLED;
import static de.werkraum.export.Words.HIDDEN;
import static de.werkraum.export.Words.NUMBERS;
import static de.werkraum.export.Words.OPTION;
import static de.werkraum.export.Words.POLLS;
import static de.werkraum.export.Words.QUESTION;
import static de.werkraum.export.Words.RESULT_OF_POLL;
import static de.werkraum.export.Words.RUNNING;
import static de.werkraum.export.Words.STEP;
import static de.werkraum.export.Words.VOTES;
import static de.werkraum.export.Words.WITHHELD;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All polls below the steps, a row an option: also what no step stands for, and who voted for what where that is open. */
final class CsvPolls {
    private final ExportInput input;
    private final String language;

    CsvPolls(ExportInput input) {
        this.input = input;
        this.language = input.language();
    }

    /** A line with a word for what follows ends the table of the steps. */
    void append(StringBuilder table) {
        if (input.polls().isEmpty()) {
            return;
        }
        table.append("\r\n").append(CsvCell.line(List.of(POLLS.in(language))));
        table.append(CsvCell.line(List.of(QUESTION, OPTION, STEP, RESULT_OF_POLL, NUMBERS, VOTES).stream()
                .map(head -> head.in(language))
                .toList()));
        for (PollOutcome poll : input.polls()) {
            String votes = Vote.of(poll, language).stream()
                    .map(vote -> vote.name() + ": " + vote.choice())
                    .collect(Collectors.joining("\n"));
            for (int i = 0; i < poll.options().size(); i++) {
                table.append(CsvCell.line(row(poll, poll.options().get(i), i == 0 ? votes : "")));
            }
        }
    }

    private List<String> row(PollOutcome poll, PollOutcome.Option option, String votes) {
        return List.of(
                CsvCell.of(poll.question()),
                CsvCell.of(option.label()),
                number(option),
                CsvCell.of(result(poll, option)),
                CsvCell.of(numbers(poll, poll.numbers(option))),
                CsvCell.of(votes));
    }

    /** The number in the table above. */
    private String number(PollOutcome.Option option) {
        List<Step> steps = input.plan().steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(option.step())) {
                return String.valueOf(i + 1);
            }
        }
        return "";
    }

    private String result(PollOutcome poll, PollOutcome.Option option) {
        if (poll.cancelled()) {
            return CANCELLED.in(language) + (poll.reason() == null ? "" : ": " + poll.reason());
        }
        if (poll.tally() == null) {
            Bilingual why = poll.withheld() != null ? WITHHELD : poll.state().equals("open") ? RUNNING : HIDDEN;
            return why.in(language);
        }
        return Trees.sentence(poll.numbers(option), language)
                .or(() -> poll.sentence(language))
                .orElse("");
    }

    private String numbers(PollOutcome poll, Map<String, Object> numbers) {
        var shown = new ArrayList<String>();
        for (Column column : Column.of(poll.method(), List.of(numbers))) {
            String value = Exact.show(column.key(), numbers.get(column.key()), language);
            shown.add(column.head().in(language) + ": " + value);
        }
        return String.join("; ", shown);
    }
}
