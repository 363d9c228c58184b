package de.werkraum.web;

import de.werkraum.store.AuditStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /rooms/:room/audit}: who led the room how, the newest first. */
final class AuditRoute {
    /** Entries at a time: a screen or two. */
    private static final int PAGE = 100;

    private static final int MOST = 500;

    private final Gate gate;
    private final AuditStore store;

    AuditRoute(Gate gate, AuditStore store) {
        this.gate = gate;
        this.store = store;
    }

    void mount(Router api) {
        api.get("/rooms/:room/audit").handler(Door.call(this::list));
    }

    private Future<Reply> list(RoutingContext context) {
        return gate.moderator(context).compose(caller -> {
            int limit = Query.whole(context, "limit", 1, MOST, PAGE);
            return store.list(caller.member().room(), Query.optionalId(context, "before"), null, limit)
                    .map(entries -> Reply.list(entries, AuditRoute::json));
        });
    }

    /** {@code {id, at, act, by: {id, name, role} | null, member?: {id, name}, …details}}. */
    static JsonObject json(AuditStore.Noted entry) {
        JsonObject json = new JsonObject()
                .put("id", entry.id().toString())
                .put("at", entry.at().toString())
                .put("act", entry.act())
                .put("by", entry.by() == null ? null : person(entry.by()).put("role", entry.role()));
        if (entry.target() != null) {
            json.put("member", person(entry.target()));
        }
        entry.detail().forEach(detail -> json.put(detail.getKey(), detail.getValue()));
        return json;
    }

    static JsonObject person(AuditStore.Person person) {
        return new JsonObject().put("id", person.id().toString()).put("name", person.name());
    }
}
