package de.werkraum.plan;

import de.werkraum.rich.Json;
import de.werkraum.rich.RichField;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A room's plan at one moment.
 *
 * @param title plain text; may be empty, then exports use the room's title
 * @param goal plain text
 * @param meta facts about the plan by name, and values under keys that have no meaning here, as JSON trees
 * @param steps in the order of {@link Step#ORDER}
 */
public record Plan(String title, String goal, RichField minutes, Map<String, Object> meta, List<Step> steps)
        implements Serializable {
    /** A plan in which nothing has been written. */
    public static final Plan EMPTY = new Plan("", "", RichField.EMPTY, Map.of(), List.of());

    public Plan {
        meta = Json.frozen(meta);
        steps = steps.stream().sorted(Step.ORDER).toList();
    }

    /** The same plan with a step as it was: at its place and with its comments of now, if it is there. */
    public Plan withStep(Step earlier) {
        var others = new ArrayList<Step>();
        Step back = earlier;
        for (Step step : steps) {
            if (step.id().equals(earlier.id())) {
                back = earlier.with(step.rank()).withComments(step.comments());
            } else {
                others.add(step);
            }
        }
        others.add(back);
        return with(others);
    }

    /** The same plan with other steps. */
    public Plan with(List<Step> others) {
        return new Plan(title, goal, minutes, meta, others);
    }

    /** Its steps by their ids, in their order; a copy. */
    public Map<String, Step> byId() {
        var byId = new LinkedHashMap<String, Step>();
        steps.forEach(step -> byId.put(step.id(), step));
        return byId;
    }

    /** The rank of the last step; null where there is none. */
    public @Nullable String lastRank() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1).rank();
    }
}
