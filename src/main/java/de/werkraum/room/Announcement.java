package de.werkraum.room;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** A sentence for everybody in a room, for a while. It is kept in memory only: it says what is about to happen. */
public record Announcement(String text, Instant until) {
    /** {@code {text, until}}. */
    public JsonObject toJson() {
        return new JsonObject().put("text", text).put("until", until.toString());
    }
}
