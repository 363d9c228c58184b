package de.werkraum.web;

import de.werkraum.access.Claims;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import java.util.UUID;

/** Who calls, as the stored member says, and in which room. */
record Caller(Member member, Claims claims) {
    Role role() {
        return member.role();
    }

    UUID id() {
        return member.id();
    }
}
