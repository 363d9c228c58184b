package de.werkraum.web;

import de.werkraum.Config;
import de.werkraum.access.Ids;
import de.werkraum.access.JoinCodes;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.access.Tokens;
import de.werkraum.problem.Problem;
import de.werkraum.room.Events;
import de.werkraum.room.Rooms;
import de.werkraum.store.CodeStore;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /join}: a code and a name for a token. Whoever comes back with a token of the room stays the same member. */
final class JoinRoute {
    private final Gate gate;
    private final Tokens tokens;
    private final Stores stores;
    private final Rooms rooms;
    private final Ids ids;
    private final Clock clock;
    private final Config.Limits limits;
    private final Throttle wrongCodes;

    JoinRoute(
            Gate gate,
            Tokens tokens,
            Stores stores,
            Rooms rooms,
            Ids ids,
            Clock clock,
            Config.Limits limits,
            Throttle wrongCodes) {
        this.gate = gate;
        this.tokens = tokens;
        this.stores = stores;
        this.rooms = rooms;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
        this.wrongCodes = wrongCodes;
    }

    void mount(Router api) {
        api.post("/join").handler(Door.call(this::join));
    }

    /** What somebody brings. */
    private record Guest(String typed, String code, String name, @Nullable String organisation) {}

    private Future<Reply> join(RoutingContext context) {
        Body body = Body.of(context);
        String typed = body.text("code", 40);
        String name = body.text("name", limits.nameChars());
        String organisation = body.optionalText("organisation", limits.nameChars());
        body.check();
        Guest guest = new Guest(typed, JoinCodes.parse(typed).orElse(""), name, organisation);
        return find(guest).compose(code -> stores.rooms().get(code.room()).compose(found -> {
            StoredRoom room = found.orElseThrow(JoinRoute::unknown);
            return known(context, room)
                    .compose(member -> admit(room, code, member, guest))
                    .compose(member -> enter(room, member));
        }));
    }

    private Future<CodeStore.Code> find(Guest guest) {
        return stores.codes()
                .find(guest.code())
                .map(found -> found.orElseThrow(() -> wrongCodes.allows()
                        ? unknown()
                        : Problem.tooMany("Many wrong codes are being tried. Please try again in a second.")));
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such code.");
    }

    /** The member whose valid token of this room came along, if one did. */
    private Future<Optional<Member>> known(RoutingContext context, StoredRoom room) {
        if (Gate.token(context.request()).isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return gate.member(context.request(), room.id())
                .map(caller ->
                        caller.role() == Role.ORGANISER ? Optional.<Member>empty() : Optional.of(caller.member()))
                .recover(failure -> failure instanceof Problem problem && problem.status() != 429
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure));
    }

    private Future<Member> admit(StoredRoom room, CodeStore.Code code, Optional<Member> known, Guest guest) {
        if (room.closed() && code.role() != Role.VIEWER) {
            throw Problem.conflict("closed", "The room is closed. Only its screens can still be opened.");
        }
        boolean votesAlready =
                known.filter(member -> member.role() != Role.VIEWER).isPresent();
        if (room.personal() && code.role() == Role.PARTICIPANT && !code.single() && !votesAlready) {
            throw Problem.forbidden("personalCode", "This room admits participants by personal codes only.");
        }
        if (known.isPresent()) {
            Member before = known.get();
            Role role = before.role().compareTo(code.role()) >= 0 ? before.role() : code.role();
            Member after = new Member(before.id(), before.room(), guest.name(), guest.organisation(), role);
            return claim(code, guest, after)
                    .compose(free -> stores.members().update(after, List.of()))
                    .map(after);
        }
        Member member = new Member(ids.next(), room.id(), guest.name(), guest.organisation(), code.role());
        return stores.members()
                .count(room.id())
                .compose(members -> {
                    if (members >= limits.membersPerRoom()) {
                        throw Problem.conflict("full", "The room is full.");
                    }
                    if (code.single() && code.usedBy() != null) {
                        throw codeUsed();
                    }
                    return stores.members()
                            .create(member, clock.instant())
                            .compose(created -> claim(code, guest, member).recover(taken -> stores.members()
                                    .remove(member.id(), List.of())
                                    .compose(gone -> Future.failedFuture(taken))));
                })
                .map(member);
    }

    private Future<Void> claim(CodeStore.Code code, Guest guest, Member member) {
        return !code.single()
                ? Future.succeededFuture()
                : stores.codes().claim(guest.code(), member.id()).map(free -> {
                    if (!free) {
                        throw codeUsed();
                    }
                    return null;
                });
    }

    private static Problem codeUsed() {
        return Problem.conflict("codeUsed", "This personal code has been used by somebody else.");
    }

    private Future<Reply> enter(StoredRoom room, Member member) {
        return rooms.at(room.id(), live -> {
                    live.memberChanged(member);
                    return Future.succeededFuture();
                })
                .map(done -> Reply.ok(new JsonObject()
                        .put("token", tokens.issue(member))
                        .put("member", Events.member(member))
                        .put(
                                "room",
                                new JsonObject().put("id", room.id().toString()).put("title", room.title()))));
    }
}
