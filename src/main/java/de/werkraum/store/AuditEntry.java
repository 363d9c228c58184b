package de.werkraum.store;

import de.werkraum.access.Member;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act to be noted: who did what when. Holds no name of a person and nothing anybody voted.
 *
 * @param by who acted; null for the server itself, as when a poll closes at its hour
 * @param act a word such as {@code pollOpened}; SPEC lists them
 * @param target the member it was done to, or null
 * @param detail what else belongs to it, such as {@code poll} and {@code question}
 * @param request what asked for it, if that may come again
 */
public record AuditEntry(
        UUID id,
        UUID room,
        Instant at,
        @Nullable Member by,
        String act,
        @Nullable UUID target,
        JsonObject detail,
        @Nullable Request request) {

    /** An act in a room, without target or detail. */
    public static AuditEntry of(UUID id, UUID room, Instant at, @Nullable Member by, String act) {
        return new AuditEntry(id, room, at, by, act, null, new JsonObject(), null);
    }

    /** The same with one more detail. */
    public AuditEntry with(String name, @Nullable Object value) {
        return new AuditEntry(id, room, at, by, act, target, detail.copy().put(name, value), request);
    }

    /** The same, done with that poll. */
    public AuditEntry on(StoredPoll poll) {
        AuditEntry on = with("poll", poll.id().toString()).with("question", poll.question());
        return poll.origin() == null ? on : on.with("origin", poll.origin().toString());
    }

    /** The same, done to that member. */
    public AuditEntry to(UUID member) {
        return new AuditEntry(id, room, at, by, act, member, detail, request);
    }

    /** The same, done because of that request: it is stored with the note, and what it made is the detail. */
    public AuditEntry asked(@Nullable Request by) {
        return new AuditEntry(id, room, at, this.by, act, target, detail, by);
    }
}
