package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.wire.Outlet;
import de.werkraum.wire.Session;
import io.vertx.core.Future;
import java.time.Instant;

/** The way into rooms for connections, wherever the rooms live. May be called from any thread. */
@FunctionalInterface
public interface Entrance {
    /** Takes a connection of somebody into its room. */
    Future<Session> enter(Member member, Outlet outlet, Session.Kind kind, Instant expires);
}
