package de.werkraum.wire;

import de.werkraum.access.Member;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Timer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Events as JSON. */
public final class Events {
    private Events() {}

    /** An event as it is told; its type is one of its members. */
    public static Outgoing encode(JsonObject event) {
        return Outgoing.Event.of(event.getString("type"), event.encode());
    }

    /** The {@code poll} event of a poll that is text already. */
    public static Outgoing poll(String poll) {
        return Outgoing.Event.of("poll", "{\"type\":\"poll\",\"poll\":" + poll + "}");
    }

    /** The {@code saved} event, built by hand: it is by far the most frequent one. */
    static Outgoing.Event saved(Outgoing.Saved saved) {
        String json = "{\"type\":\"saved\",\"updates\":" + saved.updates() + ",\"refused\":" + saved.refused()
                + ",\"synced\":" + saved.synced() + "}";
        return Outgoing.Event.of("saved", json);
    }

    /** Whether commits succeed. */
    public static JsonObject storage(boolean ok) {
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

    /** {@code {preset, part}}, where {@code part} is null before it begins; or null. */
    public static @Nullable JsonObject course(StoredRoom.@Nullable Course course) {
        return course == null
                ? null
                : new JsonObject().put("preset", course.preset()).put("part", course.part());
    }

    /** {@code {endsAt, seconds}}, while it is paused {@code {left, seconds}}, or null. */
    public static @Nullable JsonObject timer(@Nullable Timer timer) {
        if (timer == null) {
            return null;
        }
        JsonObject json = new JsonObject().put("seconds", timer.seconds());
        if (timer instanceof Timer.Running running) {
            json.put("endsAt", running.endsAt().toString());
        } else if (timer instanceof Timer.Paused paused) {
            json.put("left", paused.left());
        }
        return json;
    }
}
