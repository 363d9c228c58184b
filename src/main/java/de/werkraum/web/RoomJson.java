package de.werkraum.web;

import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredRoom;
import de.werkraum.wire.Events;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rooms and events as clients see them. */
final class RoomJson {
    private RoomJson() {}

    /** An id, a day or an instant as JSON has it. */
    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** A room with the code every member may know. */
    static JsonObject of(StoredRoom room, Map<Role, String> codes, @Nullable String joinUrl) {
        return new JsonObject()
                .put("id", room.id().toString())
                .put("event", text(room.event()))
                .put("title", room.title())
                .put("language", room.language())
                .put("phase", room.phase())
                .put("locked", room.locked())
                .put("timer", Events.timer(room.timer()))
                .put("spotlight", room.spotlight())
                .put("admission", room.admission())
                .put("takeAlong", new JsonArray(room.papers().takeAlong()))
                .put("minuting", room.papers().minuting())
                .put("course", Events.course(room.course()))
                .put("createdAt", room.createdAt().toString())
                .put("joinCode", codes.get(Role.PARTICIPANT))
                .put("joinUrl", joinUrl);
    }

    /** The same with all shared codes, for moderators. */
    static JsonObject withCodes(StoredRoom room, Map<Role, String> codes, @Nullable String joinUrl) {
        return of(room, codes, joinUrl).put("codes", codes(codes));
    }

    /** What whoever enters a room is given. */
    static JsonObject joined(String token, Member member, StoredRoom room) {
        return new JsonObject()
                .put("token", token)
                .put("member", Events.member(member))
                .put("room", new JsonObject().put("id", room.id().toString()).put("title", room.title()));
    }

    static JsonObject codes(Map<Role, String> codes) {
        JsonObject json = new JsonObject();
        codes.forEach((role, code) -> json.put(role.wire(), code));
        return json;
    }

    static JsonObject event(StoredEvent event) {
        return new JsonObject()
                .put("id", event.id().toString())
                .put("title", event.title())
                .put("date", text(event.date()))
                .put("venue", event.venue())
                .put("plenary", text(event.plenary()));
    }
}
