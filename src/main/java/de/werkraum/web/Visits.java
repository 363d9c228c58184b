package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Claims;
import de.werkraum.problem.Problem;
import de.werkraum.room.Entrance;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Session;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The visits that began on one event loop. Their requests come on any: all instances of the server share the map by which they are found.
 */
final class Visits {
    private static final long LOOK_MILLIS = 1_000;
    /** The bits of a visit's name that say which server it is at. */
    private static final long SERVER = 0x7FFF_FFFFL;

    private final Context loop;
    private final Map<UUID, Visit> all;
    private final Map<UUID, Visit> own = new ConcurrentHashMap<>();
    private final Entrance rooms;
    private final Limits limits;
    private final Ledger ledger;
    private final Door door;
    private final Refusals refusals;
    private final int server;
    private boolean ending;

    /**
     * @param all those of all instances
     * @param server the number of this server, which others find in the names of visits
     */
    Visits(
            Vertx vertx,
            Context loop,
            Map<UUID, Visit> all,
            Entrance rooms,
            Limits limits,
            Ledger ledger,
            Door door,
            Refusals refusals,
            int server) {
        this.server = server;
        this.loop = loop;
        this.all = all;
        this.rooms = rooms;
        this.limits = limits;
        this.ledger = ledger;
        this.door = door;
        this.refusals = refusals;
        vertx.setPeriodic(LOOK_MILLIS, timer -> look());
    }

    /** The refusal of a visit that there isn't; another one may be begun. */
    static Problem over() {
        return Problem.of(410, "visitOver", "This visit is over");
    }

    /** Whoever was refused for good again and again gets in late; on this event loop. */
    Future<Visit> begin(Caller caller) {
        if (ending) {
            return Future.failedFuture(Problem.unavailable("The server is ending. Please try again shortly."));
        }
        return refusals.pass(loop.owner(), caller.id()).map(passed -> open(caller));
    }

    private Visit open(Caller caller) {
        Entering entering = new Entering();
        // Of chance alone: who knows it and has the member's token is the member's page.
        Visit visit = new Visit(
                name(),
                caller.member(),
                loop,
                limits,
                door.metrics(),
                ledger,
                entering,
                code -> refusals.closed(caller.id(), code));
        all.put(visit.id(), visit);
        own.put(visit.id(), visit);
        caller.enter(rooms, visit, Session.Kind.SYNC_AND_EVENTS)
                .onSuccess(session -> loop.runOnContext(there -> entering.entered(session)))
                .onFailure(failure -> loop.runOnContext(there -> visit.goodbye(Entering.refusal(failure))));
        return visit;
    }

    /** 90 bits of chance, and where it is: requests of a visit may come to any server. */
    private UUID name() {
        UUID chance = UUID.randomUUID();
        return server == 0
                ? chance
                : new UUID(chance.getMostSignificantBits(), (chance.getLeastSignificantBits() & ~SERVER) | server);
    }

    /** The number of the server that a visit of that name is at. */
    static int server(UUID visit) {
        return (int) (visit.getLeastSignificantBits() & SERVER);
    }

    /** The visit of that name, if it is in that room and of whom the claims are about; else 410. May be called from any thread. */
    Visit find(UUID id, UUID room, Claims claims) {
        Visit visit = all.get(id);
        if (visit == null || !visit.belongs(claims.member(), room)) {
            throw over();
        }
        return visit;
    }

    private void look() {
        for (Visit visit : List.copyOf(own.values())) {
            if (visit.abandoned(limits.visits().awaySeconds())) {
                forget(visit);
            } else {
                visit.beat(limits.visits().beatSeconds());
            }
        }
    }

    private void forget(Visit visit) {
        own.remove(visit.id());
        all.remove(visit.id());
        visit.end();
    }

    /** Says goodbye to all and takes no more. */
    void end() {
        ending = true;
        List.copyOf(own.values()).forEach(visit -> visit.goodbye(Goodbye.SHUTDOWN));
    }
}
