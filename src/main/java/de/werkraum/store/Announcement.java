package de.werkraum.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** A sentence for everybody in an event, for a while: it says what is about to happen. */
public record Announcement(String text, Instant until) {
    /** Whether it is to be read still. */
    public boolean lasts(Instant now) {
        return now.isBefore(until);
    }

    /** {@code {text, until}}. */
    public JsonObject toJson() {
        return new JsonObject().put("text", text).put("until", until.toString());
    }
}
