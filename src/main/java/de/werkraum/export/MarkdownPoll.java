package de.werkraum.export;

import de.werkraum.rich.Markdown;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One poll in a Markdown document: what was asked, how, and with which exact result. */
final class MarkdownPoll {
    /** Of the heading above each poll. */
    private static final int LEVEL = 3;

    private final PollOutcome poll;
    private final ExportInput input;
    private final String language;

    MarkdownPoll(PollOutcome poll, ExportInput input) {
        this.poll = poll;
        this.input = input;
        this.language = input.language();
    }

    void append(List<String> parts) {
        String question = Markdown.heading(LEVEL, poll.question());
        parts.add(poll.cancelled() ? question.replaceFirst(" (.*)", " ~~$1~~") : question);
        parts.add(circumstances());
        if (poll.cancelled()) {
            String reason = poll.reason() == null ? "" : Markdown.words(poll.reason());
            parts.add("**" + Words.CANCELLED.in(language) + (reason.isEmpty() ? "**" : ":** " + reason));
        }
        if (poll.tally() == null) {
            parts.add(withoutResult());
        } else {
            parts.add(table(poll::numbers));
            if (!poll.cancelled()) {
                poll.sentence(language).ifPresent(sentence -> parts.add("**" + Markdown.words(sentence) + "**"));
            }
            byAuthority(parts);
        }
        votes(parts);
    }

    /** Who voted for what, where that is open. */
    private void votes(List<String> parts) {
        List<Vote> votes = Vote.of(poll, language);
        if (!votes.isEmpty()) {
            parts.add(Words.VOTES.in(language) + ":");
            parts.add(votes.stream()
                    .map(vote ->
                            "- **" + Markdown.words(vote.name() + ":") + "** " + struck(Markdown.words(vote.choice())))
                    .collect(Collectors.joining("\n")));
        }
    }

    private String circumstances() {
        var facts = new ArrayList<String>();
        facts.add(Words.method(poll.method()).in(language));
        facts.add((poll.secret() ? Words.SECRET : Words.OPEN_BALLOT).in(language));
        Instant from = poll.openedAt();
        Instant to = poll.closedAt();
        if (from != null) {
            ZonedDateTime start = from.atZone(input.zone());
            String times = clock(from) + (to == null ? "" : "–" + clock(to));
            facts.add(MarkdownFormat.day(start.toLocalDate(), language) + ", " + times);
        }
        facts.add(Words.turnout(poll, language));
        return String.join(" · ", facts);
    }

    /** The options with what is known of them, in the order they were voted on. */
    private String withoutResult() {
        var lines = new ArrayList<String>();
        poll.options().forEach(option -> lines.add("- " + struck(Markdown.words(option.label()))));
        String why = poll.cancelled()
                ? ""
                : poll.withheld() != null
                        ? Words.WITHHELD.in(language)
                        : (poll.state().equals("open") ? Words.RUNNING : Words.HIDDEN).in(language);
        return String.join("\n", lines) + (why.isEmpty() || lines.isEmpty() ? why : "\n\n" + why);
    }

    private String table(Function<PollOutcome.Option, Map<String, Object>> numbers) {
        List<Column> columns =
                Column.of(poll.method(), poll.options().stream().map(numbers).toList());
        var lines = new ArrayList<String>();
        var head = new ArrayList<String>(List.of(Words.OPTION.in(language)));
        columns.forEach(column -> head.add(column.head().in(language)));
        lines.add(row(head));
        lines.add("| --- " + "| ---: ".repeat(columns.size()) + "|");
        for (PollOutcome.Option option : poll.options()) {
            var cells = new ArrayList<String>(List.of(struck(cell(option.label()))));
            for (Column column : columns) {
                Object value = numbers.apply(option).get(column.key());
                cells.add(struck(cell(Exact.show(column.key(), value, language))));
            }
            lines.add(row(cells));
        }
        return String.join("\n", lines);
    }

    private void byAuthority(List<String> parts) {
        Map<String, Object> byAuthority =
                poll.tally() == null ? Map.of() : Trees.map(poll.tally().get("byAuthority"));
        Map<String, Object> options = Trees.map(byAuthority.get("options"));
        if (!options.isEmpty()) {
            String count = Exact.show("", byAuthority.get("authorities"), language);
            parts.add(Words.BY_AUTHORITY.in(language) + " (" + Markdown.words(count) + "):");
            parts.add(table(option -> Trees.map(options.get(option.id()))));
        }
    }

    private String clock(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(input.zone()));
    }

    private String struck(String text) {
        return poll.cancelled() && !text.isEmpty() ? "~~" + text + "~~" : text;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String cell(String text) {
        return Markdown.words(text).replace("|", "\\|");
    }
}
