package de.werkraum.export;

import de.werkraum.export.Report.Grid;
import de.werkraum.export.Report.Head;
import de.werkraum.plan.Bilingual;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The steps as a table that a German Excel opens with a double click: UTF-8 with a byte order mark, semicolons, CRLF, in German
 * a decimal comma. Dates stay ISO: every Excel knows them and nobody takes the month for the day. Below it the polls, and then all
 * the rest: a line with a word for what follows ends the table of the steps.
 */
final class CsvFormat implements Format {
    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public byte[] render(Report report, Style style) {
        var table = new StringBuilder("\uFEFF");
        if (!report.overview().isEmpty()) {
            append(report.overview(), report, table);
        }
        Grid polls = report.polls();
        if (!polls.rows().isEmpty()) {
            table.append("\r\n").append(CsvCell.line(List.of(CsvCell.of(polls.caption()))));
            append(polls, report, table);
        }
        if (!report.overview().isEmpty()) {
            Bilingual about = EventReport.is(report) ? EventWords.ABOUT : Words.ABOUT;
            table.append("\r\n").append(CsvCell.line(List.of(CsvCell.of(about.in(report.language())))));
        }
        new CsvRest(report, table).append();
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    static void append(Grid grid, Report report, StringBuilder table) {
        table.append(CsvCell.line(
                grid.head().stream().map(Head::label).map(CsvCell::of).toList()));
        for (List<Report.Value> row : grid.rows()) {
            table.append(CsvCell.line(row.stream()
                    .map(value ->
                            value instanceof Report.Day day ? day.day().toString() : CsvCell.of(report.shown(value)))
                    .toList()));
        }
    }
}
