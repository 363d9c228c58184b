package de.werkraum.plan;

import de.werkraum.rich.Json;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A remark on a step.
 *
 * @param member id of the member who wrote it
 * @param name that member's name when writing
 * @param done whether the remark is settled
 * @param unknown values under keys that have no meaning here, as JSON trees
 */
public record Comment(
        @Nullable String id,
        @Nullable String member,
        @Nullable String name,
        String text,
        @Nullable Instant at,
        boolean done,
        Map<String, Object> unknown)
        implements Serializable {
    public Comment {
        unknown = Json.frozen(unknown);
    }

    /** The same comment by somebody whose name is not known any more. */
    public Comment withoutName() {
        return new Comment(id, member, "", text, at, done, unknown);
    }

    /** The same comment under an id. */
    Comment with(String newId) {
        return new Comment(newId, member, name, text, at, done, unknown);
    }
}
