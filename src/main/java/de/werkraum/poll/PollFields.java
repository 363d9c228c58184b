package de.werkraum.poll;

import de.werkraum.problem.Problem;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Fields of requests about polls; what is of a wrong type is refused with its place. */
final class PollFields {
    private PollFields() {}

    static String text(JsonObject tree, String name) {
        if (tree.getValue(name) instanceof String text) {
            return text.strip();
        }
        throw Problem.invalid("wrongType", "/" + name, "must be text");
    }

    static JsonObject object(JsonObject tree, String name) {
        Object value = tree.getValue(name);
        if (value == null) {
            return new JsonObject();
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw Problem.invalid("wrongType", "/" + name, "must be an object");
    }

    static @Nullable Instant instant(JsonObject tree) {
        Object value = tree.getValue("closesAt");
        if (value == null) {
            return null;
        }
        try {
            // Clocks here tick in milliseconds: a finer hour would come a moment too early.
            return Instant.parse(String.valueOf(value)).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("wrongType", "/closesAt", "must be an instant such as 2026-07-04T09:30:00Z");
        }
    }
}
