package de.werkraum.compare;

import de.werkraum.rich.Diff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two states of a plan.
 *
 * @param fields of the plan itself
 * @param steps those that came, went, moved or say something else, in the order they have now; those that went are last
 */
public record Comparison(List<FieldChange> fields, List<StepChange> steps) {
    /** Of a step, what says nothing to people. */
    private static final Set<String> SILENT = Set.of("id", "rank", "createdAt", "imported", "rich", "report");

    public Comparison {
        fields = List.copyOf(fields);
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && steps.isEmpty();
    }

    /**
     * Compares two plans given as trees, as {@link de.werkraum.plan.PlanTree} makes them.
     *
     * @param language of labels and values
     */
    public static Comparison of(Map<String, ?> before, Map<String, ?> after, String language) {
        var fields = new ArrayList<>(changes(texts(before), texts(after), language));
        fields.addAll(changes(map(before.get("meta")), map(after.get("meta")), language));
        return new Comparison(fields, steps(byId(before), byId(after), language));
    }

    private static Map<String, Object> texts(Map<String, ?> plan) {
        var texts = new LinkedHashMap<String, Object>();
        for (String name : List.of("title", "goal", "minutes")) {
            texts.put(name, Objects.requireNonNullElse(plan.get(name), ""));
        }
        return texts;
    }

    private static Map<String, Map<String, Object>> byId(Map<String, ?> plan) {
        var steps = new LinkedHashMap<String, Map<String, Object>>();
        if (plan.get("steps") instanceof Collection<?> list) {
            for (Object entry : list) {
                Map<String, Object> step = map(entry);
                // Where a step comes from says nothing about what is in it.
                step.remove("origin");
                steps.put(String.valueOf(step.get("id")), step);
            }
        }
        return steps;
    }

    private static Map<String, Object> map(@Nullable Object tree) {
        var map = new LinkedHashMap<String, Object>();
        if (tree instanceof Map<?, ?> given) {
            given.forEach((key, value) -> {
                if (value != null) {
                    map.put(String.valueOf(key), value);
                }
            });
        }
        return map;
    }

    private static List<StepChange> steps(
            Map<String, Map<String, Object>> before, Map<String, Map<String, Object>> after, String language) {
        Map<String, Integer> old = places(before.keySet());
        Map<String, Integer> now = places(after.keySet());
        Set<String> moved = moved(
                before.keySet().stream().filter(after::containsKey).toList(),
                after.keySet().stream().filter(before::containsKey).toList());
        var steps = new ArrayList<StepChange>();
        after.forEach((id, step) -> {
            List<FieldChange> fields = changes(before.getOrDefault(id, Map.of()), step, language);
            StepChange.Kind kind = !before.containsKey(id)
                    ? StepChange.Kind.ADDED
                    : fields.isEmpty() ? StepChange.Kind.MOVED : StepChange.Kind.CHANGED;
            if (kind != StepChange.Kind.MOVED || moved.contains(id)) {
                steps.add(new StepChange(
                        id,
                        title(step),
                        kind,
                        moved.contains(id),
                        now.getOrDefault(id, 0),
                        old.getOrDefault(id, 0),
                        fields));
            }
        });
        before.forEach((id, step) -> {
            if (!after.containsKey(id)) {
                List<FieldChange> fields = changes(step, Map.of(), language);
                steps.add(new StepChange(
                        id, title(step), StepChange.Kind.REMOVED, false, 0, old.getOrDefault(id, 0), fields));
            }
        });
        return steps;
    }

    /** The place of each step, from 1. */
    private static Map<String, Integer> places(Set<String> ids) {
        var places = new HashMap<String, Integer>();
        ids.forEach(id -> places.put(id, places.size() + 1));
        return places;
    }

    private static String title(Map<String, Object> step) {
        return String.valueOf(step.getOrDefault("title", ""));
    }

    /** The fewest steps whose moving makes one order of the other. */
    private static Set<String> moved(List<String> old, List<String> now) {
        int[] kept = Diff.kept(old, now);
        var moved = new LinkedHashSet<String>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] < 0) {
                moved.add(old.get(i));
            }
        }
        return moved;
    }

    private static List<FieldChange> changes(Map<String, Object> before, Map<String, Object> after, String language) {
        var names = new LinkedHashSet<>(Names.known());
        names.addAll(before.keySet());
        names.addAll(after.keySet());
        names.removeAll(SILENT);
        var changes = new ArrayList<FieldChange>();
        for (String name : names) {
            String old = text(name, before.get(name), language);
            String now = text(name, after.get(name), language);
            if (!old.equals(now)) {
                List<Run> runs = Names.isText(name) ? Words.runs(old, now) : Words.whole(old, now);
                changes.add(new FieldChange(name, Names.label(name, language), runs));
            }
        }
        return changes;
    }

    private static String text(String name, @Nullable Object value, String language) {
        if (name.equals("comments") && value instanceof Collection<?> comments) {
            return comments.stream()
                    .map(Comparison::map)
                    .map(comment ->
                            (comment.get("name") == null ? "" : comment.get("name") + ": ") + comment.get("text"))
                    .collect(Collectors.joining("\n"));
        }
        return Names.shown(name, value, language).strip();
    }
}
