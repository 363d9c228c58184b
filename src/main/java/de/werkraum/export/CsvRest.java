package de.werkraum.export;

import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Section;
import java.util.List;
import java.util.Set;

/** What a report says beside the tables of its steps and polls, below them: facts, goal, minutes, who took part. */
final class CsvRest {
    /** Sections whose content the tables hold, those of an event's steps as well. */
    private static final Set<String> IN_TABLES = Set.of("overview", "steps", "polls", "tasks", "missing");

    private final Report report;
    private final StringBuilder lines;

    CsvRest(Report report, StringBuilder lines) {
        this.report = report;
        this.lines = lines;
    }

    void append() {
        line(Words.TITLE.in(report.language()), report.title());
        facts(report.facts());
        report.sections().stream()
                .filter(section -> !IN_TABLES.contains(section.id()) && !EventReport.isSession(section))
                .forEach(this::section);
    }

    private void section(Section section) {
        lines.append("\r\n");
        line(section.heading());
        section.parts().forEach(this::part);
    }

    private void part(Part part) {
        if (part instanceof Report.Sub sub) {
            section(sub.section());
        } else if (part instanceof Report.Rich rich) {
            line(rich.text().text(StepParts.BULLET));
        } else if (part instanceof Report.Facts facts) {
            facts(facts.facts());
        } else if (part instanceof Report.Sentence sentence) {
            line(sentence.text());
        } else if (part instanceof Report.Grid grid) {
            CsvFormat.append(grid, report, lines);
        }
    }

    private void facts(List<Fact> facts) {
        facts.forEach(fact -> line(fact.label(), report.shown(fact.value())));
    }

    private void line(String... cells) {
        lines.append(CsvCell.line(List.of(cells).stream().map(CsvCell::of).toList()));
    }
}
