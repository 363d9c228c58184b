package de.werkraum.poll;

import de.werkraum.store.StoredPoll;
import de.werkraum.store.StoredPoll.State;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a poll ended with, as everybody may know it.
 *
 * @param cancelled whether it counts no more; {@code text} is the reason then, else the result in a sentence
 * @param binding whether something was decided
 * @param at when it was closed; null where it never was
 */
public record Outcome(
        UUID poll, boolean cancelled, boolean binding, String question, String text, @Nullable Instant at) {
    /** Empty while the poll is open or its result hidden. */
    static Optional<Outcome> of(LivePoll poll, String language) {
        StoredPoll stored = poll.stored();
        if (stored.is(State.CANCELLED)) {
            String reason = stored.reason() == null ? "" : stored.reason();
            return Optional.of(new Outcome(
                    stored.id(),
                    true,
                    false,
                    stored.question(),
                    reason,
                    stored.times().closed()));
        }
        JsonObject tally =
                stored.is(State.CLOSED) && poll.visibility(false, false).tally() ? poll.shownTally() : null;
        return Optional.ofNullable(tally)
                .map(shown -> new Outcome(
                        stored.id(),
                        false,
                        stored.method().equals("consent") && accepted(shown),
                        stored.question(),
                        shown.getJsonObject("sentence", new JsonObject()).getString(language, ""),
                        stored.times().closed()));
    }

    private static boolean accepted(JsonObject tally) {
        return tally.getJsonObject("options", new JsonObject()).stream()
                .anyMatch(option -> option.getValue() instanceof JsonObject figures
                        && "accepted".equals(figures.getString("decision")));
    }
}
