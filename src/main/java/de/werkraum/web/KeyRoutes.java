package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.EventKey;
import de.werkraum.access.Ids;
import de.werkraum.access.Secrets;
import de.werkraum.problem.Problem;
import de.werkraum.store.EventKeyStore;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code /events/:event/keys}: keys for scripts, shown once. */
final class KeyRoutes {
    private final EventGate doors;
    private final Stores stores;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;
    private final Limits limits;
    private final Once once;

    KeyRoutes(EventGate doors, Stores stores, Secrets secrets, Ids ids, Clock clock, Limits limits, Once once) {
        this.doors = doors;
        this.stores = stores;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
        this.once = once;
    }

    void mount(Router api) {
        api.get("/events/:event/keys").handler(Door.call(this::list));
        api.post("/events/:event/keys").handler(Door.call(this::create));
        api.delete("/events/:event/keys/:key").handler(Door.call(this::revoke));
    }

    private Future<Reply> list(RoutingContext context) {
        return doors.owner(context)
                .compose(owner -> stores.keys().list(owner.event().id()))
                .map(kept -> Reply.list(kept, KeyRoutes::json));
    }

    private Future<Reply> create(RoutingContext context) {
        return doors.owner(context).compose(owner -> {
            UUID event = owner.event().id();
            Body body = Body.of(context);
            String name = body.text("name", limits.texts().nameChars());
            EventKey.Scope scope = EventKey.Scope.of(body.oneOf("scope", List.of("read", "write"), "read"))
                    .orElseThrow();
            int days = body.whole(
                    "days", 1, limits.secrets().keyDays(), limits.secrets().keyDays());
            body.check();
            String secret = EventKey.of(Once.secret(context, secrets, "key " + event));
            Instant now = clock.instant();
            EventKey key = new EventKey(
                    ids.next(), event, name, scope, EventKey.prefix(secret), now.plus(Duration.ofDays(days)));
            return once.asked(
                    context,
                    owner.claims(),
                    request -> stores.keys()
                            .create(
                                    key,
                                    Secrets.hash(secret),
                                    now,
                                    limits.secrets().keysPerEvent(),
                                    request.orElse(null))
                            .map(created -> {
                                if (!created) {
                                    throw Problem.conflict("tooManyKeys", "The event has too many keys; revoke some.");
                                }
                                return shown(new EventKeyStore.Kept(key, now, null, null), secret);
                            }),
                    made -> stores.keys()
                            .get(UUID.fromString(made.getString("key")))
                            .map(found -> shown(found.orElseThrow(KeyRoutes::unknown), secret)));
        });
    }

    private Future<Reply> revoke(RoutingContext context) {
        UUID id = Gate.id(context, "key");
        return doors.owner(context)
                .compose(owner -> stores.keys().revoke(owner.event().id(), id, clock.instant()))
                .map(revoked -> Reply.none(revoked, KeyRoutes::unknown));
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such key.");
    }

    private static Reply shown(EventKeyStore.Kept kept, String secret) {
        return Reply.created(json(kept).put("key", secret));
    }

    private static JsonObject json(EventKeyStore.Kept kept) {
        EventKey key = kept.key();
        return new JsonObject()
                .put("id", key.id().toString())
                .put("name", key.name())
                .put("scope", key.scope().wire())
                .put("prefix", key.prefix())
                .put("createdAt", kept.createdAt().toString())
                .put("endsAt", key.endsAt().toString())
                .put("revokedAt", RoomJson.text(kept.revokedAt()))
                .put("usedAt", RoomJson.text(kept.usedAt()));
    }
}
