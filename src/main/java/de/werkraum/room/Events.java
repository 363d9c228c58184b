package de.werkraum.room;

import de.werkraum.access.Role;
import de.werkraum.store.StoredRoom;
import de.werkraum.sync.Message;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The events a room tells, as JSON. */
public final class Events {
    private Events() {}

    static Outgoing encode(JsonObject event) {
        String json = event.encode();
        return new Outgoing(Message.event(json), event.getString("type"), json);
    }

    /** The {@code room} event: the state as this role may know it, and the server's time. */
    static JsonObject room(Room room, Role role) {
        StoredRoom state = room.state();
        return new JsonObject()
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
                .put("role", role.wire())
                .put("now", room.now().toString());
    }

    /** {@code {endsAt, seconds}} or null. */
    public static @Nullable JsonObject timer(StoredRoom.@Nullable Timer timer) {
        return timer == null
                ? null
                : new JsonObject().put("endsAt", timer.endsAt().toString()).put("seconds", timer.seconds());
    }
}
