package de.werkraum.room;

import de.werkraum.access.Account;
import de.werkraum.access.Ids;
import de.werkraum.access.JoinCodes;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.crdt.Doc;
import de.werkraum.plan.PlanTree;
import de.werkraum.plan.PlanWriter;
import de.werkraum.plan.Reuse;
import de.werkraum.plan.Template;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.Request;
import de.werkraum.store.SessionStore;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.StoredVersion;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes rooms: state, codes, and a plan filled from a template through the engine. May be called from any thread. */
public record Founding(Stores stores, Ids ids, JoinCodes codes, Clock clock) {
    private static final SessionStore.Purpose NONE = SessionStore.Purpose.NONE;

    /** An act of a member here and now, to be noted with what it does. */
    public AuditEntry note(Member by, String act) {
        return AuditEntry.of(ids.next(), by.room(), clock.instant(), by, act);
    }

    /**
     * A room that is about to be made.
     *
     * @param plan the first update of its document
     * @param source the plan it reuses, as a version; null for one that begins by itself
     * @param purpose what it is made for
     */
    public record Beginning(
            StoredRoom room, byte[] plan, @Nullable StoredVersion source, SessionStore.Purpose purpose) {

        /** The same with a course before it; null for none. */
        public Beginning along(@Nullable String preset) {
            return preset == null ? this : new Beginning(room.along(preset), plan, source, purpose);
        }

        /** The same for a session or a plenary. */
        public Beginning on(SessionStore.Purpose made) {
            return new Beginning(room, plan, source, made);
        }
    }

    /** A room whose plan is empty, or made from a template. */
    public Beginning fresh(String title, @Nullable UUID event, String language, @Nullable Template template) {
        Instant now = clock.instant();
        byte[] plan = PlanWriter.create(
                new Doc(), title, template, language, () -> ids.next().toString(), now);
        return new Beginning(StoredRoom.fresh(ids.next(), event, title, language, now), plan, null, NONE);
    }

    /** A room whose plan begins with one from elsewhere, which it keeps as a version. Takes a while for a large plan. */
    public Beginning reusing(Reuse reuse, @Nullable UUID event, String language) {
        Instant now = clock.instant();
        StoredRoom room = StoredRoom.fresh(ids.next(), event, reuse.plan().title(), language, now);
        StoredVersion source = new StoredVersion(
                ids.next(),
                room.id(),
                0,
                now,
                null,
                StoredVersion.Reason.SOURCE,
                reuse.origin(),
                reuse.source().steps().size(),
                Json.encode(PlanTree.of(reuse.source())));
        return new Beginning(room, PlanWriter.restore(new Doc(), reuse.plan()), source, NONE);
    }

    /**
     * Stores a new room with its three shared codes and its first plan.
     *
     * @param request what asks for it, if that may come again
     */
    public Future<StoredRoom> found(Beginning beginning, @Nullable Request request) {
        Map<Role, String> shared = new EnumMap<>(Role.class);
        List.of(Role.MODERATOR, Role.PARTICIPANT, Role.VIEWER).forEach(role -> shared.put(role, codes.next()));
        return stores.rooms()
                .found(beginning.room(), beginning.plan(), shared, beginning.source(), beginning.purpose(), request)
                .map(beginning.room());
    }

    /** Has an account lead a room that it has made, under the name its provider tells. */
    public Future<Void> lead(UUID room, Account account) {
        String name = account.name().isEmpty() ? "Moderation" : account.name();
        Member leader = new Member(ids.next(), room, name, null, Role.MODERATOR);
        return stores.accounts().lead(leader, account.id(), clock.instant());
    }
}
