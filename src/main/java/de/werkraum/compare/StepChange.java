package de.werkraum.compare;

import java.util.List;

/**
 * A step that is not as it was.
 *
 * @param title as it is now, or was
 * @param moved whether it stands elsewhere among those that stayed
 * @param number its place now, from 1; 0 where it is gone
 * @param before its place before; 0 where it was not there
 */
public record StepChange(
        String id, String title, Kind kind, boolean moved, int number, int before, List<FieldChange> fields) {
    /** What became of a step. */
    public enum Kind {
        ADDED,
        REMOVED,
        MOVED,
        CHANGED
    }

    public StepChange {
        fields = List.copyOf(fields);
    }
}
