package de.werkraum.plan;

import de.werkraum.rich.RichField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a JSON tree of Map, List, String, Number and Boolean, with the field names of the plan document.
 *
 * <p>Absent values have no key. Dates and instants are strings. Keys without a meaning stand beside the others.
 */
public final class PlanTree {
    private PlanTree() {}

    /** {@code {title, goal, minutes, meta, steps}}; the caller adds room and version. */
    public static Map<String, Object> of(Plan plan) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("title", plan.title());
        tree.put("goal", plan.goal());
        tree.put("minutes", plan.minutes().markdown());
        rich(tree, "minutes", plan.minutes());
        tree.put("meta", plan.meta());
        tree.put("steps", plan.steps().stream().map(PlanTree::of).toList());
        return tree;
    }

    /** Whether a tree looks like a plan at all, and not like what other programs write: it has a title, and a list of steps that are objects. */
    public static boolean isPlan(@Nullable Object tree) {
        return tree instanceof Map<?, ?> plan
                && plan.get("title") instanceof String
                && plan.get("steps") instanceof List<?> steps
                && steps.stream().allMatch(Map.class::isInstance);
    }

    /**
     * Reads a plan that someone gives to replace the present one. Texts, facts, comments and steps that are not
     * mentioned stay as they are, but for steps, which become dropped; null takes a value away. Dates, status, effort and
     * obstacle have no key when absent, so not mentioning them takes them away. Keys beside those of a plan are ignored:
     * what {@link #of} or the JSON export gives is always accepted.
     *
     * @param tree the body, as a JSON library reads it
     * @param current the present plan
     * @param ids makes an id for each step and comment given without one
     */
    public static Parsed parse(@Nullable Object tree, Plan current, Supplier<String> ids) {
        return new PlanParser(current, ids).parse(tree);
    }

    /** The outcome of {@link #parse}. */
    public sealed interface Parsed permits Accepted, Refused {}

    /** The whole plan that results. */
    public record Accepted(Plan plan) implements Parsed {}

    /** What is wrong; never empty. */
    public record Refused(List<Flaw> flaws) implements Parsed {
        public Refused {
            flaws = List.copyOf(flaws);
        }
    }

    private static Map<String, Object> of(Step step) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", step.id());
        tree.put("rank", step.rank());
        tree.put("title", step.title());
        tree.put("details", step.details().markdown());
        rich(tree, "details", step.details());
        put(tree, "result", step.result());
        put(tree, "responsible", step.responsible());
        put(tree, "contributors", step.contributors());
        put(tree, "start", string(step.start()));
        put(tree, "due", string(step.due()));
        put(tree, "followUp", string(step.followUp()));
        put(tree, "status", step.status() == null ? null : step.status().code());
        put(tree, "effort", step.effort());
        put(tree, "obstacle", step.obstacle() == null ? null : step.obstacle().code());
        put(tree, "createdAt", string(step.createdAt()));
        tree.put("comments", step.comments().stream().map(PlanTree::of).toList());
        step.unknown().forEach(tree::putIfAbsent);
        return tree;
    }

    static Map<String, Object> of(Comment comment) {
        var tree = new LinkedHashMap<String, Object>();
        put(tree, "id", comment.id());
        put(tree, "member", comment.member());
        put(tree, "name", comment.name());
        tree.put("text", comment.text());
        put(tree, "at", string(comment.at()));
        tree.put("done", comment.done());
        comment.unknown().forEach(tree::putIfAbsent);
        return tree;
    }

    /** What Markdown does not say, as nodes: only where there is such. */
    private static void rich(Map<String, Object> tree, String key, RichField field) {
        if (!field.nodes().isEmpty()) {
            tree.put("rich", Map.of(key, field.nodes()));
        }
    }

    private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value);
        }
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
