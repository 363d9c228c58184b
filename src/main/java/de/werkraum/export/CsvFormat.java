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
 * The steps as a table that a German Excel opens with a double click: UTF-8 with a byte order mark, semicolons, CRLF,
 * decimal comma. Dates stay ISO: every Excel knows them and nobody takes the month for the day.
 */
final class CsvFormat implements PlanFormat {
    /** Also what is white or nothing on paper, such as a byte order mark or a zero-width space. */
    private static final Pattern BLANK = Pattern.compile("^[\\s\\p{Z}\\p{C}]+");

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
            Words.DECISION,
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
        append(table, HEAD.stream().map(head -> head.in(input.language())).toList());
        int number = 0;
        for (Step step : input.plan().steps()) {
            append(table, row(++number, step, input));
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One record as RFC 4180 has it, but for the semicolons. */
    private static void append(StringBuilder table, List<String> row) {
        table.append(row.stream().map(CsvFormat::quoted).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ';' || c == '"' || c == '\n' || c == ',');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static List<String> row(int number, Step step, ExportInput input) {
        String language = input.language();
        String decisions =
                Decision.of(step.id(), input).stream().map(Decision::sentence).collect(Collectors.joining("\n"));
        return List.of(
                String.valueOf(number),
                cell(step.title()),
                step.status() == null ? "" : step.status().label().in(language),
                cell(step.responsible()),
                cell(step.contributors()),
                text(step.start()),
                text(step.due()),
                text(step.followUp()),
                decimal(step.effort()),
                cell(step.result()),
                step.obstacle() == null ? "" : step.obstacle().label().in(language),
                cell(decisions),
                cell(step.details()));
    }

    /**
     * A text no spreadsheet takes for a formula: an apostrophe goes before the characters that start one, also behind
     * white or invisible space. Control characters but line feeds are left out.
     */
    static String cell(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String clean = text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cc}&&[^\n\t]]", "");
        String seen = BLANK.matcher(clean).replaceFirst("");
        boolean formula = (!clean.isEmpty() && "\t\n".indexOf(clean.charAt(0)) >= 0)
                || (!seen.isEmpty() && "=+-@＝＋－＠".indexOf(seen.charAt(0)) >= 0);
        return formula ? "'" + clean : clean;
    }

    private static String decimal(@Nullable BigDecimal days) {
        return days == null ? "" : days.toPlainString().replace('.', ',');
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
