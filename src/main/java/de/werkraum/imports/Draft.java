package de.werkraum.imports;

import de.werkraum.plan.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that a file would bring.
 *
 * @param sheet its sheet's place in the file
 * @param row as the file's program counts
 * @param key what tells it from others in the same list, empty where nothing does
 * @param details Markdown
 * @param status null where the file says nothing about it: a new step is proposed then
 * @param more values under keys that have no meaning here, as JSON trees
 */
record Draft(
        int sheet,
        int row,
        String key,
        String title,
        String details,
        @Nullable String result,
        @Nullable String responsible,
        @Nullable String contributors,
        @Nullable LocalDate start,
        @Nullable LocalDate due,
        @Nullable LocalDate followUp,
        @Nullable Status status,
        @Nullable BigDecimal effort,
        @Nullable String obstacle,
        Map<String, Object> more) {

    Draft withDetails(String other) {
        return with(key, other);
    }

    Draft withoutKey() {
        return with("", details);
    }

    private Draft with(String newKey, String newDetails) {
        return new Draft(
                sheet,
                row,
                newKey,
                title,
                newDetails,
                result,
                responsible,
                contributors,
                start,
                due,
                followUp,
                status,
                effort,
                obstacle,
                more);
    }

    /** Its values as texts, by field; without those it has not. */
    Map<Field, String> texts() {
        var texts = new EnumMap<Field, String>(Field.class);
        StepFields.put(texts, Field.TITLE, title);
        StepFields.put(texts, Field.DETAILS, details);
        StepFields.put(texts, Field.RESULT, result);
        StepFields.put(texts, Field.RESPONSIBLE, responsible);
        StepFields.put(texts, Field.CONTRIBUTORS, contributors);
        StepFields.put(texts, Field.START, start);
        StepFields.put(texts, Field.DUE, due);
        StepFields.put(texts, Field.FOLLOW_UP, followUp);
        StepFields.put(texts, Field.STATUS, status == null ? null : status.code());
        StepFields.put(texts, Field.EFFORT, effort == null ? null : effort.toPlainString());
        StepFields.put(texts, Field.OBSTACLE, obstacle);
        return texts;
    }
}
