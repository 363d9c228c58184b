package de.werkraum.export;

import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps as a table whose columns another program knows by name, so that nobody has to assign them there. Such tables hold the steps alone,
 * one record each below one head. The names are English whatever the room's language is: the programs take them so.
 */
public enum CsvPreset {
    /** What work packages are called in OpenProject's tables; work there is hours, with a point, of which a person-day has eight. */
    OPENPROJECT(","),

    /**
     * What Nextcloud Deck writes and reads. It splits at tabs or commas, never at semicolons, and makes a list of each name of one;
     * people are found by the names they show, with commas between them.
     */
    DECK("\t");

    private static final BigDecimal HOURS = BigDecimal.valueOf(8);

    private final String separator;

    CsvPreset(String separator) {
        this.separator = separator;
    }

    /** The preset of that name. */
    public static Optional<CsvPreset> named(String name) {
        return Stream.of(values()).filter(preset -> preset.word().equals(name)).findFirst();
    }

    /** Its name in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    byte[] render(ExportInput input) {
        Map<String, BiFunction<Step, String, String>> columns =
                switch (this) {
                    case OPENPROJECT -> openProject();
                    case DECK -> deck();
                };
        var table = new StringBuilder("\uFEFF");
        table.append(CsvCell.line(separator, List.copyOf(columns.keySet())));
        for (Step step : input.plan().steps()) {
            var cells = new ArrayList<String>();
            columns.values().forEach(column -> cells.add(CsvCell.of(column.apply(step, input.language()))));
            table.append(CsvCell.line(separator, cells));
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, BiFunction<Step, String, String>> openProject() {
        var columns = new LinkedHashMap<String, BiFunction<Step, String, String>>();
        columns.put("Subject", ReportBuilder::title);
        columns.put("Type", (step, language) -> "Task");
        columns.put("Status", (step, language) -> status(step.status()));
        columns.put("Assignee", (step, language) -> text(step.responsible()));
        columns.put("Start date", (step, language) -> text(step.start()));
        columns.put("Finish date", (step, language) -> text(step.due()));
        columns.put("Work", (step, language) -> hours(step.effort()));
        columns.put("Description", CsvPreset::description);
        return columns;
    }

    private static Map<String, BiFunction<Step, String, String>> deck() {
        var columns = new LinkedHashMap<String, BiFunction<Step, String, String>>();
        columns.put("Card title", ReportBuilder::title);
        columns.put("Description", CsvPreset::description);
        columns.put("List name", (step, language) -> (step.status() == null ? Status.PROPOSED : step.status())
                .label()
                .in(language));
        columns.put(
                "Tags",
                (step, language) ->
                        step.obstacle() == null ? "" : step.obstacle().label().in(language));
        columns.put("Assigned users", (step, language) -> text(step.responsible()));
        columns.put("Due date", (step, language) -> text(step.due()));
        return columns;
    }

    /** The statuses OpenProject is delivered with. */
    private static String status(@Nullable Status status) {
        if (status == null) {
            return "New";
        }
        return switch (status) {
            case IDEA, PROPOSED -> "New";
            case AGREED -> "Scheduled";
            case DOING -> "In progress";
            case BLOCKED -> "On hold";
            case DONE -> "Closed";
            case DROPPED -> "Rejected";
        };
    }

    /** What no column takes, in words. */
    private static String description(Step step, String language) {
        var parts = new ArrayList<String>();
        parts.add(StepParts.details(step));
        if (step.result() != null && !step.result().isBlank()) {
            parts.add(Words.RESULT.in(language) + " " + step.result());
        }
        if (step.contributors() != null && !step.contributors().isBlank()) {
            parts.add(Words.CONTRIBUTORS.in(language) + ": " + step.contributors());
        }
        parts.removeIf(String::isBlank);
        return String.join("\n\n", parts);
    }

    private static String hours(@Nullable BigDecimal days) {
        return days == null ? "" : days.multiply(HOURS).stripTrailingZeros().toPlainString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
