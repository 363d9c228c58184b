package de.werkraum.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which steps of a room are taken into the plenary. */
public sealed interface Taking {
    /** Those agreed on, or further than that. */
    record Agreed() implements Taking {}

    /**
     * The best of a poll.
     *
     * @param poll null for the poll of each room that was closed last
     * @param count as many, and more where several share the last place
     */
    record Best(@Nullable UUID poll, int count) implements Taking {}
}
