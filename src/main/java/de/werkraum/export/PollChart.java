package de.werkraum.export;

import de.werkraum.export.Report.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A result as bars. */
final class PollChart {
    /** What of an option's numbers its bar shows. */
    private static final Map<String, String> MEASURES = Map.of(
            "dots", "dots",
            "approval", "approvals",
            "ranking", "borda",
            "single", "votes",
            "score", "median",
            "resistance", "sum");

    private static final List<String> VOTES = List.of("yes", "no", "abstain");

    private final PollOutcome poll;
    private final String language;

    PollChart(PollOutcome poll, String language) {
        this.poll = poll;
        this.language = language;
    }

    /** Empty for methods whose result is no length. */
    Optional<Report.Chart> chart() {
        String measure = MEASURES.get(poll.method());
        List<Bar> bars = measure != null ? byOption(measure) : split();
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        String alternative =
                bars.stream().map(bar -> bar.label() + ": " + bar.shown()).collect(Collectors.joining("; "));
        return Optional.of(new Report.Chart(Clean.line(poll.question()), bars, alternative));
    }

    private List<Bar> byOption(String measure) {
        var bars = new ArrayList<Bar>();
        for (PollOutcome.Option option : poll.options()) {
            Map<String, Object> numbers = poll.numbers(option);
            add(bars, option.label(), measure, numbers.get(measure), "yes".equals(numbers.get("selected")));
        }
        return bars;
    }

    /** How one question was answered. */
    private List<Bar> split() {
        var bars = new ArrayList<Bar>();
        if (poll.options().size() == 1) {
            Map<String, Object> numbers = poll.numbers(poll.options().get(0));
            if (poll.method().equals("consent")) {
                VOTES.forEach(
                        vote -> add(bars, Exact.show("", vote, language), "", numbers.get(vote), vote.equals("yes")));
            } else if (poll.method().equals("fist")) {
                Trees.map(numbers.get("histogram"))
                        .forEach((finger, count) -> add(bars, Exact.show("", finger, language), "", count, false));
            }
        } else if (poll.method().equals("consent")) {
            return byOption("yes");
        }
        return bars;
    }

    private void add(List<Bar> bars, String label, String key, @Nullable Object value, boolean selected) {
        BigDecimal length = Exact.decimal(value);
        if (length != null && length.signum() >= 0) {
            bars.add(new Bar(Clean.line(label), length, Exact.show(key, value, language), selected));
        }
    }
}
