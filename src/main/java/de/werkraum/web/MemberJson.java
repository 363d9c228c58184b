package de.werkraum.web;

import de.werkraum.access.Member;
import io.vertx.core.json.JsonObject;

/** People as clients see them. */
final class MemberJson {
    private MemberJson() {}

    static JsonObject of(Member member) {
        JsonObject json = new JsonObject()
                .put("id", member.id().toString())
                .put("name", member.name())
                .put("role", member.role().wire());
        return member.organisation() == null ? json : json.put("organisation", member.organisation());
    }
}
