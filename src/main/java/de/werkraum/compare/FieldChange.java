package de.werkraum.compare;

import java.util.List;

/**
 * A field that says something else.
 *
 * @param field its name in the plan
 * @param label its name for people
 */
public record FieldChange(String field, String label, List<Run> runs) {
    public FieldChange {
        runs = List.copyOf(runs);
    }
}
