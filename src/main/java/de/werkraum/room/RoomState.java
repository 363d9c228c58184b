package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.problem.Problem;
import de.werkraum.store.Announcement;
import de.werkraum.store.PlanStore;
import de.werkraum.store.StoredRoom;
import de.werkraum.wire.Events;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a room is set to, and what follows from it: what everybody is told, and who may write. On the room's event loop only. */
final class RoomState {
    private final Optional<PlanStore.Damage> damage;
    private final @Nullable String joinUrl;
    private @Nullable Announcement announcement;
    private StoredRoom stored;
    private Map<Role, String> codes;

    /**
     * @param codes the shared join codes by role
     * @param damage what of the plan is damaged or missing
     * @param joinUrl base of links and QR codes where the operator has set one
     */
    RoomState(StoredRoom stored, Map<Role, String> codes, Optional<PlanStore.Damage> damage, @Nullable String joinUrl) {
        this.stored = stored;
        this.codes = codes;
        this.damage = damage;
        this.joinUrl = joinUrl;
    }

    StoredRoom stored() {
        return stored;
    }

    void become(StoredRoom changed) {
        stored = changed;
    }

    Map<Role, String> codes() {
        return codes;
    }

    void codes(Map<Role, String> renewed) {
        codes = renewed;
    }

    /** The participants' code, which the screen shows; null while there is none. */
    @Nullable
    String joinCode() {
        return codes.get(Role.PARTICIPANT);
    }

    boolean damaged() {
        return damage.isPresent();
    }

    /** Why somebody of that role may not edit the plan now, or the empty string. */
    String refusal(Role role) {
        if (stored.closed()) {
            return "the room is closed";
        } else if (role == Role.VIEWER) {
            return "viewers only read";
        }
        return stored.locked() && !role.moderates() ? "the plan is locked" : "";
    }

    /** Throws {@code closed} where somebody of that role may not edit the plan now. */
    void requireWriter(Role role) {
        String refusal = refusal(role);
        if (!refusal.isEmpty()) {
            throw Problem.conflict("closed", refusal);
        }
    }

    /** What is to be read by everybody who is here or comes, for a while; null takes it away. */
    void announce(@Nullable Announcement said) {
        announcement = said;
    }

    /** The {@code room} event: the state, who the reader is, and the server's time. */
    JsonObject event(Member member, Instant now) {
        JsonObject event = new JsonObject()
                .put("type", "room")
                .put("id", stored.id().toString())
                .put("event", stored.event() == null ? null : stored.event().toString())
                .put("title", stored.title())
                .put("language", stored.language())
                .put("phase", stored.phase())
                .put("locked", stored.locked())
                .put("timer", Events.timer(stored.timer()))
                .put("spotlight", stored.spotlight())
                .put("admission", stored.admission())
                .put("takeAlong", new JsonArray(stored.papers().takeAlong()))
                .put("minuting", stored.papers().minuting())
                .put("course", Events.course(stored.course()))
                .put("joinCode", joinCode())
                .put("joinUrl", joinUrl)
                .put("role", member.role().wire())
                .put("member", Events.member(member))
                .put("now", now.toString());
        Announcement said = announcement;
        if (said != null && said.lasts(now)) {
            event.put("announcement", said.toJson());
        }
        damage.ifPresent(found -> event.put("damaged", true).put("missing", found.missing()));
        return event;
    }
}
