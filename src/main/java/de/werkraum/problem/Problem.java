package de.werkraum.problem;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal that reaches the client as RFC 9457 {@code application/problem+json}. Not a bug: it carries no stack trace and is not logged. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String title;
    private final transient List<Field> errors;
    private final transient Map<String, Object> more;

    /**
     * One invalid field.
     *
     * @param pointer JSON pointer into the request's body, such as {@code /budget}
     */
    public record Field(String pointer, String detail) {}

    private Problem(
            int status,
            String code,
            String title,
            @Nullable String detail,
            List<Field> errors,
            Map<String, Object> more) {
        super(detail == null ? title : detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.more = Map.copyOf(more);
    }

    public static Problem badRequest(String detail) {
        return new Problem(400, "badRequest", "Bad request", detail, List.of(), Map.of());
    }

    public static Problem unauthorized(String detail) {
        return new Problem(401, "unauthorized", "Not signed in", detail, List.of(), Map.of());
    }

    public static Problem forbidden(String code, String detail) {
        return new Problem(403, code, "Not allowed", detail, List.of(), Map.of());
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "notFound", "Not found", detail, List.of(), Map.of());
    }

    public static Problem conflict(String code, String detail) {
        return new Problem(409, code, "Conflict", detail, List.of(), Map.of());
    }

    public static Problem tooMany(String detail) {
        return new Problem(429, "tooManyRequests", "Too many requests", detail, List.of(), Map.of());
    }

    public static Problem unavailable(String detail) {
        return new Problem(503, "unavailable", "Unavailable", detail, List.of(), Map.of());
    }

    /** Well-formed, but a field is wrong. */
    public static Problem invalid(List<Field> errors) {
        String detail = errors.isEmpty()
                ? null
                : errors.get(0).pointer() + ": " + errors.get(0).detail();
        return new Problem(422, "invalid", "Invalid fields", detail, errors, Map.of());
    }

    /** Well-formed, but against a rule with a code of its own, such as {@code overBudget}. */
    public static Problem invalid(String code, String pointer, String detail) {
        return new Problem(422, code, "Invalid fields", detail, List.of(new Field(pointer, detail)), Map.of());
    }

    /** The same with a {@code sentence} for people, in both languages. */
    public static Problem told(String code, String pointer, String de, String en) {
        return invalid(code, pointer, en).with("sentence", Map.of("de", de, "en", en));
    }

    /** Any other status, with the title HTTP gives it. */
    public static Problem of(int status, String code, String title) {
        return new Problem(status, code, title, null, List.of(), Map.of());
    }

    /** The same with one more member in its JSON. */
    public Problem with(String name, Object value) {
        return new Problem(status, code, title, getMessage(), errors, Map.of(name, value));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The members {@code type, title, status, detail, code, errors}. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", getMessage())
                .put("code", code);
        more.forEach(json::put);
        if (!errors.isEmpty()) {
            JsonArray list = new JsonArray();
            errors.forEach(error ->
                    list.add(new JsonObject().put("pointer", error.pointer()).put("detail", error.detail())));
            json.put("errors", list);
        }
        return json;
    }
}
