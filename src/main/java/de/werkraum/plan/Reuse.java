package de.werkraum.plan;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan from elsewhere as the beginning of one's own. Whose it was becomes its origin, and each step knows the step it comes from; polls are
 * not part of a plan, and comments, which bear other people's names, stay behind.
 *
 * @param source what was taken, to compare the new plan with at any time
 * @param plan what the new room begins with
 * @param origin whose plan it was, for people
 */
public record Reuse(Plan source, Plan plan, String origin) {

    /**
     * Takes what is in a plan.
     *
     * @param given the plan as it was exported
     * @param from the id of the room it was exported from; null where the file doesn't say it
     * @param title of the new plan
     * @param fresh without status, dates and who does it: these are the other's
     */
    public static Reuse of(Plan given, @Nullable String from, String title, boolean fresh, Instant now) {
        String origin = origin(given);
        Map<String, Object> meta = new LinkedHashMap<>(given.meta());
        meta.remove("authority");
        meta.put("origin", origin);
        List<Step> steps =
                given.steps().stream().map(step -> taken(step, from, now)).toList();
        Plan source = new Plan(title, given.goal(), given.minutes(), meta, steps);
        Plan plan = !fresh
                ? source
                : new Plan(
                        title,
                        given.goal(),
                        Plan.EMPTY.minutes(),
                        meta,
                        steps.stream().map(Step::anew).toList());
        return new Reuse(source, plan, origin);
    }

    /** The authority and the plan; before them, where that one was reused itself, is left to that one. */
    private static String origin(Plan given) {
        return Stream.of(given.meta().get("authority"), given.title())
                .filter(String.class::isInstance)
                .map(text -> ((String) text).strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(": "));
    }

    private static Step taken(Step step, @Nullable String from, Instant now) {
        if (from == null) {
            return step.withComments(List.of());
        }
        Map<String, Object> origin = Map.of("room", from, "step", step.id(), "at", now.toString());
        return step.withComments(List.of()).with("origin", origin);
    }
}
