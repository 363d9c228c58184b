package de.werkraum.web;

import de.werkraum.access.Claims;
import de.werkraum.access.Role;
import de.werkraum.problem.Problem;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/** Who may pass to an event. The organiser sees any, members that of their room, a key its own. */
record EventGate(Gate gate, Scripts scripts, Stores stores) {
    /**
     * Somebody before an event.
     *
     * @param organises whether it is the organiser, or a key that may write
     */
    record Visitor(StoredEvent event, boolean organises) {}

    /** The organiser at the event in the path. */
    Future<StoredEvent> organiser(RoutingContext context) {
        UUID id = Gate.id(context, "event");
        return gate.organiser(context).compose(organiser -> find(id));
    }

    /** Somebody who may read of the event in the path. */
    Future<Visitor> reader(RoutingContext context) {
        UUID id = Gate.id(context, "event");
        return scripts.event(context, id, () -> person(context, id), key -> find(id)
                .map(event -> new Visitor(event, Scripts.writes(key))));
    }

    /** The organiser at the event in the path, or a key of it that may write. */
    Future<StoredEvent> writer(RoutingContext context) {
        UUID id = Gate.id(context, "event");
        return scripts.event(
                context,
                id,
                () -> organiser(context),
                key -> Scripts.writes(key) ? find(id) : Future.failedFuture(Scripts.onlyReads()));
    }

    private Future<Visitor> person(RoutingContext context, UUID id) {
        return gate.claims(context).compose(claims -> belongs(claims, id)
                .compose(allowed -> find(id))
                .map(event -> new Visitor(event, claims.role() == Role.ORGANISER)));
    }

    private Future<Void> belongs(Claims claims, UUID event) {
        UUID room = claims.room();
        if (claims.role() == Role.ORGANISER || room == null) {
            return Future.succeededFuture();
        }
        return gate.member(claims, room)
                .compose(caller -> stores.rooms().get(room))
                .map(found -> {
                    if (found.filter(its -> event.equals(its.event())).isEmpty()) {
                        throw Problem.forbidden("otherEvent", "The token belongs to another event.");
                    }
                    return null;
                });
    }

    private Future<StoredEvent> find(UUID id) {
        return stores.events()
                .get(id)
                .map(event -> event.orElseThrow(() -> Problem.notFound("There is no such event.")));
    }
}
