package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.store.StoredRoom;
import de.werkraum.sync.Message;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The events a room tells, as JSON. */
public final class Events {
    private Events() {}

    static Outgoing encode(JsonObject event) {
        String json = event.encode();
        return Outgoing.event(Message.event(json), event.getString("type"), json);
    }

    /** The {@code poll} event of a poll that is text already. */
    static Outgoing poll(String poll) {
        String json = "{\"type\":\"poll\",\"poll\":" + poll + "}";
        return Outgoing.event(Message.event(json), "poll", json);
    }

    /** The {@code room} event: the state, who the reader is, and the server's time. */
    static JsonObject room(Room room, Member member) {
        StoredRoom state = room.state();
        JsonObject event = new JsonObject()
                .put("type", "room")
                .put("id", state.id().toString())
                .put("title", state.title())
                .put("language", state.language())
                .put("phase", state.phase())
                .put("locked", state.locked())
                .put("timer", timer(state.timer()))
                .put("spotlight", state.spotlight())
                .put("admission", state.admission())
                .put("joinCode", room.joinCode())
                .put("joinUrl", room.joinUrl())
                .put("role", member.role().wire())
                .put("member", member(member))
                .put("now", room.now().toString());
        return room.damaged() ? event.put("damaged", true) : event;
    }

    /** Whether commits succeed. */
    static JsonObject storage(boolean ok) {
        return new JsonObject().put("type", "storage").put("ok", ok);
    }

    /** {@code {id, name, role, organisation?}}. */
    public static JsonObject member(Member member) {
        JsonObject json = new JsonObject()
                .put("id", member.id().toString())
                .put("name", member.name())
                .put("role", member.role().wire());
        return member.organisation() == null ? json : json.put("organisation", member.organisation());
    }

    /** {@code {endsAt, seconds}} or null. */
    public static @Nullable JsonObject timer(StoredRoom.@Nullable Timer timer) {
        return timer == null
                ? null
                : new JsonObject().put("endsAt", timer.endsAt().toString()).put("seconds", timer.seconds());
    }
}
