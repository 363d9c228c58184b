package de.werkraum.voting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be voted on or for.
 *
 * @param id given by the server, unique in the poll
 * @param label at most 300 characters
 * @param step the plan's step it stands for, or null
 * @param passive true for "everything stays as it is" of the resistance method
 */
public record Option(String id, String label, @Nullable String step, boolean passive) {
    /** {@code {id, label, step?, passive?}} */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        tree.put("label", label);
        if (step != null) {
            tree.put("step", step);
        }
        if (passive) {
            tree.put("passive", true);
        }
        return tree;
    }
}
