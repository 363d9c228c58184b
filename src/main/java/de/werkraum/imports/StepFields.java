package de.werkraum.imports;

import de.werkraum.plan.Comment;
import de.werkraum.plan.Obstacle;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import de.werkraum.rich.RichField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a step as texts, which is how a file and a plan are compared. */
final class StepFields {
    private StepFields() {}

    /** Without those that are absent or empty. */
    static Map<Field, String> of(Step step) {
        var texts = new EnumMap<Field, String>(Field.class);
        put(texts, Field.TITLE, step.title());
        put(texts, Field.DETAILS, step.details().markdown());
        put(texts, Field.RESULT, step.result());
        put(texts, Field.RESPONSIBLE, step.responsible());
        put(texts, Field.CONTRIBUTORS, step.contributors());
        put(texts, Field.START, step.start());
        put(texts, Field.DUE, step.due());
        put(texts, Field.FOLLOW_UP, step.followUp());
        put(texts, Field.STATUS, step.status() == null ? null : step.status().code());
        put(texts, Field.EFFORT, step.effort() == null ? null : step.effort().toPlainString());
        put(
                texts,
                Field.OBSTACLE,
                step.obstacle() == null ? null : step.obstacle().code());
        return texts;
    }

    /** Notes a field, unless it is absent or empty. */
    static void put(Map<Field, String> texts, Field field, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            texts.put(field, value.toString());
        }
    }

    /** A step that says these texts. */
    static Step step(String id, String rank, Map<Field, String> texts, Map<String, Object> unknown, Instant now) {
        return step(id, rank, RichField.EMPTY, texts, now, List.of(), unknown);
    }

    /** The same step with other texts, and with the mark of an import or without one. */
    static Step with(Step step, Map<Field, String> texts, @Nullable Mark mark) {
        var unknown = new LinkedHashMap<>(step.unknown());
        unknown.remove(Mark.NAME);
        if (mark != null) {
            unknown.put(Mark.NAME, mark.tree());
        }
        return step(step.id(), step.rank(), step.details(), texts, step.createdAt(), step.comments(), unknown);
    }

    private static Step step(
            String id,
            String rank,
            RichField details,
            Map<Field, String> texts,
            @Nullable Instant createdAt,
            List<Comment> comments,
            Map<String, Object> unknown) {
        String effort = texts.get(Field.EFFORT);
        return new Step(
                id,
                rank,
                texts.getOrDefault(Field.TITLE, ""),
                details(details, texts.getOrDefault(Field.DETAILS, "")),
                texts.get(Field.RESULT),
                texts.get(Field.RESPONSIBLE),
                texts.get(Field.CONTRIBUTORS),
                date(texts.get(Field.START)),
                date(texts.get(Field.DUE)),
                date(texts.get(Field.FOLLOW_UP)),
                Status.of(texts.get(Field.STATUS)),
                effort == null ? null : new BigDecimal(effort),
                Obstacle.of(texts.get(Field.OBSTACLE)),
                createdAt,
                comments,
                unknown);
    }

    /** What is there where it says the same: Markdown does not say all that an editor has written. */
    private static RichField details(RichField present, String markdown) {
        return present.markdown().equals(markdown) ? present : RichField.parse(markdown, null);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
