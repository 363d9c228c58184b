package de.werkraum.plan;

import de.werkraum.support.Api;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans and steps from what their JSON says; what is not said is absent. */
public final class Plans {
    private Plans() {}

    public static Plan of(Map<String, ?> tree) {
        return read(tree, Plan.EMPTY);
    }

    /** By keys and values in turn. */
    public static Step step(@Nullable Object... keysAndValues) {
        return read(Map.of("steps", List.of(Api.object(keysAndValues))), Plan.EMPTY)
                .steps()
                .get(0);
    }

    /** The same step as somebody edits it who gives these, and its id, as its JSON. */
    public static Step edited(Step step, @Nullable Object... keysAndValues) {
        Map<String, Object> tree = Api.object(keysAndValues);
        tree.put("id", step.id());
        Plan before = new Plan("", "", Plan.EMPTY.minutes(), Map.of(), List.of(step));
        return read(Map.of("steps", List.of(tree)), before).steps().get(0);
    }

    private static Plan read(Object tree, Plan current) {
        PlanTree.Parsed parsed = PlanTree.parse(tree, current, () -> "new");
        if (parsed instanceof PlanTree.Accepted accepted) {
            return accepted.plan();
        }
        throw new AssertionError(parsed);
    }
}
