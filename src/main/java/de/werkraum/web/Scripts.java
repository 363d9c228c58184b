package de.werkraum.web;

import de.werkraum.access.Claims;
import de.werkraum.access.EventKey;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.problem.Problem;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Doors that a key of an event opens as well, in rooms of that event. Whatever does not ask here stays shut to keys. One that reads sees what a
 * screen sees; one that writes may besides do some of what a moderator or the organiser may.
 */
final class Scripts {
    private final Gate gate;
    private final Keys keys;
    private final Stores stores;
    private final Acts acts;

    Scripts(Gate gate, Keys keys, Stores stores, Acts acts) {
        this.gate = gate;
        this.keys = keys;
        this.stores = stores;
        this.acts = acts;
    }

    /**
     * Who comes in to events and rooms as a whole.
     *
     * @param only the one event that is opened; null for all
     */
    record Pass(@Nullable UUID only, boolean writes) {}

    /** A member of the room in the path, or a key of its event, which sees what a screen sees. */
    Future<Caller> member(RoutingContext context) {
        return either(context, () -> gate.member(context), key -> caller(context, key, Role.VIEWER));
    }

    /** A member of the room in the path, or a key that may write there, as somebody who leads. */
    Future<Caller> writer(RoutingContext context) {
        return either(context, () -> gate.member(context), key -> writing(context, key));
    }

    /** Somebody who leads the room in the path, or a key that may write there. */
    Future<Caller> moderator(RoutingContext context) {
        return either(context, () -> gate.moderator(context), key -> writing(context, key));
    }

    /** Who makes rooms, or a key that may. */
    Future<Gate.Founder> founder(RoutingContext context) {
        return either(
                context,
                () -> gate.founder(context),
                key -> writes(key)
                        ? Future.succeededFuture(new Gate.Founder(null, key))
                        : Future.failedFuture(onlyReads()));
    }

    /** What a key opens of an event, or what is done where none came. */
    <T> Future<T> event(
            RoutingContext context, UUID event, Supplier<Future<T>> person, Function<EventKey, Future<T>> script) {
        return either(
                context,
                person,
                key -> key.event().equals(event)
                        ? script.apply(key)
                        : Future.failedFuture(Problem.forbidden("otherEvent", "The key belongs to another event.")));
    }

    /** Whether it may write. */
    static boolean writes(EventKey key) {
        return key.scope() == EventKey.Scope.WRITE;
    }

    /** The organiser, or a key. */
    Future<Pass> reader(RoutingContext context) {
        return either(
                context,
                () -> gate.organiser(context).map(claims -> new Pass(null, true)),
                key -> Future.succeededFuture(new Pass(key.event(), writes(key))));
    }

    /** The key that came instead of a token. */
    private Future<Optional<EventKey>> key(RoutingContext context) {
        return Gate.token(context.request())
                .filter(EventKey::meant)
                .map(bearer -> keys.find(bearer)
                        .compose(key -> acts.pass(key.id()).map(Optional.of(key)))
                        .onSuccess(key -> Reply.account(
                                context,
                                bytes -> acts.answered(key.orElseThrow().id(), bytes))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** What a key is told wherever it opens nothing. */
    static Problem shut() {
        return Problem.forbidden("notForKeys", "Keys of events don't open this.");
    }

    private <T> Future<T> either(
            RoutingContext context, Supplier<Future<T>> person, Function<EventKey, Future<T>> script) {
        return key(context).compose(key -> key.isPresent() ? script.apply(key.get()) : person.get());
    }

    private Future<Caller> writing(RoutingContext context, EventKey key) {
        return writes(key) ? caller(context, key, Role.MODERATOR) : Future.failedFuture(onlyReads());
    }

    private Future<Caller> caller(RoutingContext context, EventKey key, Role role) {
        UUID room = Gate.id(context, "room");
        return stores.rooms().get(room).map(found -> {
            UUID event = found.orElseThrow(() -> Problem.notFound("There is no such room."))
                    .event();
            if (!key.event().equals(event)) {
                throw Problem.forbidden("otherEvent", "The key belongs to another event.");
            }
            return new Caller(new Member(key.id(), room, key.name(), null, role), claims(key, role));
        });
    }

    private static Claims claims(EventKey key, Role role) {
        return new Claims(key.id(), role, key.name(), null, null, key.endsAt());
    }

    static Problem onlyReads() {
        return Problem.forbidden("keyOnlyReads", "This key may only read.");
    }
}
