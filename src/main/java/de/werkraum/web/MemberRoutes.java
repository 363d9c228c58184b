package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.problem.Problem;
import de.werkraum.room.Founding;
import de.werkraum.room.Room;
import de.werkraum.room.Rooms;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.Stores;
import de.werkraum.wire.Events;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /rooms/:room/members}: who is in a room; renaming, handing over moderation, removing, leaving. */
final class MemberRoutes {
    private final Gate gate;
    private final Stores stores;
    private final Rooms rooms;
    private final Founding founding;
    private final Limits.Texts limits;

    MemberRoutes(Gate gate, Stores stores, Rooms rooms, Founding founding, Limits.Texts limits) {
        this.gate = gate;
        this.stores = stores;
        this.rooms = rooms;
        this.founding = founding;
        this.limits = limits;
    }

    void mount(Router api) {
        api.get("/rooms/:room/members").handler(Door.call(this::list));
        api.patch("/rooms/:room/members/:member").handler(Door.call(this::patch));
        api.delete("/rooms/:room/members/:member").handler(Door.call(this::remove));
        api.get("/rooms/:room/removed").handler(Door.call(this::removed));
        api.delete("/rooms/:room/removed/:member").handler(Door.call(this::letIn));
    }

    private Future<Reply> list(RoutingContext context) {
        return gate.moderator(context).compose(caller -> {
            UUID id = caller.member().room();
            return stores.members()
                    .list(id)
                    .compose(members -> rooms.at(id, room -> {
                        Set<UUID> connected = room.connected();
                        return Future.succeededFuture(Reply.list(members, member -> Events.member(member)
                                .put("connected", connected.contains(member.id()))));
                    }));
        });
    }

    private Future<Reply> patch(RoutingContext context) {
        return target(context).compose(target -> {
            Body body = Body.of(context);
            Member before = target.member();
            String name = body.has("name") ? body.text("name", limits.nameChars()) : before.name();
            String organisation = body.has("organisation")
                    ? body.optionalText("organisation", limits.nameChars())
                    : before.organisation();
            String role = body.oneOf(
                    "role",
                    List.of("moderator", "participant", "viewer"),
                    before.role().wire());
            body.check();
            if (!target.moderates() && (body.has("role") || body.has("organisation"))) {
                throw Problem.forbidden("notModerator", "Only moderators change organisation and role.");
            }
            Member after = new Member(
                    before.id(),
                    before.room(),
                    name,
                    organisation,
                    Role.of(role).orElseThrow());
            return leavesSomeoneInCharge(target, after.role())
                    .compose(fine -> stores.members().update(after, changes(target.by(), before, after)))
                    .compose(done -> rooms.at(after.room(), room -> {
                        room.memberChanged(after);
                        return Future.succeededFuture();
                    }))
                    .map(done -> Reply.ok(Events.member(after)));
        });
    }

    /** A new name of one's own is noted by nobody. */
    private List<AuditEntry> changes(Member by, Member before, Member after) {
        List<AuditEntry> notes = new ArrayList<>();
        boolean named =
                before.name().equals(after.name()) && Objects.equals(before.organisation(), after.organisation());
        if (!named && !by.id().equals(after.id())) {
            notes.add(founding.note(by, "memberRenamed").to(after.id()));
        }
        if (before.role() != after.role()) {
            notes.add(founding.note(by, "memberRole")
                    .to(after.id())
                    .with("role", after.role().wire()));
        }
        return notes;
    }

    private Future<Reply> remove(RoutingContext context) {
        return target(context).compose(target -> {
            Member member = target.member();
            List<AuditEntry> note =
                    List.of(founding.note(target.by(), "memberRemoved").to(member.id()));
            boolean barred = !target.by().id().equals(member.id());
            return leavesSomeoneInCharge(target, null)
                    .compose(fine -> stores.members().remove(member.id(), barred, note))
                    .compose(done -> rooms.at(member.room(), room -> room.memberRemoved(member.id())))
                    .map(done -> Reply.none());
        });
    }

    private Future<Reply> removed(RoutingContext context) {
        return gate.moderator(context)
                .compose(caller -> stores.members().listBarred(caller.member().room()))
                .map(members -> Reply.list(members, Events::member));
    }

    /** Whoever was removed may join again; done twice, it stays so. */
    private Future<Reply> letIn(RoutingContext context) {
        return gate.moderator(context).compose(caller -> {
            UUID room = caller.member().room();
            UUID member = Gate.id(context, "member");
            var note = founding.note(caller.member(), "memberLetIn").to(member);
            return stores.members()
                    .knows(room, member)
                    .compose(known -> known
                            ? stores.members().barred(room, member)
                            : Future.failedFuture(Problem.notFound("There is no such member.")))
                    .compose(
                            barred -> barred ? stores.members().letIn(member, List.of(note)) : Future.succeededFuture())
                    .map(done -> Reply.none());
        });
    }

    /** A locked plan needs somebody who can unlock it: its last moderator stays one, unless an organiser decides. */
    private Future<Void> leavesSomeoneInCharge(Target target, @Nullable Role after) {
        Member member = target.member();
        boolean steps = member.role() == Role.MODERATOR && after != Role.MODERATOR;
        if (!steps || target.by().role() == Role.ORGANISER) {
            return Future.succeededFuture();
        }
        return stores.members().list(member.room()).compose(members -> {
            boolean others = members.stream()
                    .anyMatch(other ->
                            other.role() == Role.MODERATOR && !other.id().equals(member.id()));
            return others ? Future.<Void>succeededFuture() : rooms.at(member.room(), room -> unlocked(room));
        });
    }

    private static Future<Void> unlocked(Room room) {
        return room.state().locked()
                ? Future.failedFuture(
                        Problem.conflict("lastModerator", "The plan is locked, and nobody else could unlock it."))
                : Future.succeededFuture();
    }

    /** Whom a call is about, and whether a moderator makes it; otherwise it is about the caller. */
    private record Target(Member member, Member by, boolean moderates) {}

    private Future<Target> target(RoutingContext context) {
        return gate.member(context).compose(caller -> {
            UUID id = Gate.id(context, "member");
            boolean moderates = caller.role().moderates();
            if (!moderates && !caller.id().equals(id)) {
                throw Problem.forbidden("notModerator", "Only moderators change other members.");
            }
            return stores.members().get(id).map(found -> found.filter(
                            member -> member.room().equals(caller.member().room()))
                    .map(member -> new Target(member, caller.member(), moderates))
                    .orElseThrow(() -> Problem.notFound("There is no such member.")));
        });
    }
}
