package de.werkraum.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A comparison as a JSON tree. */
public final class ComparisonTree {
    private ComparisonTree() {}

    /** {@code {fields, steps, same}}. */
    public static Map<String, Object> of(Comparison comparison) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("fields", fields(comparison.fields()));
        tree.put("steps", comparison.steps().stream().map(ComparisonTree::step).toList());
        tree.put("same", comparison.isEmpty());
        return tree;
    }

    private static Map<String, Object> step(StepChange step) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", step.id());
        tree.put("title", step.title());
        tree.put("kind", Report.code(step.kind()));
        tree.put("moved", step.moved());
        tree.put("number", step.number() == 0 ? null : step.number());
        tree.put("before", step.before() == 0 ? null : step.before());
        tree.put("fields", fields(step.fields()));
        return tree;
    }

    private static List<Map<String, Object>> fields(List<FieldChange> fields) {
        return fields.stream()
                .map(field -> Map.<String, Object>of(
                        "field", field.field(),
                        "label", field.label(),
                        "runs",
                                field.runs().stream()
                                        .map(run -> Map.of("kind", Report.code(run.kind()), "text", run.text()))
                                        .toList()))
                .toList();
    }
}
