package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Role;
import de.werkraum.plan.Templates;
import de.werkraum.store.Session;
import de.werkraum.store.SessionStore;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredSession;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions as clients see and send them. */
final class SessionJson {
    /** An address behind a name: for organisers alone. */
    private static final String ADDRESS = "\\s*<[^<>]*>";

    /** Longest key of another program, in characters; a UID of a calendar has some 100. */
    private static final int KEY_CHARS = 300;

    private SessionJson() {}

    /** A programme as its readers see it: who leads by name, no codes. */
    static JsonObject programme(StoredEvent event, SessionStore.Stored programme) {
        JsonArray sessions = new JsonArray();
        programme.sessions().forEach(session -> sessions.add(of(session, named(session.session()))));
        return whole(event, programme, sessions);
    }

    /** A programme as the organiser sees it, with the codes of rooms. */
    static JsonObject programme(
            StoredEvent event,
            SessionStore.Stored programme,
            Map<UUID, Map<Role, String>> codes,
            @Nullable String joinUrl) {
        JsonArray sessions = new JsonArray();
        for (StoredSession session : programme.sessions()) {
            JsonObject json = of(session, session.session());
            UUID room = session.room();
            sessions.add(room == null ? json : json.put("codes", RoomJson.codes(codes.getOrDefault(room, Map.of()))));
        }
        JsonObject json = whole(event, programme, sessions).put("joinUrl", joinUrl);
        UUID plenary = event.plenary();
        return plenary == null ? json : json.put("plenaryCodes", RoomJson.codes(codes.getOrDefault(plenary, Map.of())));
    }

    private static JsonObject whole(StoredEvent event, SessionStore.Stored programme, JsonArray sessions) {
        return new JsonObject()
                .put("event", RoomJson.event(event))
                .put("version", programme.version())
                .put("sessions", sessions);
    }

    static JsonObject of(StoredSession stored, Session shown) {
        return new JsonObject()
                .put("id", stored.id().toString())
                .mergeIn(shown.toJson())
                .put("room", stored.room() == null ? null : stored.room().toString());
    }

    private static Session named(Session session) {
        return session.ledBy(session.moderators().stream()
                .map(name -> name.replaceAll(ADDRESS, "").strip())
                .filter(name -> !name.isEmpty())
                .toList());
    }

    /** One that somebody sends. */
    static Session read(Body body, Limits limits, Templates templates) {
        String title = body.text("title", limits.texts().titleChars());
        Instant start = body.optionalInstant("start");
        Instant end = body.optionalInstant("end");
        if (end != null && (start == null || !end.isAfter(start))) {
            body.wrong("end", "must be after start");
        }
        List<String> moderators = body.texts("moderators", limits.events().moderatorsPerSession());
        if (moderators.stream()
                .anyMatch(name ->
                        name.isBlank() || !isShort(name, 2 * limits.texts().nameChars()))) {
            body.wrong(
                    "moderators",
                    "must be names in one line of at most " + 2 * limits.texts().nameChars());
        }
        String template = body.optionalText("template", 100);
        if (template != null && templates.find(template).isEmpty()) {
            body.wrong("template", "must be the id of a built-in template");
        }
        String preset = body.optionalText("preset", 100);
        if (preset != null
                && templates.presets().stream().noneMatch(known -> known.id().equals(preset))) {
            body.wrong("preset", "must be the id of a preset");
        }
        return new Session(
                body.optionalText("key", KEY_CHARS),
                title,
                body.optionalText("place", limits.texts().titleChars()),
                start,
                end,
                moderators.stream().map(String::strip).toList(),
                body.json().getValue("seats") == null
                        ? null
                        : body.whole("seats", 1, limits.events().seatsPerSession(), 1),
                template,
                preset);
    }

    private static boolean isShort(String name, int most) {
        return name.length() <= most && name.chars().noneMatch(Character::isISOControl);
    }
}
