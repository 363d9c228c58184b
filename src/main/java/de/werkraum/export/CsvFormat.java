package de.werkraum.export;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Step;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The steps as a table that a German Excel opens with a double click: UTF-8 with a byte order mark, semicolons, CRLF, in German
 * a decimal comma. Dates stay ISO: every Excel knows them and nobody takes the month for the day.
 */
final class CsvFormat implements PlanFormat {
    private static final Pattern DASH = Pattern.compile("(?m)^(\\s*)- ");

    private static final List<Bilingual> HEAD = List.of(
            new Bilingual("Nr.", "No."),
            new Bilingual("Schritt", "Step"),
            Words.STATUS,
            Words.RESPONSIBLE,
            Words.CONTRIBUTORS,
            Words.START,
            Words.DUE,
            Words.FOLLOW_UP,
            Words.EFFORT,
            Words.RESULT,
            Words.OBSTACLE,
            Words.POLL,
            Words.DETAILS);

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public byte[] render(ExportInput input) {
        var table = new StringBuilder("\uFEFF");
        table.append(CsvCell.line(
                HEAD.stream().map(head -> head.in(input.language())).toList()));
        int number = 0;
        for (Step step : input.plan().steps()) {
            table.append(CsvCell.line(row(++number, step, input)));
        }
        new CsvPolls(input).append(table);
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(int number, Step step, ExportInput input) {
        String language = input.language();
        String decisions = Decision.of(step.id(), input).stream()
                .map(decision -> decision.line(language))
                .collect(Collectors.joining("\n"));
        return List.of(
                String.valueOf(number),
                CsvCell.of(step.title()),
                step.status() == null ? "" : step.status().label().in(language),
                CsvCell.of(step.responsible()),
                CsvCell.of(step.contributors()),
                text(step.start()),
                text(step.due()),
                text(step.followUp()),
                decimal(step.effort(), language),
                CsvCell.of(step.result()),
                step.obstacle() == null ? "" : step.obstacle().label().in(language),
                CsvCell.of(decisions),
                CsvCell.of(plain(step)));
    }

    /** People read cells: no markup, and bullets that no spreadsheet takes for a minus. */
    static String plain(Step step) {
        return DASH.matcher(step.details().text().text()).replaceAll("$1• ");
    }

    private static String decimal(@Nullable BigDecimal days, String language) {
        return days == null ? "" : Exact.local(days, language);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
