package de.werkraum.plan;

import java.util.List;
import java.util.Map;

/**
 * A room's plan at one moment.
 *
 * @param title plain text; may be empty, then exports use the room's title
 * @param goal plain text
 * @param minutes Markdown
 * @param meta facts about the plan by name, and values under keys that have no meaning here, as JSON trees
 * @param steps in the order of {@link Step#ORDER}
 */
public record Plan(String title, String goal, String minutes, Map<String, Object> meta, List<Step> steps) {
    /** A plan in which nothing has been written. */
    public static final Plan EMPTY = new Plan("", "", "", Map.of(), List.of());

    public Plan {
        meta = Json.frozen(meta);
        steps = steps.stream().sorted(Step.ORDER).toList();
    }
}
