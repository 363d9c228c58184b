package de.werkraum.export;

import de.werkraum.export.Report.Head;
import de.werkraum.export.Report.Value;
import de.werkraum.plan.Bilingual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All polls as one table, a row an option: also what no step stands for, and who voted for what where that is open. */
final class PollTable {
    private final ExportInput input;
    private final String language;
    private final Map<String, Integer> numbers = new HashMap<>();

    PollTable(ExportInput input) {
        this.input = input;
        this.language = input.language();
        input.plan().steps().forEach(step -> numbers.putIfAbsent(step.id(), numbers.size() + 1));
    }

    Report.Grid grid() {
        List<Head> heads = Stream.of(
                        Words.QUESTION,
                        Words.OPTION,
                        Words.STEP,
                        Words.RESULT_OF_POLL,
                        Words.NUMBERS,
                        Words.VOTES,
                        Words.METHOD,
                        Words.TURNOUT,
                        Words.setting("majority"),
                        Words.setting("base"),
                        new Bilingual(PollFacts.QUORUM, PollFacts.QUORUM))
                .map(head -> new Head(head.in(language), head.equals(Words.STEP)))
                .toList();
        var rows = new ArrayList<List<Value>>();
        if (input.contents().polls()) {
            input.polls().forEach(poll -> rows(poll, rows));
        }
        return new Report.Grid(Words.POLLS.in(language), heads, rows, false);
    }

    private void rows(PollOutcome poll, List<List<Value>> rows) {
        String votes = Vote.of(poll, language).stream()
                .map(vote -> Clean.line(vote.name()) + ": " + Clean.line(vote.choice()))
                .collect(Collectors.joining("\n"));
        var facts = new PollFacts(poll, input.zone(), language);
        for (int i = 0; i < poll.options().size(); i++) {
            PollOutcome.Option option = poll.options().get(i);
            rows.add(List.of(
                    words(poll.question()),
                    words(option.label()),
                    number(option),
                    words(result(poll, option)),
                    words(numbers(poll, poll.numbers(option))),
                    new Report.Words(i == 0 ? votes : ""),
                    words(facts.method()),
                    words(Words.turnout(poll, language)),
                    words(facts.setting("majority")),
                    words(facts.setting("base")),
                    words(facts.quorum())));
        }
    }

    /** The number in the table of the steps. */
    private Value number(PollOutcome.Option option) {
        Integer number = numbers.get(option.step());
        return number == null ? new Report.None() : StepParts.number(number);
    }

    private String result(PollOutcome poll, PollOutcome.Option option) {
        if (poll.cancelled()) {
            return Words.cancelled(poll, language);
        }
        if (poll.tally() == null) {
            return Words.noResult(poll).in(language);
        }
        return Trees.sentence(poll.numbers(option), language)
                .or(() -> poll.sentence(language))
                .orElse("");
    }

    private String numbers(PollOutcome poll, Map<String, Object> numbers) {
        return Column.of(poll.method(), List.of(numbers)).stream()
                .map(column -> column.head().in(language) + ": "
                        + Exact.show(column.key(), numbers.get(column.key()), language))
                .collect(Collectors.joining("; "));
    }

    private static Value words(String text) {
        return new Report.Words(Clean.line(text));
    }
}
