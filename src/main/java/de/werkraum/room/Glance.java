package de.werkraum.room;

import de.werkraum.plan.StepWatch;
import java.util.UUID;

/**
 * A room as a board shows it, read from what is in memory anyway.
 *
 * @param people members with an open connection who are more than viewers
 * @param steps with something in them
 * @param agreed how many of them were agreed on
 * @param polls open ones
 */
public record Glance(UUID room, int people, int viewers, int steps, int agreed, int polls) {
    /** The steps as they are counted elsewhere. */
    public StepWatch.Count count() {
        return new StepWatch.Count(steps, agreed);
    }
}
