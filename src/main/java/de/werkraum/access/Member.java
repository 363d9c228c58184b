package de.werkraum.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of a room, as stored. The organiser appears as a member of whichever room is entered. */
public record Member(UUID id, UUID room, String name, @Nullable String organisation, Role role) {
    /** The organiser, in a room where something is done from outside. */
    public static Member organiser(UUID room) {
        return new Member(Tokens.ORGANISER, room, Tokens.ORGANISATION, null, Role.ORGANISER);
    }
}
