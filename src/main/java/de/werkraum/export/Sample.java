package de.werkraum.export;

import de.werkraum.export.Report.Amount;
import de.werkraum.export.Report.Bar;
import de.werkraum.export.Report.Chart;
import de.werkraum.export.Report.Dated;
import de.werkraum.export.Report.Day;
import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Grid;
import de.werkraum.export.Report.Head;
import de.werkraum.export.Report.Kind;
import de.werkraum.export.Report.Link;
import de.werkraum.export.Report.Rich;
import de.werkraum.export.Report.Section;
import de.werkraum.export.Report.Sentence;
import de.werkraum.export.Report.Source;
import de.werkraum.export.Report.Words;
import de.werkraum.plan.Status;
import de.werkraum.rich.Markdown;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A short report with one of everything: what is made of it has loaded what the first real document would else wait for. */
final class Sample {
    private static final String TEXT =
            """
            ## Text

            Words, **strong**, *slanted*, ~~struck~~, `typed`, [a link](https://example.org/).

            3. numbered
               - below it

            - [ ] a task
            - [x] done

            > quoted
            """;
    private static final LocalDate DAY = LocalDate.EPOCH;

    private Sample() {}

    static Report report() {
        var table = new Grid(
                "Table",
                List.of(new Head("Step", false), new Head("Days", true), new Head("Due", false)),
                List.of(List.of(new Link("1", "#step"), new Amount(BigDecimal.ONE, "1"), new Day(DAY))),
                false);
        var chart = new Chart("Votes", List.of(new Bar("Yes", BigDecimal.ONE, "1", true)), "Yes: 1");
        var section = new Section(
                "step",
                "Step",
                2,
                false,
                List.of(new Rich(Markdown.parse(TEXT)), new Sentence(Kind.DECISION, "Decided."), chart, table));
        var dated = new Dated(
                new Source("sample", 1), "step", "Step", DAY, DAY, DAY, Status.AGREED, "agreed", "Somebody", "Words");
        return new Report(
                "sample",
                "Sample",
                "de",
                1,
                Instant.EPOCH,
                ZoneOffset.UTC,
                List.of(new Fact("Fact", new Words("Words"))),
                List.of(section),
                List.of(dated),
                true,
                table,
                table);
    }
}
