package de.werkraum.hook;

import de.werkraum.store.HookQueue;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * What one request tells: that something happened, where and when, by ids. Whoever may know more asks for it.
 *
 * @param id the same however often it is sent
 */
record Notice(String id, String kind, String body) {
    static Notice of(HookQueue.Waiting waiting) {
        JsonObject data = new JsonObject().put("room", waiting.room().toString());
        if (waiting.event() != null) {
            data.put("event", waiting.event().toString());
        }
        waiting.told().forEach(detail -> data.put(detail.getKey(), detail.getValue()));
        return of(waiting.id(), waiting.act(), waiting.at(), data);
    }

    /** Tells nothing but that telling works. */
    static Notice probe(UUID id, Instant at) {
        return of(id, Kind.PROBE, at, new JsonObject());
    }

    private static Notice of(UUID id, String kind, Instant at, JsonObject data) {
        JsonObject body = new JsonObject()
                .put("type", kind)
                .put("timestamp", at.toString())
                .put("data", data);
        return new Notice(id.toString(), kind, body.encode());
    }
}
