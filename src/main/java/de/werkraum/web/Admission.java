package de.werkraum.web;

import de.werkraum.problem.Problem;
import de.werkraum.room.Entrance;
import de.werkraum.wire.Outlet;
import de.werkraum.wire.Session;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets providers into rooms by tokens that come over their sockets. Answers on the event loop it was made for. */
final class Admission {
    private final Context loop;
    private final Gate gate;
    private final Refusals refusals;
    private final Entrance rooms;

    Admission(Context loop, Gate gate, Refusals refusals, Entrance rooms) {
        this.loop = loop;
        this.gate = gate;
        this.refusals = refusals;
        this.rooms = rooms;
    }

    /** Whose token it is, in the room of that name. */
    Future<Caller> look(String room, String token) {
        return here(gate.claims(token).compose(claims -> gate.member(claims, room)));
    }

    /** The same of one who comes: whoever was refused for good again and again gets in late. */
    Future<Caller> admit(String room, String token) {
        return look(room, token)
                .compose(caller -> refusals.pass(loop.owner(), caller.id()).map(caller));
    }

    /** Into its room. */
    Future<Session> enter(Caller caller, Outlet outlet) {
        return here(caller.enter(rooms, outlet, Session.Kind.PROVIDER));
    }

    private <T> Future<T> here(Future<T> answer) {
        Promise<T> promise = Promise.promise();
        answer.onComplete(done -> loop.runOnContext(there -> promise.handle(done)));
        return promise.future();
    }

    /** What a member was refused for, so that its sockets get in late. */
    void closed(Iterable<UUID> members, int code) {
        members.forEach(member -> refusals.closed(member, code));
    }

    /** The reason that a provider's application is told; null where trying again may help. */
    static @Nullable String reason(Throwable failure) {
        int status = failure instanceof Problem problem ? problem.status() : 500;
        return switch (status) {
            case 401 -> "token";
            case 403 -> "room";
            case 404 -> "noRoom";
            default -> null;
        };
    }
}
