package de.werkraum.event;

import de.werkraum.plan.Source;
import de.werkraum.plan.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that is to be taken into the plenary.
 *
 * @param decision what was decided about it, in a sentence; null where nothing was
 */
record Chosen(Workshop from, Step step, @Nullable String decision) {
    /** Where it comes from, with its words of now. */
    Source source(Instant at) {
        return new Source(from.room().toString(), from.title(), step.id(), Source.Words.of(step), decision, at);
    }
}
