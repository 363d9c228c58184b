package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Admission;
import de.werkraum.access.Ids;
import de.werkraum.access.JoinCodes;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.access.Tokens;
import de.werkraum.problem.Problem;
import de.werkraum.room.Rooms;
import de.werkraum.store.CodeStore;
import de.werkraum.store.Request;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import de.werkraum.wire.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /join}: a code and a name for a token. Whoever comes back with a token of the room stays the same member, and so does whoever
 * got no answer and comes again under the same mark.
 */
final class JoinRoute {
    private final Gate gate;
    private final Tokens tokens;
    private final Stores stores;
    private final Rooms rooms;
    private final Ids ids;
    private final Clock clock;
    private final Limits limits;
    private final WrongCodes wrongCodes;
    private final Once once;

    JoinRoute(
            Gate gate,
            Tokens tokens,
            Stores stores,
            Rooms rooms,
            Ids ids,
            Clock clock,
            Limits limits,
            WrongCodes wrongCodes,
            Once once) {
        this.gate = gate;
        this.tokens = tokens;
        this.stores = stores;
        this.rooms = rooms;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
        this.wrongCodes = wrongCodes;
        this.once = once;
    }

    void mount(Router api) {
        api.post("/join").handler(Door.call(this::join));
    }

    /** What somebody brings. */
    private record Guest(String typed, String code, String name, @Nullable String organisation) {}

    private Future<Reply> join(RoutingContext context) {
        Body body = Body.of(context);
        String typed = body.text("code", 40);
        String name = body.text("name", limits.texts().nameChars());
        String organisation = body.optionalText("organisation", limits.texts().nameChars());
        body.check();
        Guest guest = new Guest(typed, JoinCodes.parse(typed).orElse(""), name, organisation);
        return find(guest).compose(code -> stores.rooms().get(code.room()).compose(found -> {
            StoredRoom room = found.orElseThrow(JoinRoute::unknown);
            return member(context, new Entry(room, code, guest)).compose(member -> enter(room, member));
        }));
    }

    /** Who comes where with which code. */
    private record Entry(StoredRoom room, CodeStore.Code code, Guest guest) {}

    private Future<Member> member(RoutingContext context, Entry entry) {
        Optional<Request> request = once.joining(context, entry.room().id());
        return known(context, entry.room()).compose(known -> {
            if (known.isPresent() || request.isEmpty()) {
                return admit(entry, known, null);
            }
            return before(request.get())
                    .compose(member -> member.isPresent()
                            ? admit(entry, member, null)
                            // The same request may have been first on another connection.
                            : admit(entry, known, request.get()).recover(failure -> before(request.get())
                                    .compose(late -> late.isPresent()
                                            ? admit(entry, late, null)
                                            : Future.failedFuture(failure))));
        });
    }

    /** Who joined under that mark before, if somebody did. */
    private Future<Optional<Member>> before(Request request) {
        return once.find(request)
                .compose(done -> done.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : stores.members()
                                .get(UUID.fromString(done.get().made().getString("member")))
                                .map(member -> Optional.of(member.orElseThrow(() -> Problem.forbidden(
                                        "removed", "Who joined with this Idempotency-Key has left the room.")))));
    }

    private Future<CodeStore.Code> find(Guest guest) {
        return stores.codes()
                .find(guest.code())
                .map(found -> found.orElseThrow(() -> wrongCodes.mayAnswer()
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

    private Future<Member> admit(Entry entry, Optional<Member> known, @Nullable Request request) {
        StoredRoom room = entry.room();
        CodeStore.Code code = entry.code();
        Future<Long> members = known.isPresent()
                ? Future.succeededFuture(0L)
                : stores.members().count(room.id());
        return members.compose(count -> {
            Admission admission = Admission.of(
                    new Admission.Room(
                            room.closed(),
                            room.personal(),
                            count >= limits.rooms().membersPerRoom()),
                    new Admission.Code(code.role(), code.single(), code.usedBy() != null),
                    known.map(Member::role));
            if (admission instanceof Admission.Enters enters) {
                return known.isPresent()
                        ? again(entry, known.get(), enters.role())
                        : join(entry, enters.role(), request);
            }
            return Future.failedFuture(refusal((Admission.Refused) admission));
        });
    }

    private static Problem refusal(Admission.Refused refused) {
        return switch (refused) {
            case CLOSED -> Problem.conflict("closed", "The room is closed. Only its screens can still be opened.");
            case PERSONAL_CODE ->
                Problem.forbidden("personalCode", "This room admits participants by personal codes only.");
            case FULL -> Problem.conflict("full", "The room is full.");
            case CODE_USED -> codeUsed();
        };
    }

    private Future<Member> again(Entry entry, Member before, Role role) {
        Guest guest = entry.guest();
        Member after = new Member(before.id(), before.room(), guest.name(), guest.organisation(), role);
        Future<Boolean> free =
                entry.code().single() ? stores.codes().claim(guest.code(), after.id()) : Future.succeededFuture(true);
        return free.compose(mine -> mine ? stores.members().update(after, List.of()) : Future.failedFuture(codeUsed()))
                .map(after);
    }

    private Future<Member> join(Entry entry, Role role, @Nullable Request request) {
        Guest guest = entry.guest();
        Member member = new Member(ids.next(), entry.room().id(), guest.name(), guest.organisation(), role);
        return stores.members()
                .join(member, clock.instant(), entry.code().single() ? guest.code() : null, request)
                .map(taken -> {
                    if (!taken) {
                        throw codeUsed();
                    }
                    return member;
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
