package de.werkraum.imports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a column can be for a step. */
public enum Field {
    /** What tells one row from the others: a number, an id. */
    KEY,
    TITLE,
    DETAILS,
    RESULT,
    RESPONSIBLE,
    CONTRIBUTORS,
    START,
    DUE,
    FOLLOW_UP,
    STATUS,
    /** Whether something is done: a tick, a date. */
    DONE,
    /** A share of a hundred, where there is no status. */
    PROGRESS,
    EFFORT,
    OBSTACLE,
    /** Things to tick off, as a list in the details. */
    CHECKLIST,
    /** Rows that say yes here are left out. */
    ARCHIVED,
    /** Stays with the step as text, after its heading. */
    TEXT,
    /** Is not taken. */
    NOTHING;

    /** The name in JSON. */
    public String code() {
        return this == FOLLOW_UP ? "followUp" : name().toLowerCase(Locale.ROOT);
    }

    /** The field of that name, or null. */
    public static @Nullable Field of(@Nullable Object code) {
        for (Field field : values()) {
            if (field.code().equals(code)) {
                return field;
            }
        }
        return null;
    }

    /** Whether several columns can be this together. */
    boolean isMany() {
        return switch (this) {
            case DETAILS, RESPONSIBLE, CONTRIBUTORS, CHECKLIST, TEXT, NOTHING -> true;
            default -> false;
        };
    }

    boolean isDate() {
        return this == START || this == DUE || this == FOLLOW_UP;
    }
}
