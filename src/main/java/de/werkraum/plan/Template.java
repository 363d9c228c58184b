package de.werkraum.plan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan to start from, in both languages. */
public record Template(String id, Bilingual title, Bilingual goal, List<TemplateStep> steps) {
    public Template {
        steps = List.copyOf(steps);
    }

    /** {@code {id, title, goal, steps}} with every text as {@code {de, en}}, as {@code GET /templates} lists it. */
    public Map<String, Object> toMap() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", id);
        tree.put("title", title.toMap());
        tree.put("goal", goal.toMap());
        tree.put("steps", steps.stream().map(TemplateStep::toMap).toList());
        return tree;
    }

    static Template of(Object tree) {
        if (tree instanceof Map<?, ?> map
                && map.get("id") instanceof String id
                && map.get("steps") instanceof List<?> steps) {
            return new Template(
                    id,
                    Bilingual.of(map.get("title")),
                    Bilingual.of(map.get("goal")),
                    steps.stream().map(TemplateStep::of).toList());
        }
        throw new IllegalArgumentException("not a template: " + tree);
    }

    /**
     * One step of a template.
     *
     * @param effort suggested person-days
     */
    public record TemplateStep(
            Bilingual title,
            @Nullable Bilingual details,
            @Nullable Bilingual result,
            @Nullable Bilingual responsible,
            @Nullable BigDecimal effort) {
        Map<String, Object> toMap() {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("title", title.toMap());
            put(tree, "details", details);
            put(tree, "result", result);
            put(tree, "responsible", responsible);
            if (effort != null) {
                tree.put("effort", effort);
            }
            return tree;
        }

        private static void put(Map<String, Object> tree, String key, @Nullable Bilingual text) {
            if (text != null) {
                tree.put(key, text.toMap());
            }
        }

        private static TemplateStep of(Object tree) {
            if (tree instanceof Map<?, ?> map) {
                return new TemplateStep(
                        Bilingual.of(map.get("title")),
                        optional(map.get("details")),
                        optional(map.get("result")),
                        optional(map.get("responsible")),
                        Forms.effort(map.get("effort")));
            }
            throw new IllegalArgumentException("not a step of a template: " + tree);
        }

        private static @Nullable Bilingual optional(@Nullable Object tree) {
            return tree == null ? null : Bilingual.of(tree);
        }
    }
}
