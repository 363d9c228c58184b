package de.werkraum.web;

import de.werkraum.access.Ids;
import de.werkraum.pace.Aside;
import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object from outside, read field by field. What is wrong is gathered and told at once by {@link #check()}; until then a wrong field
 * reads as an empty or absent value.
 */
final class Body {
    private static final String EARLY = "body";
    /** What is no JSON object. */
    private static final Body NONE = new Body(new JsonObject());

    private final JsonObject json;
    private final String at;
    private final List<Problem.Field> errors;

    private Body(JsonObject json) {
        this(json, "", new ArrayList<>());
    }

    /** @param at where it stands in the whole body */
    private Body(JsonObject json, String at, List<Problem.Field> errors) {
        this.json = json;
        this.at = at;
        this.errors = errors;
    }

    /** To stand before all that read bodies: long ones are parsed beside the event loop. */
    static void early(RoutingContext context, Aside aside) {
        Buffer body = context.body().buffer();
        if (body == null || body.length() <= Aside.SHORT) {
            context.next();
            return;
        }
        aside.work(() -> new Body(new JsonObject(body)))
                .recover(wrong -> Future.succeededFuture(NONE))
                .onSuccess(parsed -> {
                    context.put(EARLY, parsed);
                    context.next();
                });
    }

    /** What was one before. */
    static Body of(JsonObject json) {
        return new Body(json);
    }

    /** The request's body; 400 where it is no JSON object. */
    static Body of(RoutingContext context) {
        Body early = context.get(EARLY);
        if (early != null && early != NONE) {
            return early;
        }
        try {
            JsonObject json = early == NONE ? null : context.body().asJsonObject();
            if (json != null) {
                return new Body(json);
            }
        } catch (DecodeException | ClassCastException e) {
            // told below: whatever it is, it is no JSON object
        }
        throw Problem.badRequest("The body must be a JSON object.");
    }

    /** The request's body, or an empty object where there is none. */
    static Body orEmpty(RoutingContext context) {
        return context.body().length() <= 0 ? new Body(new JsonObject()) : of(context);
    }

    JsonObject json() {
        return json;
    }

    boolean has(String name) {
        return json.containsKey(name);
    }

    void wrong(String name, String detail) {
        errors.add(new Problem.Field(at + "/" + name, detail));
    }

    /** Text of 1 to {@code most} characters, outer spaces removed. */
    String text(String name, int most) {
        String text = optionalText(name, most);
        if (text == null && errors.stream().noneMatch(error -> error.pointer().equals(at + "/" + name))) {
            wrong(name, "is required");
        }
        return text == null ? "" : text;
    }

    /** Text of at most {@code most} characters, outer spaces removed; null where absent, null or empty. */
    @Nullable
    String optionalText(String name, int most) {
        Object value = json.getValue(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            wrong(name, "must be text");
            return null;
        }
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > most) {
            wrong(name, "must be at most " + most + " characters long");
            return null;
        }
        if (stripped.chars()
                .anyMatch(c -> Character.isISOControl(c) || (Character.isSurrogate((char) c) && lone(stripped)))) {
            wrong(name, "must be one line of text without control characters");
            return null;
        }
        return stripped.isEmpty() ? null : stripped;
    }

    /** Text of 1 to {@code most} characters in which lines may end. */
    String lines(String name, int most) {
        Object value = json.getValue(name);
        String text = value instanceof String given ? given.strip().replace("\r\n", "\n") : "";
        if (text.isEmpty()) {
            wrong(name, "must be text");
        } else if (text.codePointCount(0, text.length()) > most) {
            wrong(name, "must be at most " + most + " characters long");
        } else if (text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)) || lone(text)) {
            wrong(name, "must be text without control characters");
        }
        return text;
    }

    private static boolean lone(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** One of the given words; {@code absent} where the field is missing. */
    String oneOf(String name, Collection<String> words, String absent) {
        Object value = json.getValue(name, absent);
        if (value instanceof String word && words.contains(word)) {
            return word;
        }
        wrong(name, "must be one of " + String.join(", ", words));
        return absent;
    }

    boolean bool(String name, boolean absent) {
        Object value = json.getValue(name, absent);
        if (value instanceof Boolean bool) {
            return bool;
        }
        wrong(name, "must be true or false");
        return absent;
    }

    /** A whole number in that range; {@code absent} where the field is missing. */
    int whole(String name, int least, int most, int absent) {
        Object value = json.getValue(name, absent);
        if (value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.intValue();
        }
        wrong(name, "must be a whole number from " + least + " to " + most);
        return absent;
    }

    @Nullable
    UUID optionalId(String name) {
        Object value = json.getValue(name);
        if (value == null) {
            return null;
        }
        UUID id = value instanceof String text ? Ids.parse(text).orElse(null) : null;
        if (id == null) {
            wrong(name, "must be an id");
        }
        return id;
    }

    /** An id; none that is anybody's where it is missing or wrong. */
    UUID id(String name) {
        UUID id = optionalId(name);
        if (id == null && json.getValue(name) == null) {
            wrong(name, "is required");
        }
        return id == null ? new UUID(0, 0) : id;
    }

    @Nullable
    LocalDate optionalDate(String name) {
        String text = optionalText(name, 10);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            wrong(name, "must be a date such as 2026-07-04");
            return null;
        }
    }

    @Nullable
    Instant optionalInstant(String name) {
        String text = optionalText(name, 40);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            wrong(name, "must be an instant such as 2026-07-04T09:30:00Z");
            return null;
        }
    }

    /** The objects of a list of at most {@code most}; what is wrong in them is told with the rest. Empty where the field is missing. */
    List<Body> parts(String name, int most) {
        Object value = json.getValue(name);
        if (!(value instanceof JsonArray array) || array.size() > most) {
            wrong(name, "must be a list of at most " + most);
            return List.of();
        }
        List<Body> parts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (array.getValue(i) instanceof JsonObject object) {
                parts.add(new Body(object, at + "/" + name + "/" + i, errors));
            } else {
                wrong(name + "/" + i, "must be an object");
            }
        }
        return parts;
    }

    /** An object in it, empty where there is none; what is wrong in that is told with the rest. */
    Body part(String name) {
        return new Body(
                json.getValue(name) instanceof JsonObject object ? object : new JsonObject(), at + "/" + name, errors);
    }

    /** The texts of a list of at most {@code most}; empty where the field is missing. */
    List<String> texts(String name, int most) {
        Object value = json.getValue(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array) || array.size() > most) {
            wrong(name, "must be a list of at most " + most);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object item : array) {
            if (item instanceof String text) {
                texts.add(text);
            } else {
                wrong(name, "must hold texts only");
            }
        }
        return texts;
    }

    /** 422 with all that was wrong so far. */
    void check() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
