package de.werkraum.imports;

import java.util.List;

/**
 * What becomes of a proposed step in a plan.
 *
 * @param step id of the step that it becomes or changes
 * @param changed fields of that step that change
 * @param kept fields that people have written otherwise; they stay
 */
record Placed(Draft draft, Kind kind, String step, List<Field> changed, List<Kept> kept) {
    /** How a plan takes a step. */
    enum Kind {
        NEW,
        UPDATED,
        SAME
    }

    /** A field in which the plan and the file differ. */
    record Kept(Field field, String plan, String file) {}
}
