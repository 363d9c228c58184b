package de.werkraum.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of an event, as stored: joins once and walks into any of its rooms.
 *
 * @param role {@code participant}, {@code viewer}, or {@code organiser} of this event alone
 * @param personal whether it came by a code for one person
 */
public record Pass(UUID id, UUID event, String name, @Nullable String organisation, Role role, boolean personal) {

    /** The same person as it calls itself now, with that role if it is a higher one. */
    public Pass again(String called, @Nullable String from, Role other, boolean single) {
        return new Pass(id, event, called, from, role.compareTo(other) >= 0 ? role : other, personal || single);
    }
}
