package de.werkraum.web;

import de.werkraum.access.Claims;
import de.werkraum.access.Pass;
import de.werkraum.access.Role;
import de.werkraum.problem.Problem;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/** Who may pass to an event. The organiser sees any, people with a pass theirs, members that of their room, a key its own. */
record EventGate(Gate gate, Scripts scripts, Stores stores) {
    /**
     * Somebody before an event.
     *
     * @param organises whether it is an organiser, or a key that may write
     */
    record Visitor(StoredEvent event, boolean organises) {}

    /** Somebody with a pass for its event. */
    record Holder(StoredEvent event, Pass pass) {}

    /** Who makes a document of an event: blank where it has no name. */
    record Reporter(StoredEvent event, String name) {}

    /** Somebody who organises an event, as the token says. */
    record Organiser(StoredEvent event, Claims claims) {}

    /** Somebody who looks on how an event stands. */
    record Onlooker(StoredEvent event, UUID person) {}

    /** The server's organiser at the event in the path; a pass is not enough. */
    Future<Organiser> owner(RoutingContext context) {
        UUID id = Gate.id(context, "event");
        return gate.organiser(context).compose(claims -> find(id).map(event -> new Organiser(event, claims)));
    }

    /** An organiser at the event in the path: the server's, or one whose pass says so. */
    Future<StoredEvent> organiser(RoutingContext context) {
        return organising(context).map(Organiser::event);
    }

    /** The same, looking on for a while. */
    Future<Onlooker> overseer(RoutingContext context) {
        return organising(context)
                .map(organiser ->
                        new Onlooker(organiser.event(), organiser.claims().member()));
    }

    /** The same with what its token says. */
    Future<Organiser> organising(RoutingContext context) {
        UUID id = Gate.id(context, "event");
        return gate.claims(context).compose(claims -> organiser(claims, id).map(event -> new Organiser(event, claims)));
    }

    /** The event, for those whom the claims let organise it. */
    Future<StoredEvent> organiser(Claims claims, UUID event) {
        return organises(claims, event).compose(may -> {
            if (!may) {
                throw Problem.forbidden("notOrganiser", "Only the organiser may do this.");
            }
            return find(event);
        });
    }

    private Future<Boolean> organises(Claims claims, UUID event) {
        return event.equals(claims.event())
                ? stored(claims).map(pass -> pass.role() == Role.ORGANISER)
                : Future.succeededFuture(claims.role() == Role.ORGANISER);
    }

    /** Somebody with a pass for the event in the path. */
    Future<Holder> holder(RoutingContext context) {
        UUID id = Gate.id(context, "event");
        return gate.claims(context).compose(claims -> {
            if (!id.equals(claims.event())) {
                throw otherEvent();
            }
            return stored(claims).compose(pass -> find(id).map(event -> new Holder(event, pass)));
        });
    }

    /** The stored pass that a token is about. */
    Future<Pass> stored(Claims claims) {
        return stores.passes().get(claims.member()).map(found -> found.filter(
                        pass -> pass.event().equals(claims.event()))
                .orElseThrow(() -> Problem.unauthorized("This person is no longer part of the event.")));
    }

    /** Somebody who may read of the event in the path. */
    Future<Visitor> reader(RoutingContext context) {
        UUID id = Gate.id(context, "event");
        return scripts.event(context, id, () -> person(context, id), key -> find(id).map(
                        event -> new Visitor(event, Scripts.writes(key))));
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

    /** The organiser at the event in the path, or a key of it that may write: whoever may have its documents. */
    Future<Reporter> reporter(RoutingContext context) {
        UUID id = Gate.id(context, "event");
        return scripts.event(
                context,
                id,
                () -> organising(context)
                        .map(organiser -> new Reporter(
                                organiser.event(), organiser.claims().name())),
                key -> Scripts.writes(key)
                        ? find(id).map(event -> new Reporter(event, key.name()))
                        : Future.failedFuture(Scripts.onlyReads()));
    }

    /** Somebody of the event in the path, or one of its rooms; no key. */
    Future<StoredEvent> inside(RoutingContext context) {
        return person(context, Gate.id(context, "event")).map(Visitor::event);
    }

    /** The same, looking on for a while. */
    Future<Onlooker> onlooker(RoutingContext context) {
        return inside(context)
                .compose(event -> gate.claims(context).map(claims -> new Onlooker(event, claims.member())));
    }

    private Future<Visitor> person(RoutingContext context, UUID id) {
        return gate.claims(context).compose(claims -> organises(claims, id)
                .compose(organises ->
                        belongs(claims, id).compose(allowed -> find(id)).map(event -> new Visitor(event, organises))));
    }

    private Future<Void> belongs(Claims claims, UUID event) {
        UUID room = claims.room();
        if (claims.role() == Role.ORGANISER || event.equals(claims.event())) {
            return Future.succeededFuture();
        } else if (room == null) {
            throw otherEvent();
        }
        return gate.member(claims, room)
                .compose(caller -> stores.rooms().get(room))
                .map(found -> {
                    if (found.filter(its -> event.equals(its.event())).isEmpty()) {
                        throw otherEvent();
                    }
                    return null;
                });
    }

    private static Problem otherEvent() {
        return Problem.forbidden("otherEvent", "The token belongs to another event.");
    }

    private Future<StoredEvent> find(UUID id) {
        return stores.events()
                .get(id)
                .map(event -> event.orElseThrow(() -> Problem.notFound("There is no such event.")));
    }
}
