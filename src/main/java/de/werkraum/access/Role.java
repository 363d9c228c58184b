package de.werkraum.access;

import java.util.Locale;
import java.util.Optional;

/** What a person may do in a room, from least to most. */
public enum Role {
    /** Reads the plan and visible results; never writes. */
    VIEWER,
    /** Edits the unlocked plan and casts ballots. */
    PARTICIPANT,
    /** Leads the room. */
    MODERATOR,
    /** Owns events and rooms, and may do everything a moderator may in every room. */
    ORGANISER;

    /** The name in tokens, JSON and SQL. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name, if there is one. */
    public static Optional<Role> of(String wire) {
        for (Role role : values()) {
            if (role.wire().equals(wire)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Whether this role leads rooms. */
    public boolean moderates() {
        return compareTo(MODERATOR) >= 0;
    }
}
