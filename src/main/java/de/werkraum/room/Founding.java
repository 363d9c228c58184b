package de.werkraum.room;

import de.werkraum.access.Ids;
import de.werkraum.access.JoinCodes;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.crdt.Doc;
import de.werkraum.plan.PlanWriter;
import de.werkraum.plan.Template;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.Request;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes rooms: state, codes, and a plan filled from a template through the engine. May be called from any thread. */
public record Founding(Stores stores, Ids ids, JoinCodes codes, Clock clock) {

    /** An act of a member here and now, to be noted with what it does. */
    public AuditEntry note(Member by, String act) {
        return AuditEntry.of(ids.next(), by.room(), clock.instant(), by, act);
    }

    /**
     * A new room with its three shared codes and its first plan.
     *
     * @param request what asks for it, if that may come again
     */
    public Future<StoredRoom> found(
            String title,
            @Nullable UUID event,
            String language,
            @Nullable Template template,
            @Nullable Request request) {
        Instant now = clock.instant();
        StoredRoom room = StoredRoom.fresh(ids.next(), event, title, language, now);
        byte[] plan = PlanWriter.create(
                new Doc(), title, template, language, () -> ids.next().toString(), now);
        Map<Role, String> shared = new EnumMap<>(Role.class);
        List.of(Role.MODERATOR, Role.PARTICIPANT, Role.VIEWER).forEach(role -> shared.put(role, codes.next()));
        return stores.rooms().found(room, plan, shared, request).map(room);
    }
}
