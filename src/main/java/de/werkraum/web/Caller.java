package de.werkraum.web;

import de.werkraum.access.Claims;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.room.Entrance;
import de.werkraum.wire.Outlet;
import de.werkraum.wire.Session;
import io.vertx.core.Future;
import java.util.UUID;

/** Who calls, as the stored member says, and in which room. */
record Caller(Member member, Claims claims) {
    Role role() {
        return member.role();
    }

    UUID id() {
        return member.id();
    }

    /** Goes into its room by a connection. */
    Future<Session> enter(Entrance rooms, Outlet outlet, Session.Kind kind) {
        return rooms.enter(member, outlet, kind, claims.expires());
    }
}
